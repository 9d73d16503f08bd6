/** A date as printed, and as ISO 8601. `end` is where it ends in the text. */
export interface FoundDate { iso: string; start: number; end: number }

/** Dates with day, month and year: *5 juli 2022*, *5-7-2022*, *2022-07-05*, *July 5, 2022*, in Dutch and English. Impossible ones are no dates. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const { day, word, year, usWord, usDay, usYear, isoYear, isoMonth, isoDay, d, m, y } = match.groups ?? {};
    const month = (name: string) => months.get(name.toLowerCase().slice(0, 3));
    const iso = word ? isoDate(year, month(word), day) : usWord ? isoDate(usYear, month(usWord), usDay) : isoYear ? isoDate(isoYear, isoMonth, isoDay) : isoDate(y, m, d);
    if (iso) found.push({ iso, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const names = [
  'januari|january|jan', 'februari|february|feb', 'maart|march|mrt|mar', 'april|apr', 'mei|may', 'juni|june|jun', 'juli|july|jul', 'augustus|august|aug', 'september|sept|sep',
  'oktober|october|okt|oct', 'november|nov', 'december|dec',
];
const months = new Map(names.flatMap((forms, at) => forms.split('|').map((name) => [name.slice(0, 3), at + 1] as const)));

const pattern = new RegExp([
  String.raw`(?<![\d.-])(?<day>\d{1,2})(?:e|ste|de|st|nd|rd|th)?\s+(?<word>${names.join('|')})\.?\s+(?<year>\d{4})(?!\d)`,
  String.raw`(?<!\p{L})(?<usWord>${names.join('|')})\.?\s+(?<usDay>\d{1,2})(?:st|nd|rd|th)?,\s*(?<usYear>\d{4})(?!\d)`,
  String.raw`(?<![\d-])(?<isoYear>\d{4})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})(?![\d-])`,
  String.raw`(?<![\d.-])(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>\d{4})(?!\d)`,
].join('|'), 'giu');

function isoDate(year: string | undefined, month: string | number | undefined, day: string | undefined): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const isReal = y >= 1800 && y < 2200 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
