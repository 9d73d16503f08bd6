import { median } from './geometry.ts';
import type { Placed } from './rows.ts';

/** A line of text with the place of each letter on the page. */
export interface SetLine {
  text: string;
  /** Left and right of each UTF-16 unit; a space that was inferred has its gap. */
  left: number[];
  right: number[];
  baseline: number;
  /** Of most of the letters. */
  size: number;
  /** All letters are. */
  bold: boolean;
  /** Stretches set higher and smaller, as marks of notes are. UTF-16. */
  raised: [number, number][];
}

interface Letter { text: string; left: number; right: number; size: number; place: Placed['place']; gap: number; spaced: boolean }

/** Runs of one row as a line: spaces where the file has them or where letters stand apart, and none in s p a c e d type. */
export function setLine(runs: readonly Placed[], baseline: number): SetLine {
  const letters = lettersOf(runs);
  // Where the file has spaces, kerning is the likelier reason for a narrow gap.
  const narrowest = letters.some(({ spaced }) => spaced) ? 0.2 : 0.14;
  const spaces = letters.map((letter, at) => at > 0 && hasSpace(letter, letters[at - 1], narrowest));
  for (const [from, to] of spacedStretches(letters)) {
    const usual = median(letters.slice(from, to).map(({ gap }) => gap));
    for (let at = from; at < to; at += 1) spaces[at] = (letters[at]?.gap ?? 0) > 1.6 * usual;
  }
  const line: SetLine = { text: '', left: [], right: [], baseline, size: 0, bold: true, raised: [] };
  letters.forEach((letter, at) => {
    if (spaces[at]) add(line, ' ', letters[at - 1]?.right ?? letter.left, letter.left);
    const from = line.text.length;
    for (const unit of letter.text.split('')) add(line, unit, letter.left, letter.right);
    if (letter.place !== 'raised') return;
    const last = line.raised.at(-1);
    if (last && last[1] === from) last[1] = line.text.length;
    else line.raised.push([from, line.text.length]);
  });
  const sizes = new Map<number, number>();
  for (const run of runs) {
    const visible = run.text.replaceAll(' ', '').length;
    if (run.place === 'line') sizes.set(run.size, (sizes.get(run.size) ?? 0) + visible);
    if (visible > 0 && /[\p{L}\p{N}]/u.test(run.text)) line.bold &&= run.bold;
  }
  line.size = [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? runs[0]?.size ?? 0;
  return line;
}

function add(line: SetLine, unit: string, left: number, right: number): void {
  line.text += unit;
  line.left.push(left);
  line.right.push(right);
}

/** The letters that are seen, in order of place, accents on the letters they stand over. */
function lettersOf(runs: readonly Placed[]): Letter[] {
  const letters: Letter[] = [];
  let spaced = false;
  for (const run of runs) {
    const characters = [...run.text];
    let at = 0;
    for (const text of characters) {
      const left = run.left[at] ?? 0;
      const right = run.right[at + text.length - 1] ?? left;
      at += text.length;
      if (text === ' ') {
        spaced = true;
        continue;
      }
      const before = letters.at(-1);
      if (before && !spaced && accented(before, text, left, right)) continue;
      letters.push({ text, left, right, size: run.size, place: run.place, gap: before ? left - before.right : 0, spaced });
      spaced = false;
    }
  }
  return letters;
}

/** Spacing accents that old typesetting programs put over a letter, as the marks that combine with it. */
const accents: Record<string, string> = { '´': '\u0301', '`': '\u0300', '¨': '\u0308', 'ˆ': '\u0302', '˜': '\u0303', '¸': '\u0327', 'ˇ': '\u030C' };

/** Puts an accent and its letter together where one lies over the other; false where they do not. */
function accented(before: Letter, text: string, left: number, right: number): boolean {
  if (/^\p{Mn}$/u.test(text)) return compose(before, before.text + text);
  const overlap = Math.min(before.right, right) - Math.max(before.left, left);
  if (overlap < 0.5 * Math.min(before.right - before.left, right - left)) return false;
  const over = accents[text];
  const under = accents[before.text];
  if (over && /^\p{L}$/u.test(before.text)) return compose(before, before.text + over);
  if (!under || !/^\p{L}$/u.test(text)) return false;
  before.left = Math.min(before.left, left);
  before.right = Math.max(before.right, right);
  return compose(before, text.replace('ı', 'i') + under);
}

function compose(letter: Letter, text: string): boolean {
  letter.text = text.normalize('NFC');
  return true;
}

function hasSpace(letter: Letter, before: Letter | undefined, narrowest: number): boolean {
  // Some programs write a soft hyphen that does not show as a space without width.
  if (letter.spaced) return letter.gap > 0.05 * letter.size;
  if (letter.place === 'capital' || before?.place === 'capital') return false;
  const scripts = letter.place !== before?.place;
  return letter.gap > (scripts ? 0.3 : narrowest) * Math.min(letter.size, before?.size ?? letter.size);
}

/** Stretches in which every letter stands apart from the one before. In type with spaces in the file only of capitals. */
function spacedStretches(letters: readonly Letter[]): [number, number][] {
  const stretches: [number, number][] = [];
  let from = 1;
  for (let at = 1; at <= letters.length; at += 1) {
    const letter = letters[at];
    if (letter && letter.gap > 0.1 * letter.size && letter.gap < 2 * letter.size) continue;
    const own = letters.slice(from - 1, at);
    const written = letters.slice(from, at).some(({ spaced }) => spaced);
    if (own.length >= 5 && own.every(({ text }) => (written ? /\p{Lu}/u : /\p{L}|\p{P}/u).test(text))) stretches.push([from, at]);
    from = at + 1;
  }
  return stretches;
}
