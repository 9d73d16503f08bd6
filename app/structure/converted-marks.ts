import type { ImportChange } from '../../schemas/records/content.ts';
import { liftNotes, type NoteInText } from './lift-notes.ts';
import { cutStart, editLine, replaceLines } from './line-edits.ts';
import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';
import { slicePiece, spanOf } from './pieces.ts';

/**
 * What programs that turn Word files into text leave of marks that are no text: `[bookmark: _Hlk12]`, which goes, and
 * `[footnoteRef:1]` with `[1: the note]` somewhere behind it, which become notes. A mark without a note, and a note
 * without a mark, stay as they are: they may be the author's own.
 */
export function liftConvertedMarks(text: PageText): PageText {
  if (!text.lines.some((line) => hint.test(line.text))) return text;
  const bare = withoutBookmarks(text);
  const bodies = findBodies(bare.lines);
  findReferences(bare.lines, bodies);
  const lifted = liftNotes(bare, bodies.filter(({ marks }) => marks.length > 0), false);
  return { ...lifted.text, changes: [...bare.changes, ...lifted.changes] };
}

const hint = /\[(?:bookmark|(?:foot|end)noteRef):/iu;

function withoutBookmarks(text: PageText): PageText {
  const changes: ImportChange[] = [];
  const edited = text.lines.map((line) => editLine(line, Array.from(line.text.matchAll(/\[bookmark:\s*[^\s[\]]+\s*\]/giu), ({ 0: mark, index: from }) => {
    const to = from + mark.length;
    const span = spanOf(slicePiece(line, from, to).map);
    changes.push({ rule: 'bookmark', source: span, before: text.quote(span, mark), after: '' });
    return { from: cutStart(line.text, from, to), to };
  })));
  return { ...replaceLines(text, edited, false), changes: [...text.changes, ...changes] };
}

/** Gives each `[footnoteRef:3]` to the note that it means: the next one of that number, or else the last one before. */
function findReferences(lines: readonly Line[], bodies: readonly NoteInText[]): void {
  const next = new Map<string, NoteInText>();
  const last = new Map(bodies.map((own) => [own.label, own]));
  let body = bodies.length - 1;
  for (let line = lines.length - 1; line >= 0; line -= 1) {
    for (const { 0: mark, 1: label = '', index } of [...(lines[line]?.text ?? '').matchAll(/\[(?:foot|end)noteRef:\s*(\d{1,4})\s*\]/giu)].toReversed()) {
      for (let own = bodies[body]; own && startsBehind(own, line, index); own = bodies[body]) {
        next.set(own.label, own);
        body -= 1;
      }
      (next.get(label) ?? last.get(label))?.marks.unshift({ line, from: index, to: index + mark.length });
    }
  }
}

const startsBehind = ({ parts: [first] }: NoteInText, line: number, at: number) => first !== undefined && (first.line > line || (first.line === line && first.from > at));

/** Most lines of one note. */
const longest = 30;

/** `[3: the note]`, which may run over lines. */
function findBodies(lines: readonly Line[]): NoteInText[] {
  const bodies: NoteInText[] = [];
  let open: NoteInText | null = null;
  let depth = 0;
  lines.forEach(({ text }, line) => {
    let from = 0;
    let opens = 0;
    if (open && open.parts.length >= longest) open = null;
    for (const { 0: sign, 1: label, index } of text.matchAll(/\[(?:(\d{1,4}):\s+)?|\]/gu)) {
      if (!open) {
        if (label === undefined) continue;
        [open, depth, from, opens] = [{ label, parts: [], marks: [] }, 1, index, sign.length];
        continue;
      }
      depth += sign === ']' ? -1 : 1;
      if (depth > 0) continue;
      open.parts.push({ line, from, to: index + 1, opens, closes: 1 });
      bodies.push(open);
      [open, opens] = [null, 0];
    }
    if (open) open.parts.push({ line, from, to: text.length, opens, closes: 0 });
  });
  return bodies;
}
