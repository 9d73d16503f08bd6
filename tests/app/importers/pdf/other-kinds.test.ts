import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOut, type Look, type Model } from '../../../fixtures/pdf/lay-out.ts';
import { sharedFolder } from '../../../shared.ts';
import { notesOf, readingOf } from '../formats/reading.ts';
import type { Reading } from '../../../../app/importers/importer.ts';

/** Answers and a letter, set as PDF in several ways: what comes out of each must be what the text file of it gives. */
const looks: [string, Look][] = [
  ['one column, justified, broken words', { columns: 1, font: 'Times-Roman', hyphenate: true, justify: true, footer: (page, count) => `Pagina ${page} van ${count}` }],
  ['two columns, ragged', { columns: 2, font: 'Helvetica', size: 9.5, footer: (page) => String(page) }],
];

/** The document with its notes, the mark of each where it stood. */
function modelOf({ content }: Reading): Model {
  const { blocks, footnotes } = content;
  return {
    notes: new Map(footnotes.map(({ block }, at) => [at + 1, blocks[block]?.text ?? ''])),
    blocks: blocks.flatMap(({ kind, level, text }, at) => {
      if (kind === 'footnote') return [];
      const marks = footnotes.flatMap(({ anchor }, note) => (anchor?.block === at ? [{ offset: anchor.offset, note: note + 1 }] : []));
      const letters = [...text];
      for (const { offset, note } of marks.toReversed()) letters.splice(offset, 0, `{${note}}`);
      return [{ kind, level, text: letters.join('') }];
    }),
  };
}

const found = (reading: Reading) => {
  const { content, speakers, document } = reading;
  return {
    kind: document.kind, date: document.date, reference: document.reference, notes: notesOf(reading), sections: content.sections.map(({ heading }) => heading),
    turns: content.turns.map(({ kind, label, speaker, firstBlock, lastBlock }) => [
      kind, label, speakers.find(({ id }) => id === speaker)?.name ?? null, content.blocks.slice(firstBlock, lastBlock + 1).map(({ text }) => text).join(' '),
    ]),
    pairs: content.pairs, blocks: content.blocks.filter(({ kind }) => kind !== 'footnote').map(({ kind, text }) => `${kind}: ${text}`),
  };
};

const shared = sharedFolder();
/** A letter is asked for, since here its signature, which tells it, is one paragraph. */
const documents: [string, string, 'letter' | undefined][] = [
  ['the answers of 2025 (needs the real documents)', 'answers-fibromyalgia-2025.txt', undefined], ['the letter of 2025 (needs the real documents)', 'letter-physiotherapy-2025.txt', 'letter'],
];

describe.skipIf(!shared).each(documents)('%s', (_name, file, as) => {
  it.each(looks)('are the same as PDF in %s', async (_look, look) => {
    const truth = await readingOf(new Uint8Array(readFileSync(path.join(shared ?? '', 'corpus', file))), file);
    const { bytes } = await layOut(modelOf(truth), look);
    expect(found(await readingOf(bytes, 'stuk.pdf', as))).toEqual(found(truth));
  }, 60_000);
});
