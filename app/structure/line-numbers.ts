import { cutLines, type Cut, type CutText } from './cut-lines.ts';
import type { PageText } from './pages.ts';

/**
 * The text without the numbers of lines that some transcripts have in their margin: on each line, or on each fifth or
 * tenth. Believed only where they count the lines, over nearly all of the text; a numbered list does not.
 */
export function withoutLineNumbers(text: PageText): CutText {
  const numbered = text.lines.flatMap((line, at) => {
    const match = /^(\d{1,5})(?:\s+(?=\S)|$)/u.exec(line.text.slice(0, 40));
    return match ? [{ at, number: Number(match[1]), length: match[0].length }] : [];
  });
  const cuts = new Map<number, Cut[]>();
  if (countLines(numbered, text.lines.length)) {
    for (const { at, length } of numbered) cuts.set(at, [{ from: 0, to: length, rule: 'line-number' }]);
  }
  return cutLines(text, cuts);
}

/** The fewest numbers that are believed. */
const least = 10;

function countLines(numbered: readonly { at: number; number: number }[], lines: number): boolean {
  const steps = numbered.slice(1).map(({ at, number }, nth) => ({ lines: at - (numbered[nth]?.at ?? 0), by: number - (numbered[nth]?.number ?? 0) }));
  // Numbers start anew on each page, if they do.
  const right = steps.filter((step) => step.lines === step.by || step.by < 0);
  const restarts = right.filter(({ by }) => by < 0).length;
  if (numbered.length < least || right.length < 0.9 * steps.length || restarts > 0.1 * steps.length) return false;
  return numbered.length >= 0.8 * lines || (numbered.every(({ number }) => number % 5 === 0) && numbered.length * 12 >= lines);
}
