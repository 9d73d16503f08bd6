import type { CodePoint } from '../../schemas/ids.ts';
import type { Block, Content, ImportChange } from '../../schemas/records/content.ts';
import type { Draft } from './drafts.ts';
import { joinLines, wordCounter } from './hyphens.ts';
import type { PageText } from './pages.ts';
import { joinPieces, pointLength, spanOf } from './pieces.ts';

export interface Assembled { blocks: Block[]; pages: Content['pages']; changes: ImportChange[] }

/** Drafts as blocks in no turn, their lines joined; says where pages start and what the joining repaired. */
export function assembleBlocks(text: PageText, drafts: readonly Draft[]): Assembled {
  const changes: ImportChange[] = [];
  const pages: Content['pages'] = [];
  const count = wordCounter(text.lines);
  const starts = new Map(text.pages.map((page) => [page.line, page]));
  const blocks = drafts.map((draft, block): Block => {
    const joined = joinLines(draft.parts.map((part) => part.piece), count, text.quote);
    changes.push(...joined.changes);
    let offset = 0;
    draft.parts.forEach(({ line }, at) => {
      const start = starts.get(line);
      if (start && starts.delete(line)) pages.push({ page: start.page, at: { block, offset: offset as CodePoint }, printed: start.printed });
      offset += pointLength(joined.pieces[at]?.text ?? '') + (joined.glue[at]?.length ?? 0);
    });
    const { text: words, map } = joinPieces(joined.pieces, joined.glue);
    const page = text.lines[draft.parts[0]?.line ?? -1]?.page ?? null;
    return { kind: draft.kind, level: draft.level, text: words, turn: null, page, source: spanOf(map), sourceMap: map };
  });
  return { blocks, pages, changes };
}
