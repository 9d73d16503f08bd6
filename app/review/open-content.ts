import type { Block, BlockKind, Content, Place, SourceMap, SourceSpan, Turn } from '../../schemas/records/content.ts';
import type { ReadComment } from '../importers/importer.ts';

/**
 * A content taken apart for editing: what refers to blocks and turns by index refers to them by identity here, so that
 * an edit moves, adds and removes blocks without counting. `closeContent` puts it together again. One edit opens a
 * content, works on it in place and closes it; nothing keeps an open one.
 */
export interface OpenContent {
  blocks: OpenBlock[];
  pairs: OpenPair[];
  /** In the order of the content; one whose block is gone is left out at closing. */
  notes: OpenNote[];
  comments: OpenComment[];
}

export interface OpenBlock {
  kind: BlockKind;
  level: number | null;
  text: string;
  map: SourceMap;
  source: SourceSpan;
  page: number | null;
  turn: OpenTurn | null;
  section: OpenSection | null;
  marks: Mark[];
  /** The block as it was, to be kept where nothing of it changed; null for a new one. */
  was: Block | null;
}

/** Its blocks are those that name it. Where others come in between, what stands behind them becomes a turn of its own. */
export type OpenTurn = Pick<Turn, 'kind' | 'speaker' | 'label'>;
/** From its heading on: the blocks that name it. */
export interface OpenSection { heading: string; page: number | null }
export interface OpenPair { number: number | null; question: OpenTurn; answer: OpenTurn }
export interface OpenNote { label: string; block: OpenBlock }
export interface OpenComment { comment: ReadComment }

/** What stands at a place between letters, in code points from the block's start, and goes where they go. */
export type Mark = { offset: number } & (
  | { kind: 'page'; page: number; printed: boolean }
  | { kind: 'note'; note: OpenNote }
  | { kind: 'comment-start' | 'comment-end'; comment: OpenComment });

/** Linear in the blocks. */
export function openContent(content: Content, comments: readonly ReadComment[] = []): OpenContent {
  const turns = content.turns.map(({ kind, speaker, label }): OpenTurn => ({ kind, speaker, label }));
  const sections = content.sections.map(({ heading, page }): OpenSection => ({ heading, page }));
  const sectionOf: (OpenSection | null)[] = content.blocks.map(() => null);
  content.sections.forEach(({ firstBlock, lastBlock }, at) => sectionOf.fill(sections[at] ?? null, firstBlock, lastBlock + 1));
  const blocks = content.blocks.map((was, at): OpenBlock => ({
    kind: was.kind, level: was.level, text: was.text, map: was.sourceMap, source: was.source, page: was.page,
    turn: was.turn === null ? null : (turns[was.turn] ?? null), section: sectionOf[at] ?? null, marks: [], was,
  }));
  const put = ({ block, offset }: Place, mark: DistributiveOmit<Mark, 'offset'>) => blocks[block]?.marks.push({ ...mark, offset });
  for (const { page, at, printed } of content.pages) put(at, { kind: 'page', page, printed });
  const notes = content.footnotes.flatMap(({ label, anchor, block }): OpenNote[] => {
    const own = blocks[block];
    if (!own) return [];
    const note = { label, block: own };
    if (anchor) put(anchor, { kind: 'note', note });
    return [note];
  });
  const pairs = content.pairs.flatMap(({ number, question, answer }): OpenPair[] => {
    const asked = turns[question];
    const answered = turns[answer];
    return asked && answered ? [{ number, question: asked, answer: answered }] : [];
  });
  const open = comments.map((comment): OpenComment => {
    const opened = { comment };
    put(comment.start, { kind: 'comment-start', comment: opened });
    put(comment.end, { kind: 'comment-end', comment: opened });
    return opened;
  });
  return { blocks, pairs, notes, comments: open };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
