import type { ImportChange } from '../../schemas/records/content.ts';
import { liftNotes, wholeLines, type Stretch } from './lift-notes.ts';
import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';
import type { QuestionLabel } from './question-labels.ts';

/**
 * The asker's own notes: *(1)*, *1)*, *[1]* or a glued *1* behind words of a question, and lines that start so below the
 * question, or below all of them. Where their texts are left out, as in many answers, the numbers stay what they are: text.
 */
export function liftAskerNotes(text: PageText, labels: readonly QuestionLabel[]): { text: PageText; changes: ImportChange[] } {
  const { lines } = text;
  const marks = labels.flatMap((label, at) => (label.part === 'question' ? marksIn(lines, label, labels[at + 1]?.line ?? lines.length) : []));
  const found: Found[] = [];
  /** Marks above the note at hand that no note was found for yet, by sign and number. */
  const open = new Map<string, Mark[]>();
  let passed = 0;
  labels.forEach((label, at) => {
    for (const note of notesBelow(lines, label.line, labels[at + 1]?.line ?? lines.length)) {
      for (let mark = marks[passed]; mark && mark.line < note.from; mark = marks[passed]) {
        open.set(`${mark.number}${mark.sign}`, [...(open.get(`${mark.number}${mark.sign}`) ?? []), mark]);
        passed += 1;
      }
      const mark = open.get(`${note.number}${note.sign}`)?.pop();
      if (mark) found.push({ ...note, mark });
    }
  });
  const notes = found.map(({ from, to, number, textFrom, mark }) => ({ label: String(number), parts: wholeLines(lines, from, to, textFrom), marks: [mark] }));
  return liftNotes(text, notes, false);
}

/** `sign`: in what brackets a number stands, since notes have those of their marks. */
interface Mark extends Stretch { number: number; sign: string }

interface Found { from: number; to: number; number: number; sign: string; textFrom: number; mark: Mark }

const signOf = (mark: string) => /[)\]]/u.exec(mark)?.[0] ?? '';

/** In a question, but not at a line's start, where numbers count its points. */
function marksIn(lines: readonly Line[], label: QuestionLabel, to: number): Mark[] {
  return lines.slice(label.line, to).flatMap(({ text }, index) => {
    const from = index === 0 ? label.textFrom : 0;
    return Array.from(text.matchAll(/\(\d{1,2}\)|\[\d{1,2}\]|(?<=\s)\d{1,2}\)(?=[\s.,;:?!]|$)|(?<=[\p{L}?!.’”)])\d{1,2}(?=[\s.,;:?!]|$)/gu)).flatMap(({ 0: mark, index: at }) => (
      at <= from ? [] : [{ line: label.line + index, from: at, to: at + mark.length, number: Number(mark.replace(/\D/gu, '')), sign: signOf(mark) }]));
  });
}

/** Notes at the end of what stands under a label: lines that start with the next number, with nothing else behind them. */
function notesBelow(lines: readonly Line[], from: number, to: number): Omit<Found, 'mark'>[] {
  const found: Omit<Found, 'mark'>[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const text = lines[at]?.text ?? '';
    const match = /^(?:\(?\d{1,2}\)|\[\d{1,2}\]|\d{1,2}(?= ["'‘“]?\p{Lu}| https?:| www\.))\s+(?=\S)/u.exec(text.slice(0, 16));
    const last = found.at(-1);
    const number = Number(match?.[0].replace(/\D/gu, ''));
    if (match && (last === undefined || number === last.number + 1)) found.push({ from: at, to: at, number, sign: signOf(match[0]), textFrom: match[0].length });
    else if (last && lines[at]?.gap === 'none') last.to = at;
    else found.length = 0;
  }
  return found;
}
