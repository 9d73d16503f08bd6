import type { ImportChange } from '../../schemas/records/content.ts';
import { cutStart, editLine, replaceLines, type Edit } from './line-edits.ts';
import type { Line } from './lines.ts';
import type { Note, PageText } from './pages.ts';
import { slicePiece, spanOf, type Piece } from './pieces.ts';

/** A stretch of a line, by UTF-16 offsets. */
export interface Stretch { line: number; from: number; to: number }

/** A note that stands among the lines of a text. */
export interface NoteInText {
  /** As its mark prints it. */
  label: string;
  /** What goes out of the text; of each line so much at its start and end is no word of the note but a sign of it. */
  parts: (Stretch & { opens: number; closes: number })[];
  marks: Stretch[];
}

/** Lines as the parts of a note whose first words stand at `textFrom`. */
export function wholeLines(lines: readonly Line[], from: number, to: number, textFrom: number): NoteInText['parts'] {
  return lines.slice(from, to + 1).map(({ text }, index) => ({ line: from + index, from: 0, to: text.length, opens: index === 0 ? textFrom : 0, closes: 0 }));
}

/**
 * Takes notes out of the lines and ties them to the places of their marks. `between`: they interrupt the text, so that
 * a sentence may go on behind them. Says what became of each note and mark.
 */
export function liftNotes(text: PageText, found: readonly NoteInText[], between: boolean): { text: PageText; changes: ImportChange[] } {
  const { lines, quote } = text;
  const edits = new Map<number, Edit[]>();
  const changes: ImportChange[] = [];
  const cut = ({ line, from, to }: Stretch, note?: string) => {
    const edit = { from: cutStart(lines[line]?.text ?? '', from, to), to, note };
    edits.set(line, [...(edits.get(line) ?? []), edit]);
  };
  const list = (rule: string, stretches: readonly Stretch[], after: string) => {
    const pieces = stretches.map(({ line, from, to }) => slicePiece(lines[line] ?? nothing, from, to));
    const span = spanOf(pieces.flatMap(({ map }) => map));
    changes.push({ rule, source: span, before: quote(span, pieces.map((piece) => piece.text).join('\n')), after });
  };
  const notes = found.map(({ label, parts, marks }, at): Note => {
    // Passes follow each other: each counts on.
    const id = `in text ${text.notes.length + at}`;
    const own = parts.flatMap(({ line, from, to, opens, closes }) => within(lines[line], from + opens, to - closes) ?? []);
    list('footnote', parts, own.map((line) => line.text).join(' '));
    for (const part of parts) cut(part);
    for (const mark of marks) {
      list('footnote-mark', [mark], '');
      cut(mark, id);
    }
    return { id, label, lines: own };
  });
  const edited = lines.map((line, at) => editLine(line, (edits.get(at) ?? []).toSorted((a, b) => a.from - b.from)));
  return { text: { ...replaceLines(text, edited, between), notes: [...text.notes, ...notes] }, changes };
}

const nothing: Piece = { text: '', map: [] };

function within(line: Line | undefined, from: number, to: number): Line | null {
  return line ? editLine(line, [{ from: 0, to: from }, { from: to, to: line.text.length }]) : null;
}
