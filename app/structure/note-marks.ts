import type { Line } from './lines.ts';

/** A number in running text that may be the mark of a note. Offsets are UTF-16 in the line's text. */
export interface NumberMark {
  line: number;
  from: number;
  to: number;
  number: number;
  /** How likely it is a mark by what it is glued to; below 0: rather a part of a name, a unit, a formula. */
  weight: number;
}

/** By number, in the order of the text. */
export type NumberMarks = ReadonlyMap<number, readonly NumberMark[]>;

/**
 * Numbers glued to the end of a word, a sign or a date: *zorg2*, *2024)5*, *(zie hierna).7*, *6 mei 20254*, *ervaren³*, *bron[4]*. A number
 * that belongs to its word is told from a mark by the word: *m2* and *CO2* are too short for one, and *COVID19* comes
 * back, or is written in capitals.
 */
export function numberMarks(lines: readonly Line[]): NumberMarks {
  const found = new Map<number, NumberMark[]>();
  const glued: { mark: NumberMark; word: string }[] = [];
  const tokens = new Map<string, number>();
  lines.forEach(({ text }, line) => {
    for (const match of text.matchAll(pattern)) {
      const { bare, dated, raised, bracketed } = match.groups ?? {};
      const [from, to] = [match.index, match.index + match[0].length];
      const digits = bare ?? dated ?? bracketed ?? [...(raised ?? '')].map((digit) => superscripts.indexOf(digit)).join('');
      const before = /\p{L}+$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? '';
      if ((bare !== undefined && !standsAlone(text, from, to)) || (raised !== undefined && /^(?:[kdchm]?m|ha)$/u.test(before))) continue;
      const mark = { line, from, to, number: Number(digits), weight: dated !== undefined ? 0 : bare === undefined ? 4 : 2 };
      const list = found.get(mark.number);
      if (list) list.push(mark);
      else found.set(mark.number, [mark]);
      if (bare === undefined || before === '') continue;
      glued.push({ mark, word: before });
      const token = `${before.toLowerCase()}${digits}`;
      tokens.set(token, (tokens.get(token) ?? 0) + 1);
    }
  });
  const words = wordsAlone(lines, new Set(glued.map(({ word }) => word.toLowerCase())));
  for (const { mark, word } of glued) mark.weight = weigh(word, words.has(word.toLowerCase()), tokens.get(`${word.toLowerCase()}${mark.number}`) ?? 1);
  return found;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';

const pattern = new RegExp([
  String.raw`(?<=[\p{L})\]’”"'»?!.,;:%…])(?<bare>[1-9]\d{0,2})(?![\p{L}\d])`,
  String.raw`(?<=(?:${months})\s(?:19|20)\d{2})(?<dated>[1-9]\d?)(?!\d)`, `(?<=\\S)(?<raised>[${superscripts}]{1,3})`, String.raw`(?<=\S)\s?\[(?<bracketed>[1-9]\d{0,2})\]`,
].join('|'), 'gu');

const afterDate = new RegExp(String.raw`(?:${months})\s\d{4}[.,]$`, 'u');

/** Not the end of a decimal, a time, an article or an abbreviation: *1,5*, *10:30*, *art.3*, *nr.7*, *p.12*; but *2 mei 2025.3*. */
function standsAlone(text: string, from: number, to: number): boolean {
  if (afterDate.test(text.slice(Math.max(0, from - 18), from))) return true;
  if (/\d[.,:]$|(?<!\p{L})(?:nrs?|no|art|artt|p|pp|pag|blz|fig|tab|par|hfst|bijl|sub|lid|ca|max|min|vgl|vol|jg|afl|st)\.$/iu.test(text.slice(Math.max(0, from - 8), from))) return false;
  return !/^[.,:/-]\d|^[%°€-]/u.test(text.slice(to, to + 2));
}

/** Words that are also in the text without a number are words; a word that keeps its number is a name. */
function weigh(word: string, alone: boolean, times: number): number {
  if (times > 1 || word.length < 2 || (word.length === 2 && !(alone && /^\p{Ll}+$/u.test(word) && !/^(?:[kdchm]m|kg|ml|cl|ha|nr)$/u.test(word)))) return -2;
  const capitals = word === word.toUpperCase();
  return (alone ? 3 : 2) - (capitals && !alone ? 3 : 0);
}

function wordsAlone(lines: readonly Line[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { text } of wanted.size > 0 ? lines : []) {
    for (const [word] of text.matchAll(/(?<![\p{L}\d])\p{L}{2,}(?![\p{L}\d])/gu)) if (wanted.has(word.toLowerCase())) found.add(word.toLowerCase());
  }
  return found;
}
