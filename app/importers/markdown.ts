import type { ImportChange } from '../../schemas/records/content.ts';
import { joinPieces, slicePiece, spanOf, type Piece } from '../structure/pieces.ts';
import { ok } from '../support/result.ts';
import { decodeText } from './decode.ts';
import { extensionsOf } from './extensions.ts';
import type { Importer, RawLine } from './importer.ts';
import { linesOf } from './text.ts';
import { unsupportedFormat } from './unsupported.ts';

/** Markdown, as transcripts are written in it: headings and bold marks are understood, everything else is text. */
export const markdown: Importer = {
  id: 'md',
  name: { nl: 'Markdown', en: 'Markdown' },
  extensions: extensionsOf.md,
  source: 'file',
  // Nothing in the bytes tells Markdown from text: here the name decides.
  sniff: (bytes, fileName) => (/\.(md|markdown)$/i.test(fileName) && !unsupportedFormat(bytes, fileName) ? 0.5 : 0),
  read: async (bytes) => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return decoded;
    const raw = linesOf(decoded.value.text);
    const changes = [...raw.changes];
    const lines = raw.lines.map((line) => withoutMarks(line, changes));
    return ok({ format: 'md', source: raw.source, lines, changes, warnings: decoded.value.warnings });
  },
};

/** The line without `## ` and `**`; what was taken out is added to `changes`. */
function withoutMarks(line: RawLine, changes: ImportChange[]): RawLine {
  const piece: Piece = { text: line.text, map: line.sourceMap };
  const heading = /^ {0,3}(#{1,6})[ \t]+(?=\S)/.exec(line.text);
  const marks: [number, number][] = heading ? [[0, heading[0].length]] : [];
  for (const match of line.text.matchAll(/\*\*(?=\S)([^*]+)\*\*|\b__(?=\S)([^_]+)__\b/g)) {
    marks.push([match.index, match.index + 2], [match.index + match[0].length - 2, match.index + match[0].length]);
  }
  if (marks.length === 0) return line;
  const kept: Piece[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    kept.push(slicePiece(piece, at, from));
    const mark = slicePiece(piece, from, to);
    changes.push({ rule: 'markdown-mark', source: spanOf(mark.map), before: mark.text, after: '' });
    at = to;
  }
  kept.push(slicePiece(piece, at));
  const { text, map } = joinPieces(kept, []);
  return { ...line, text, sourceMap: map, ...(heading ? { heading: heading[1]?.length ?? 1 } : {}) };
}
