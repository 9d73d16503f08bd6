import type { ImportChange } from '../../schemas/records/content.ts';
import { editLine, replaceLines } from './line-edits.ts';
import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';
import { slicePiece, spanOf } from './pieces.ts';

/** One space for each run of white space inside a line: doubled spaces, tabs and spaces that keep words together. */
export function tidySpaces(text: PageText): { text: PageText; changes: ImportChange[] } {
  const changes: ImportChange[] = [];
  const tidied = (line: Line) => {
    const runs = Array.from(line.text.matchAll(/\s{2,}|[^\S ]/gu), ({ 0: run, index }) => ({ from: index, to: index + run.length }));
    const edits = runs.map(({ from, to }) => {
      const run = line.text.slice(from, to);
      const span = spanOf(slicePiece(line, from, to).map);
      changes.push({ rule: 'space', source: span, before: text.quote(span, run), after: ' ' });
      // A space that is there stays what it is, with its place in the source.
      const kept = run.indexOf(' ');
      return kept < 0 ? [{ from, to, text: ' ' }] : [{ from, to: from + kept }, { from: from + kept + 1, to }].filter((edit) => edit.from < edit.to);
    });
    return editLine(line, edits.flat());
  };
  const notes = text.notes.map((note) => ({ ...note, lines: note.lines.flatMap((line) => tidied(line) ?? []) }));
  return { text: { ...replaceLines(text, text.lines.map(tidied), false), notes }, changes };
}
