import type { ImportChange } from '../../schemas/records/content.ts';
import { liftNotes, wholeLines, type Stretch } from './lift-notes.ts';
import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';
import type { QuestionLabel } from './question-labels.ts';

/**
 * The asker's own notes: *(1)* or *1)* behind words of a question, and lines that start so below the question, or
 * below all of them. Where their texts are left out, as in many answers, the numbers stay what they are: text.
 */
export function liftAskerNotes(text: PageText, labels: readonly QuestionLabel[]): { text: PageText; changes: ImportChange[] } {
  const { lines } = text;
  const marks = labels.flatMap((label, at) => (label.part === 'question' ? marksIn(lines, label, labels[at + 1]?.line ?? lines.length) : []));
  const found: Found[] = [];
  labels.forEach((label, at) => {
    for (const { from, to, ...start } of notesBelow(lines, label.line, labels[at + 1]?.line ?? lines.length)) {
      const mark = marks.findLast((one) => one.number === start.number && one.line < from && !found.some((other) => other.mark === one));
      if (mark) found.push({ ...start, from, to, mark });
    }
  });
  const notes = found.map(({ from, to, number, textFrom, mark }) => ({ label: String(number), parts: wholeLines(lines, from, to, textFrom), marks: [mark] }));
  return liftNotes(text, notes, false);
}

interface Mark extends Stretch { number: number }

interface Found { from: number; to: number; number: number; textFrom: number; mark: Mark }

/** `(3)` and `3)` in a question, but not at a line's start, where they count points of the question. */
function marksIn(lines: readonly Line[], label: QuestionLabel, to: number): Mark[] {
  return lines.slice(label.line, to).flatMap(({ text }, index) => {
    const from = index === 0 ? label.textFrom : 0;
    return Array.from(text.matchAll(/\((\d{1,2})\)|(?<=\s)(\d{1,2})\)(?=[\s.,;:?!]|$)/gu)).flatMap(({ 0: mark, 1: bracketed, 2: closed, index: at }) => (
      at <= from ? [] : [{ line: label.line + index, from: at, to: at + mark.length, number: Number(bracketed ?? closed) }]));
  });
}

/** Notes at the end of what stands under a label: lines that start with the next number, with nothing else behind them. */
function notesBelow(lines: readonly Line[], from: number, to: number): Omit<Found, 'mark'>[] {
  const found: Omit<Found, 'mark'>[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const text = lines[at]?.text ?? '';
    const match = /^\(?(\d{1,2})\)\s+(?=\S)/u.exec(text.slice(0, 12));
    const last = found.at(-1);
    const number = Number(match?.[1]);
    if (match && (last === undefined || number === last.number + 1)) found.push({ from: at, to: at, number, textFrom: match[0].length });
    else if (last && lines[at]?.gap === 'none') last.to = at;
    else found.length = 0;
  }
  return found;
}
