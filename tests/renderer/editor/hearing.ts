import type { CodePoint, CodeId, CodingId, SpeakerId } from '../../../schemas/ids.ts';
import type { Block, BlockKind, Content, TurnKind } from '../../../schemas/records/content.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { DrawnCoding, DrawnCodings } from '../../../renderer/editor/plugins/codings.ts';
import { readingDocument, type ReadingDocument } from '../../../renderer/editor/reading-document.ts';

type B = typeof blockSpec;
const blockSpec = { kind: 'paragraph' as BlockKind, text: '', turn: null as number | null };

export const block = (text: string, turn: number | null = null, kind: BlockKind = 'paragraph'): B => ({ kind, text, turn });

export interface TurnSpec { kind?: TurnKind; speaker?: SpeakerId | null; label?: string | null }

/** A content of these blocks; turns are told by their blocks. */
export function contentOf(blocks: readonly B[], turns: readonly TurnSpec[] = [], pages: readonly { page: number; block: number; offset: number }[] = []): Content {
  const records: Block[] = blocks.map(({ kind, text, turn }) => ({
    kind, text, turn, level: kind === 'heading' || kind === 'listItem' ? 1 : null, page: null, source: null, sourceMap: [],
  }));
  return {
    version: 1, blocks: records, sections: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
    turns: turns.map(({ kind = 'presentation', speaker = null, label = null }, index) => {
      const own = [...blocks.keys()].filter((at) => blocks[at]?.turn === index);
      const spoken = own.filter((at) => blocks[at]?.kind !== 'label');
      const [first = 0] = spoken.length > 0 ? spoken : own;
      return { kind, speaker, label, section: null, page: null, firstBlock: first, lastBlock: (spoken.length > 0 ? spoken : own).at(-1) ?? first };
    }),
    pages: pages.map(({ page, block: at, offset }) => ({ page, at: { block: at, offset: offset as CodePoint }, printed: true })),
  };
}

export const readingOf = (content: Content): ReadingDocument => readingDocument(plainText(content));

/** A short hearing: a title, an introduced turn, a question by its bare name, and the answer. */
export function shortHearing(): ReadingDocument {
  return readingOf(contentOf([
    block('Over wachten', null, 'heading'),
    block('Aan het woord is mevrouw Smit, bakker.', null, 'label'),
    block('Ik wachtte lang. Te lang, zei dr. Bos. Toch ging ik door.', 0),
    block('Daarna werd het stil.', 0),
    block('Voorzitter:', 1, 'label'),
    block('Hoe lang was dat?', 1),
    block('Mevrouw Smit:', null, 'label'),
    block('Elf maanden. En een week.', 2),
  ], [
    { label: 'mevrouw Smit' },
    { kind: 'question', label: 'Voorzitter' },
    { kind: 'answer', label: 'mevrouw Smit' },
  ]));
}

export const drawn = (id: string, start: number, end: number, code = 'a'): DrawnCoding =>
  ({ id: id as CodingId, codeId: code as CodeId, start: start as Utf16, end: end as Utf16 });

export const drawnMap = (...codings: DrawnCoding[]): DrawnCodings => new Map(codings.map((coding) => [coding.id, coding]));
