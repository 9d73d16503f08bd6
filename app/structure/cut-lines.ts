import type { ImportChange } from '../../schemas/records/content.ts';
import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';
import { joinPieces, slicePiece, spanOf, type Piece } from './pieces.ts';
import type { Quote } from './quote.ts';

/** What is to go from a line: a stretch by UTF-16 offsets, and the rule that takes it out. */
export interface Cut { from: number; to: number; rule: string }

/** A text of which something was cut out, and the changes that this made. */
export interface CutText { text: PageText; changes: ImportChange[] }

/**
 * The text without what is cut from its lines; a line of which nothing is left goes. Cuts of a line ascend and do not
 * overlap. The white space in front of a cut goes with it, at the head of a line that behind it.
 */
export function cutLines(text: PageText, cuts: ReadonlyMap<number, readonly Cut[]>): CutText {
  const lines: Line[] = [];
  const changes: ImportChange[] = [];
  /** For each line the index of the first kept line from it on. */
  const moved: number[] = [];
  let gap: Line['gap'] = 'none';
  text.lines.forEach((line, at) => {
    moved.push(lines.length);
    if (line.gap === 'page' || (line.gap === 'blank' && gap === 'none')) gap = line.gap;
    const own = cuts.get(at);
    const kept = own ? cutLine(line, own, text.quote, changes) : line;
    if (!kept) return;
    lines.push(gap === kept.gap || lines.length === 0 ? kept : { ...kept, gap });
    gap = 'none';
  });
  // Pages of which nothing is left are left out.
  const pages = text.pages.map((page) => ({ ...page, line: moved[page.line] ?? lines.length }))
    .filter((page, at, all) => page.line < lines.length && all[at + 1]?.line !== page.line);
  return { text: { ...text, lines, pages }, changes };
}

function cutLine(line: Line, cuts: readonly Cut[], quote: Quote, changes: ImportChange[]): Line | null {
  const kept: Piece[] = [];
  let at = 0;
  for (const cut of cuts) {
    const before = line.text.slice(at, cut.from).trimEnd();
    const isHead = kept.length === 0 && before === '';
    const from = isHead ? at : at + before.length;
    const to = isHead ? line.text.length - line.text.slice(cut.to).trimStart().length : cut.to;
    const span = spanOf(slicePiece(line, from, to).map);
    changes.push({ rule: cut.rule, source: span, before: quote(span, line.text.slice(from, to)), after: '' });
    if (from > at) kept.push(slicePiece(line, at, from));
    at = to;
  }
  if (at < line.text.length) kept.push(slicePiece(line, at));
  const { text, map, marks = [] } = joinPieces(kept, []);
  return text === '' ? null : { ...line, text, map, marks };
}
