import type { ImportChange } from '../../schemas/records/content.ts';
import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';
import { joinPieces, spanOf, splitPiece } from './pieces.ts';
import type { Quote } from './quote.ts';

/**
 * What is to go from a line: a stretch by UTF-16 offsets, and the rule that takes it out. What stands behind it is
 * parted from the line before as by an empty line.
 */
export interface Cut { from: number; to: number; rule: string; parts?: boolean }

/** A text of which something was cut out, and the changes that this made. */
export interface CutText { text: PageText; changes: ImportChange[] }

/**
 * The text without what is cut from its lines; a line of which nothing is left goes. Cuts of a line ascend and do not
 * overlap. The white space in front of a cut goes with it, unless a word follows at once; at the head of a line
 * that behind it.
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
    if (gap === 'none' && own?.some(({ parts }) => parts)) gap = 'blank';
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

const isWordAt = (text: string, at: number) => /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));

function cutLine(line: Line, cuts: readonly Cut[], quote: Quote, changes: ImportChange[]): Line | null {
  const stretches: Cut[] = [];
  let at = 0;
  let isHead = true;
  for (const cut of cuts) {
    const before = line.text.slice(at, cut.from).trimEnd();
    isHead &&= before === '';
    const from = isHead ? at : isWordAt(line.text, cut.to) ? cut.from : at + before.length;
    const to = isHead ? line.text.length - line.text.slice(cut.to).trimStart().length : cut.to;
    stretches.push({ ...cut, from, to });
    at = to;
  }
  // Kept and cut in turns: the first part is kept, or empty.
  const parts = splitPiece(line, stretches.flatMap(({ from, to }) => [from, to]));
  stretches.forEach(({ rule }, nth) => {
    const gone = parts[2 * nth + 1];
    const span = spanOf(gone?.map ?? []);
    changes.push({ rule, source: span, before: quote(span, gone?.text ?? ''), after: '' });
  });
  const { text, map, marks = [] } = joinPieces(parts.filter(({ text: part }, nth) => nth % 2 === 0 && part !== ''), []);
  return text === '' ? null : { ...line, text, map, marks };
}
