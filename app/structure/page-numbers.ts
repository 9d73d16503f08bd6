import { firstIndex } from '../support/first-index.ts';
import { groupBy } from './group.ts';

/** A line that is nothing but page furniture with a page's number in it. `at` is an index in the lines given. */
export interface PageNumber { at: number; number: number; total: number | null }

/**
 * Lines that print a page's number. The sure forms say *page* or *3 of 9*; a bare number or a number after a running
 * title is only believed where a series of them counts on by one, standing apart from the text. Ascending.
 */
export function findPageNumbers(texts: readonly string[], standsApart: (at: number) => boolean): PageNumber[] {
  const found: (PageNumber & { form: Form; rest: string })[] = [];
  texts.forEach((text, at) => {
    const number = numberIn(text, at);
    if (number) found.push(number);
  });
  const groups = groupBy(found, ({ form, rest }) => `${form.id} ${rest}`);
  const believed = [...groups.values()].map((group) => believable(group, texts.length, standsApart)).filter((group) => group.length > 0);
  // The largest series is the document's own; others must fit in between (left and right pages that differ).
  const accepted: PageNumber[] = [];
  for (const group of believed.toSorted((a, b) => b.length - a.length)) {
    const merged = [...accepted, ...group].toSorted((a, b) => a.at - b.at);
    if (merged.every((one, i) => i === 0 || (merged[i - 1]?.number ?? 0) < one.number)) accepted.splice(0, accepted.length, ...merged);
  }
  if (accepted.length > 0.5 * texts.length) return [];
  return accepted.map(({ at, number, total }) => ({ at, number, total }));
}

function numberIn(text: string, at: number): (PageNumber & { form: Form; rest: string }) | null {
  if (text.length > longestFurniture || !/\d/.test(text)) return null;
  for (const form of forms) {
    const found = form.pattern.exec(text)?.groups;
    if (found) return { at, number: Number(found['n']), total: found['total'] ? Number(found['total']) : null, form, rest: templateOf(found['rest'] ?? '') };
  }
  return null;
}

/**
 * The numbers of pages among lines that the format calls furniture: whole numbers that count on as the pages do, which
 * a year or a document's number never does. `starts` are the lines at which pages start. One page alone must say it in
 * words, or as the number that it is.
 */
export function numbersOnPages(texts: readonly string[], furniture: ReadonlySet<number>, starts: readonly number[]): PageNumber[] {
  const ascending = [...furniture].toSorted((a, b) => a - b);
  const found = ascending.flatMap((at) => {
    const page = Math.max(0, firstIndex(starts.length, (start) => (starts[start] ?? 0) > at) - 1);
    return [...new Set((texts[at] ?? '').match(/(?<![\d.,/-])\d{1,4}(?![\d.,-]*\d)/g) ?? [])].map((digits) => ({ at, page, number: Number(digits) }));
  });
  const byOffset = groupBy(found, ({ number, page }) => number - page);
  const [best = []] = [...byOffset.values()].toSorted((a, b) => pagesIn(b) - pagesIn(a));
  const offset = (best[0]?.number ?? 0) - (best[0]?.page ?? 0);
  const alone = pagesIn(best) === 1 && !best.some(({ at, number }) => offset === 1 && numberIn(texts[at] ?? '', at)?.number === number);
  return alone || offset < 0 ? [] : best.filter(({ number }) => number > 0).map(({ at, number }) => ({ at, number, total: null }));
}

const pagesIn = (numbers: readonly { page: number }[]) => new Set(numbers.map(({ page }) => page)).size;

/** Furniture is short; longer lines are never looked at. */
export const longestFurniture = 120;

/** The same for lines that differ in their numbers only. */
export function templateOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

interface Form {
  id: string;
  pattern: RegExp;
  /** How many of a series are needed, and whether they must count on by one and stand apart. */
  least: number;
  strict: boolean;
}

const word = String.raw`(?:pagina|page|pag\.?|blz\.?|bladzijde|blad|seite)`;
const number = String.raw`(?<n>\d{1,4})(?:\s*(?:van de|van|of|uit|von|\/)\s*(?<total>\d{1,4}))?`;
const forms: readonly Form[] = [
  { id: 'word', pattern: new RegExp(String.raw`^[-–|]?\s*${word}\s*:?\s*${number}\s*[-–|]?$`, 'iu'), least: 1, strict: false },
  { id: 'of', pattern: /^(?<n>\d{1,4})\s*(?:\/|van|of|uit)\s*(?<total>\d{1,4})$/iu, least: 2, strict: false },
  { id: 'dashes', pattern: /^[-–—]\s?(?<n>\d{1,4})\s?[-–—]$/u, least: 2, strict: false },
  { id: 'bare', pattern: /^(?<n>\d{1,4})$/u, least: 3, strict: true },
  { id: 'after', pattern: new RegExp(String.raw`^(?<rest>\S.*?)[\s|•·,–-]+${word}\s*${number}$`, 'iu'), least: 2, strict: false },
  { id: 'before', pattern: new RegExp(String.raw`^${word}\s*${number}[\s|•·,–-]+(?<rest>\S.*)$`, 'iu'), least: 2, strict: false },
  { id: 'bar', pattern: /^(?<rest>\S.*?)\s*(?:\||\t|\s{3})\s*(?<n>\d{1,4})$/u, least: 3, strict: true },
  { id: 'bar of', pattern: /^(?<rest>\S.*?)\s*(?:\||•|\t|\s{3})\s*(?<n>\d{1,4})\s*(?:\/|van|of)\s*(?<total>\d{1,4})$/u, least: 2, strict: false },
  { id: 'bar before', pattern: /^(?<n>\d{1,4})\s*(?:\||\t|\s{3})\s*(?<rest>\S.*)$/u, least: 3, strict: true },
];

/** The part of a series that can be page numbers; empty where it can't. */
function believable(group: readonly (PageNumber & { form: Form; rest: string })[], count: number, standsApart: (at: number) => boolean): PageNumber[] {
  const form = group[0]?.form;
  if (!form) return [];
  const series = form.strict ? longestCount(group.filter(({ at }) => standsApart(at))) : group;
  const ascends = series.every((one, i) => i === 0 || (series[i - 1]?.number ?? 0) < one.number);
  const sameTotal = new Set(series.map(({ total }) => total)).size === 1;
  const inRange = series.every(({ number: n, total }) => n > 0 && (total === null || n <= total));
  // A running title that two pages share is as telling as a third page.
  const least = group.length === 2 && (group[0]?.rest.length ?? 0) >= 8 ? 2 : form.least;
  if (!ascends || !sameTotal || !inRange || series.length < least) return [];
  // One line alone must say more than *page 3*: how many there are, or that it is the only one.
  const [only] = series;
  if (series.length === 1 && only && only.total === null && !(only.number === 1 && only.at === count - 1)) return [];
  return series.map(({ at, number: n, total }) => ({ at, number: n, total }));
}

/** The longest stretch of a series in which each number is one more than the one before. */
function longestCount<T extends PageNumber>(series: readonly T[]): T[] {
  let best: T[] = [];
  let current: T[] = [];
  for (const one of series) {
    const last = current.at(-1);
    if (last && one.number === last.number + 1) current.push(one);
    else if (!last || one.number !== last.number) current = [one];
    if (current.length > best.length) best = [...current];
  }
  return best;
}
