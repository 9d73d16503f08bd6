import type { CodePoint } from '../../schemas/ids.ts';
import type { Block, Content, Place, Turn } from '../../schemas/records/content.ts';
import type { ReadComment } from '../importers/importer.ts';
import type { Mark, OpenBlock, OpenComment, OpenContent, OpenNote, OpenSection, OpenTurn } from './open-content.ts';

type Structure = Pick<Content, 'blocks' | 'turns' | 'sections' | 'pages' | 'pairs' | 'footnotes'>;

/**
 * Puts an edited content together: counts blocks, turns and sections, whose blocks must follow on each other. Pairs and
 * notes whose turns or blocks are gone go; of two pages that would start at one place the later one is meant. Linear in
 * the blocks.
 */
export function closeContent(open: OpenContent): Structure & { comments: ReadComment[] } {
  const sections = sectionsOf(open.blocks);
  const { turns, indexOf } = countTurns(open.blocks, sections);
  const blocks = open.blocks.map((block): Block => {
    const { kind, level, text, page, source, map: sourceMap } = block;
    const now: Block = { kind, level, text, turn: block.turn ? (indexOf.get(block.turn) ?? null) : null, page, source, sourceMap };
    return block.was && sameBlock(block.was, now) ? block.was : now;
  });
  const places = new Map<OpenNote | OpenComment | 'pages', { mark: Mark; at: Place }[]>();
  open.blocks.forEach(({ marks }, index) => {
    for (const mark of marks.length > 1 ? marks.toSorted((a, b) => a.offset - b.offset) : marks) {
      const owner = mark.kind === 'page' ? 'pages' : mark.kind === 'note' ? mark.note : mark.comment;
      const found = { mark, at: { block: index, offset: mark.offset as CodePoint } };
      const list = places.get(owner);
      if (list) list.push(found);
      else places.set(owner, [found]);
    }
  });
  const order = new Map(open.blocks.map((block, at) => [block, at]));
  return {
    blocks, turns, sections: sections.list, pages: pagesOf(places.get('pages') ?? []),
    pairs: open.pairs.flatMap(({ number, question, answer }) => {
      const asked = indexOf.get(question);
      const answered = indexOf.get(answer);
      return asked !== undefined && answered !== undefined && answered > asked ? [{ number, question: asked, answer: answered }] : [];
    }).toSorted((a, b) => a.question - b.question || a.answer - b.answer),
    footnotes: open.notes.flatMap((note) => {
      const block = order.get(note.block);
      return block === undefined ? [] : [{ label: note.label, anchor: places.get(note)?.[0]?.at ?? null, block }];
    }),
    comments: open.comments.flatMap((one) => {
      const ends = places.get(one) ?? [];
      const start = ends.find(({ mark }) => mark.kind === 'comment-start')?.at;
      const end = ends.find(({ mark }) => mark.kind === 'comment-end')?.at;
      return start && end ? [{ ...one.comment, start, end }] : [];
    }),
  };
}

interface Sections { list: Content['sections']; at: (number | null)[] }

function sectionsOf(blocks: readonly OpenBlock[]): Sections {
  const list: Content['sections'] = [];
  const at: (number | null)[] = [];
  let current: OpenSection | null = null;
  blocks.forEach((block, index) => {
    const last = list.at(-1);
    if (block.section && block.section === current && last) last.lastBlock = index;
    else if (block.section) list.push({ ...block.section, firstBlock: index, lastBlock: index });
    current = block.section;
    at.push(current ? list.length - 1 : null);
  });
  return { list, at };
}

function countTurns(blocks: readonly OpenBlock[], sections: Sections) {
  const turns: Turn[] = [];
  const indexOf = new Map<OpenTurn, number>();
  blocks.forEach(({ turn, page }, index) => {
    if (!turn) return;
    const known = turns[indexOf.get(turn) ?? -1];
    if (known) known.lastBlock = index;
    else {
      indexOf.set(turn, turns.length);
      turns.push({ ...turn, firstBlock: index, lastBlock: index, section: sections.at[index] ?? null, page });
    }
  });
  return { turns, indexOf };
}

function pagesOf(marks: readonly { mark: Mark; at: Place }[]): Content['pages'] {
  const pages: Content['pages'] = [];
  for (const { mark, at } of marks) {
    if (mark.kind !== 'page') continue;
    const last = pages.at(-1);
    if (last && last.at.block === at.block && last.at.offset === at.offset) pages.pop();
    if ((pages.at(-1)?.page ?? 0) < mark.page) pages.push({ page: mark.page, at, printed: mark.printed });
  }
  return pages;
}

function sameBlock(a: Block, b: Block): boolean {
  return a.text === b.text && a.turn === b.turn && a.kind === b.kind && a.level === b.level && a.page === b.page
    && a.source === b.source && a.sourceMap === b.sourceMap;
}
