import type { ImportChange } from '../../schemas/records/content.ts';
import { cutStart, editLine, replaceLines, type Edit } from './line-edits.ts';
import type { Line } from './lines.ts';
import type { Note, PageText } from './pages.ts';
import { slicePiece, spanOf, type Piece } from './pieces.ts';

/**
 * What programs that turn Word files into text leave of marks that are no text: `[bookmark: _Hlk12]`, which goes, and
 * `[footnoteRef:1]` with `[1: the note]` somewhere behind it, which become notes. A mark without a note, and a note
 * without a mark, stay as they are: they may be the author's own.
 */
export function liftConvertedMarks(text: PageText): PageText {
  if (!text.lines.some((line) => hint.test(line.text))) return text;
  const edits = text.lines.map(({ text: words }) => bookmarks(words));
  const notes: Note[] = [];
  const changes: ImportChange[] = [];
  const change = (rule: string, line: Line | undefined, { from, to }: Edit) => {
    const span = line ? spanOf(slicePiece(line, from, to).map) : null;
    changes.push({ rule, source: span, before: text.quote(span, line?.text.slice(from, to) ?? ''), after: '' });
  };
  edits.forEach((own, at) => own.forEach((edit) => change('bookmark', text.lines[at], edit)));
  const bodies = findBodies(text.lines);
  const told = new Set<number>();
  for (const { line, from, to, body } of findReferences(text.lines, bodies)) {
    const edit = { from: cutStart(text.lines[line]?.text ?? '', from, to), to, note: `converted ${body}` };
    edits[line]?.push(edit);
    change('footnote-mark', text.lines[line], edit);
    told.add(body);
  }
  bodies.forEach(({ label, parts }, body) => {
    if (!told.has(body)) return;
    const lines = parts.flatMap((part) => withinMarks(text.lines, part));
    notes.push({ id: `converted ${body}`, label, lines });
    const span = spanOf(parts.flatMap(({ line, from, to }) => slicePiece(text.lines[line] ?? nothing, from, to).map));
    const words = lines.map((line) => line.text).join(' ');
    changes.push({ rule: 'footnote', source: span, before: text.quote(span, words), after: words });
    for (const { line, from, to } of parts) edits[line]?.push({ from: cutStart(text.lines[line]?.text ?? '', from, to), to });
  });
  const edited = text.lines.map((line, at) => editLine(line, (edits[at] ?? []).toSorted((a, b) => a.from - b.from)));
  return { ...replaceLines(text, edited, () => false), notes: [...text.notes, ...notes], changes: [...text.changes, ...changes] };
}

const hint = /\[(?:bookmark|(?:foot|end)noteRef):/iu;

function bookmarks(words: string): Edit[] {
  return Array.from(words.matchAll(/\[bookmark:\s*[^\s[\]]+\s*\]/giu), ({ 0: mark, index }) => ({ from: index, to: index + mark.length }));
}

const nothing: Piece = { text: '', map: [] };

/** A stretch of a line, by UTF-16 offsets. */
interface Stretch { line: number; from: number; to: number }

/** `[footnoteRef:3]`, and which note it means: the next one of that number. */
function findReferences(lines: readonly Line[], bodies: readonly Body[]): (Stretch & { body: number })[] {
  const next = new Map<string, number>();
  let body = bodies.length - 1;
  const found: (Stretch & { body: number })[] = [];
  for (let line = lines.length - 1; line >= 0; line -= 1) {
    for (const { 0: mark, 1: label = '', index } of [...(lines[line]?.text ?? '').matchAll(/\[(?:foot|end)noteRef:\s*(\d{1,4})\s*\]/giu)].toReversed()) {
      for (let own = bodies[body]; own && startsBehind(own, line, index); own = bodies[body]) {
        next.set(own.label, body);
        body -= 1;
      }
      const meant = next.get(label);
      if (meant !== undefined) found.push({ line, from: index, to: index + mark.length, body: meant });
    }
  }
  return found;
}

const startsBehind = ({ parts: [first] }: Body, line: number, at: number) => first !== undefined && (first.line > line || (first.line === line && first.from > at));

/** `[3: the note]`, which may run over lines. */
interface Body { label: string; parts: (Stretch & { opens: number; closes: number })[] }

/** Most lines of one note. */
const longest = 30;

function findBodies(lines: readonly Line[]): Body[] {
  const bodies: Body[] = [];
  let open: Body | null = null;
  let depth = 0;
  lines.forEach(({ text }, line) => {
    let from = 0;
    let opens = 0;
    if (open && open.parts.length >= longest) open = null;
    for (const { 0: sign, 1: label, index } of text.matchAll(/\[(?:(\d{1,4}):\s+)?|\]/gu)) {
      if (!open) {
        if (label === undefined) continue;
        [open, depth, from, opens] = [{ label, parts: [] }, 1, index, sign.length];
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

/** What stands in a line between the note's own brackets. */
function withinMarks(lines: readonly Line[], { line: at, from, to, opens, closes }: Body['parts'][number]): Line[] {
  const line = lines[at];
  const kept = line && editLine(line, [{ from: 0, to: from + opens }, { from: to - closes, to: line.text.length }]);
  return kept ? [kept] : [];
}
