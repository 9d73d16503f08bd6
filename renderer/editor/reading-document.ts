import type { Node } from 'prosemirror-model';
import type { PlainText } from '../../app/document/plain-text.ts';
import { turnNamedBy } from '../../app/structure/margin-labels.ts';
import type { Block } from '../../schemas/records/content.ts';
import { positionsOf, type Positions } from './positions.ts';
import { readingSchema } from './schema.ts';
import { sheetsOf, type Sheet } from './sheets.ts';

/** A document ready to be drawn: its text, how it is cut into sheets, and the way between the two ways of counting. */
export interface ReadingDocument {
  text: PlainText;
  sheets: readonly Sheet[];
  positions: Positions;
  doc: Node;
  /** Blocks that the page does not show, since the margin says what they say. */
  silent: ReadonlySet<number>;
}

/** Builds what the editor shows of a document; costs one pass over its blocks. A document has at least one block. */
export function readingDocument(text: PlainText): ReadingDocument {
  const { content } = text;
  const sheets = sheetsOf(content);
  // A note whose mark has a place is numbered by the button that leads back to it.
  const footnotes = new Map(content.footnotes.flatMap((note) => (note.anchor ? [] : [[note.block, note.label] as const])));
  const silent = new Set<number>();
  const nodes = sheets.map((sheet) => {
    const blocks: Node[] = [];
    for (let at = sheet.firstBlock; at <= sheet.lastBlock; at += 1) {
      const block = content.blocks[at];
      if (!block) continue;
      if (turnNamedBy(content, at) !== null) silent.add(at);
      blocks.push(readingSchema.node(block.kind, attributes(block, silent.has(at), footnotes.get(at)), readingSchema.text(block.text)));
    }
    const kind = sheet.turn === null ? null : (content.turns[sheet.turn]?.kind ?? null);
    return readingSchema.node('sheet', { kind, continues: sheet.continues }, blocks);
  });
  return { text, sheets, positions: positionsOf(text, sheets), doc: readingSchema.node('doc', null, nodes), silent };
}

function attributes(block: Block, silent: boolean, label: string | undefined): Record<string, unknown> | null {
  switch (block.kind) {
    case 'heading': return { level: block.level ?? 1 };
    // An item that begins with a letter of its own needs no bullet.
    case 'listItem': return { level: block.level ?? 1, counted: /^\(?[a-z\d]{1,2}[.)]\s/u.test(block.text) };
    case 'label': return { silent };
    // A note whose text begins with its own number would show it twice.
    case 'footnote': return { label: label !== undefined && !block.text.startsWith(label) ? label : '' };
    case 'paragraph': return null;
  }
}
