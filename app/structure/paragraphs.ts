import { endsSentence, startsSmall, type Line } from './lines.ts';
import { metrics, type Metric } from './widths.ts';

/** Where paragraphs end. Index i asks about the place between line i and line i + 1. */
export interface Paragraphs {
  endsAfter(line: number): boolean;
  /** A new sentence or paragraph may start at this line: the line before does not break off in the middle of one. */
  mayStart(line: number): boolean;
}

/**
 * Finds paragraph ends in text without indents or empty lines between paragraphs, by measuring: a program that sets
 * text breaks a line only where the next word would not have fitted, so a line after which it would have fitted ends a
 * paragraph. The column's width and the type are taken from the lines that break in the middle of a sentence, which
 * were certainly broken to fit. Where a full line ends in a full stop nothing can be told: the paragraph goes on.
 * Text of one paragraph a line is recognised by having no such broken lines. Where the format says whether a paragraph
 * ends, nothing is measured.
 */
export function findParagraphs(lines: readonly Line[]): Paragraphs {
  const wraps = wrapsOf(lines);
  const wrapped = wraps.broken.length >= 3 && wraps.broken.length > 0.12 * wraps.pairs;
  const column = wrapped ? measureColumn(lines, wraps.broken) : null;
  const spaced = column !== null && wraps.doubleSpaced;
  const doubleSpaces = column !== null && trailingSpacesTell(lines, wraps.broken);
  const endsAt = (at: number): boolean => {
    const line = lines[at];
    const next = lines[at + 1];
    if (!line || !next) return true;
    if (line.endsParagraph !== null) return line.endsParagraph || line.heading !== next.heading;
    if (next.heading !== null || line.heading !== null) return true;
    if (next.gap === 'blank' && !spaced) return true;
    // Where lines hardly ever break off in a sentence, the few that do were broken by hand.
    if (column === null) return endsSentence(line.text) || !startsSmall(next.text) || (wrapped && next.gap !== 'page');
    const fits = needOf(lines, at, column.metric) <= column.width;
    if (next.gap === 'blank') return endsSentence(line.text) && fits;
    const midSentence = !/[.?!…]["'’”»)\]]*$/u.test(line.text.slice(-8)) && startsSmall(next.text);
    if (midSentence) return column.metric.width(line.text) < 0.4 * column.width && next.gap !== 'page';
    return fits || (doubleSpaces && line.trailing >= 2);
  };
  // Asked many times over: measured once.
  const ends = Uint8Array.from(lines, (_, at) => Number(endsAt(at)));
  return {
    endsAfter: (at) => ends[at] !== 0,
    mayStart: (at) => {
      const before = lines[at - 1];
      if (!before || lines[at]?.gap === 'blank' || endsSentence(before.text)) return true;
      if (before.endsParagraph !== null) return before.endsParagraph;
      return column === null || column.metric.width(before.text) < 0.85 * column.width;
    },
  };
}

interface Wraps {
  /** Lines that certainly go on in the next one: no end of a sentence here, a small letter there. */
  broken: number[];
  /** Places between two lines where such a break could be. */
  pairs: number;
  /** The broken lines have an empty line after them: empty lines part lines here, not paragraphs. */
  doubleSpaced: boolean;
}

function wrapsOf(lines: readonly Line[]): Wraps {
  const isBroken = (at: number) => {
    const line = lines[at];
    const next = lines[at + 1];
    return line !== undefined && next !== undefined && !endsSentence(line.text) && !/[-\u00AD]$/.test(line.text) && startsSmall(next.text);
  };
  const adjacent: number[] = [];
  const blank: number[] = [];
  for (let at = 0; at + 1 < lines.length; at += 1) {
    if (lines[at]?.endsParagraph === null) (lines[at + 1]?.gap === 'blank' ? blank : adjacent).push(at);
  }
  const broken = adjacent.filter(isBroken);
  const brokenOverBlank = blank.filter(isBroken);
  if (brokenOverBlank.length > 3 && brokenOverBlank.length > broken.length && brokenOverBlank.length > 0.4 * blank.length) {
    return { broken: brokenOverBlank, pairs: blank.length, doubleSpaced: true };
  }
  return { broken, pairs: adjacent.length, doubleSpaced: false };
}

interface Column { metric: Metric; width: number }

/**
 * The type and column that explain the broken lines best: each is at most as wide as the column, and with the next
 * word wider. Null where none explains most of them: then the lines were not broken to fit anything.
 */
function measureColumn(lines: readonly Line[], broken: readonly number[]): Column | null {
  // A few hundred lines fix the width; more cost time only.
  const step = Math.max(1, Math.floor(broken.length / 4000));
  const sample = broken.filter((_, at) => at % step === 0);
  let best: (Column & { misfits: number }) | null = null;
  for (const metric of metrics) {
    const widths = sample.map((at) => metric.width(printed(lines[at]))).toSorted((a, b) => a - b);
    const needs = sample.map((at) => needOf(lines, at, metric)).toSorted((a, b) => a - b);
    const { width, misfits } = bestColumn(widths, needs);
    // Where the type is another than ours, room for a word is only believed where hardly any broken line has it.
    // Lines far shorter than that were broken by hand: names below a letter, verse.
    const full = needs.filter((need) => need > 0.6 * width);
    const sure = full[Math.floor(full.length * 0.01)] ?? width;
    if (!best || misfits < best.misfits) best = { metric, width: Math.min(width, sure), misfits };
  }
  if (!best) return null;
  return best.misfits > 0.5 * sample.length || best.width < narrowest ? null : best;
}

/** About thirty letters; narrower lines are verse or a list, not text that was broken to fit. */
const narrowest = 15_000;

/**
 * The width with the fewest lines that are wider or that had room for another word. Where a range of widths explains
 * them equally well, a little above its lowest: a line is never wider than its column, but often nearly as wide.
 */
function bestColumn(widths: readonly number[], needs: readonly number[]): { width: number; misfits: number } {
  let best = { width: 0, misfits: Number.POSITIVE_INFINITY };
  let roomy = 0;
  for (let at = 0; at < widths.length; at += 1) {
    const width = widths[at] ?? 0;
    while (roomy < needs.length && (needs[roomy] ?? 0) <= width) roomy += 1;
    const misfits = widths.length - 1 - at + roomy;
    if (misfits < best.misfits) best = { width, misfits };
  }
  return best;
}

/** Width that the line would have had with the next line's first word on it. */
function needOf(lines: readonly Line[], at: number, metric: Metric): number {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next) return 0;
  const word = /^\S+/.exec(next.text.slice(0, 100))?.[0] ?? '';
  return metric.width(`${printed(line)} ${printed(next, word.length)}`);
}

/** The line's first letters as wide as they were printed: with the marks of notes that were taken out of them. */
function printed(line: Line | undefined, letters = Number.POSITIVE_INFINITY): string {
  const text = line?.text.slice(0, letters) ?? '';
  const lifted = line?.marks?.filter(({ at, until }) => at <= letters && until !== undefined).length ?? 0;
  return lifted === 0 ? text : `${text}${'1'.repeat(lifted)}`;
}

/**
 * Two spaces at the end of a line say that a paragraph ends (one was typed, one stands for the line break) where
 * lines broken in mid-sentence never have them.
 */
function trailingSpacesTell(lines: readonly Line[], broken: readonly number[]): boolean {
  const inSentence = broken.filter((at) => (lines[at]?.trailing ?? 0) >= 2).length;
  return inSentence * 200 < broken.length;
}
