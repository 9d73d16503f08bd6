import { Document, FootnoteReferenceRun, HeadingLevel, LastRenderedPageBreak, LevelFormat, Packer, Paragraph, TextRun, type ParagraphChild } from 'docx';
import type { Block, Content } from '../../../../schemas/records/content.ts';

/** A note that the file is to have: its text, and behind which place of the content its mark stands. */
export interface WordNote { block: number; offset: number; text: string }

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/**
 * A content as a Word file with real headings, lists and footnotes, and with pages where Word last set them. The
 * content's own footnotes are left out; `notes` are put in. Offsets are UTF-16, which in these texts are code points.
 */
export async function wordOf({ blocks, pages }: Content, notes: readonly WordNote[]): Promise<Uint8Array> {
  const paragraphs = blocks.flatMap((block, at) => (block.kind === 'footnote' ? [] : [paragraphOf(block, [
    ...pages.slice(1).flatMap((page) => (page.at.block === at ? [{ at: page.at.offset, run: () => new TextRun({ children: [new LastRenderedPageBreak()] }) }] : [])),
    ...notes.flatMap((note, number) => (note.block === at ? [{ at: note.offset, run: () => new FootnoteReferenceRun(number + 1) }] : [])),
  ])]));
  const file = new Document({
    footnotes: Object.fromEntries(notes.map(({ text }, number) => [number + 1, { children: [new Paragraph(text)] }])),
    numbering: { config: [{ reference: 'bullets', levels: ['•', '○', '▪'].map((text, level) => ({ level, format: LevelFormat.BULLET, text, style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 200 } } } })) }] },
    sections: [{ children: paragraphs }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function paragraphOf({ kind, level, text }: Block, inserts: readonly { at: number; run: () => ParagraphChild }[]): Paragraph {
  const children: ParagraphChild[] = [];
  let from = 0;
  for (const { at, run } of inserts.toSorted((a, b) => a.at - b.at)) {
    if (at > from) children.push(new TextRun(text.slice(from, at)));
    children.push(run());
    from = at;
  }
  children.push(new TextRun({ text: text.slice(from), bold: kind === 'label' }));
  if (kind === 'heading') return new Paragraph({ heading: levels[(level ?? 1) - 1] ?? HeadingLevel.HEADING_3, children });
  if (kind === 'listItem') return new Paragraph({ numbering: { reference: 'bullets', level: (level ?? 1) - 1 }, children });
  return new Paragraph({ children });
}
