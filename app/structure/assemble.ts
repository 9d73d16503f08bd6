import type { CodePoint } from '../../schemas/ids.ts';
import type { Block, Content, ImportChange, Place, SourceSpan } from '../../schemas/records/content.ts';
import type { Draft } from './drafts.ts';
import { joinLines, wordCounter } from './hyphens.ts';
import type { PageText } from './pages.ts';
import { joinPieces, pointLength, spanOf } from './pieces.ts';

export type Assembled = Pick<Content, 'blocks' | 'pages' | 'footnotes' | 'changes'>;

/**
 * Drafts as blocks in no turn, their lines joined, and the notes as blocks behind them; says where pages start, where
 * the notes' marks stood and what the joining repaired.
 */
export function assembleBlocks(text: PageText, drafts: readonly Draft[]): Assembled {
  const changes: ImportChange[] = [];
  const pages: Content['pages'] = [];
  const count = wordCounter(text.lines);
  const starts = new Map(text.pages.map((page) => [page.line, page]));
  const anchors = new Map<string, Place[]>();
  const blocks = drafts.map((draft, block): Block => {
    const joined = joinLines(draft.parts.map((part) => part.piece), count, text.quote);
    changes.push(...joined.changes);
    let offset = 0;
    draft.parts.forEach(({ line }, at) => {
      const start = starts.get(line);
      if (start && starts.delete(line)) pages.push({ page: start.page, at: { block, offset: offset as CodePoint }, printed: start.printed });
      offset += pointLength(joined.pieces[at]?.text ?? '') + (joined.glue[at]?.length ?? 0);
    });
    const { text: words, map, marks = [] } = joinPieces(joined.pieces, joined.glue);
    for (const { at, note } of marks) {
      anchors.set(note, [...(anchors.get(note) ?? []), { block, offset: pointLength(words.slice(0, at)) as CodePoint }]);
    }
    const page = text.lines[draft.parts[0]?.line ?? -1]?.page ?? null;
    const span = spanOf(map);
    // A mark behind the last letter belongs to the block too.
    const source: SourceSpan = span && [span[0], Math.max(span[1], ...marks.map(({ until }) => until ?? 0)) as CodePoint];
    return { kind: draft.kind, level: draft.level, text: words, turn: null, page, source, sourceMap: map };
  });
  const footnotes: Content['footnotes'] = [];
  text.notes.forEach(({ id, label, lines }, at) => {
    const joined = joinLines(lines, count, text.quote);
    const { text: words, map } = joinPieces(joined.pieces, joined.glue);
    if (words === '') return;
    changes.push(...joined.changes);
    const places = anchors.get(id) ?? [null];
    for (const anchor of places) footnotes.push({ label: label ?? String(at + 1), anchor, block: blocks.length });
    const page = lines[0]?.page ?? blocks[places[0]?.block ?? -1]?.page ?? null;
    blocks.push({ kind: 'footnote', level: null, text: words, turn: null, page, source: spanOf(map), sourceMap: map });
  });
  return { blocks, pages, footnotes, changes };
}
