import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../../../app/importers/importer.ts';
import { sharedFolder } from '../../../shared.ts';
import { convertBytes, pipe, present } from '../../exporters/programs.ts';
import { blocksOf, notesOf, pagesOf, readingOf, warningsOf } from './reading.ts';
import { wordOf, type WordNote } from './word-of.ts';

/** What must be the same, whatever the file: who says what in which turn, and what the notes are and stand at. */
const heard = (reading: Reading) => {
  const { content, speakers } = reading;
  return {
    turns: content.turns.map(({ speaker, kind, label, firstBlock, lastBlock }) => [
      speakers.find(({ id }) => id === speaker)?.name, kind, label, content.blocks.slice(firstBlock, lastBlock + 1).map((block) => block.text).join('\n'),
    ]),
    speakers: speakers.map(({ name, role, organisation, moderator }) => [name, role, organisation, moderator]),
    sections: content.sections.map(({ heading }) => heading), attendees: content.attendees, pairs: content.pairs,
    notes: notesOf(reading), text: blocksOf(reading),
  };
};

/** `as`: a letter is asked for, since here its signature, which tells it, is one paragraph. */
interface Given { expected: ReturnType<typeof heard>; pages: string[]; word: Uint8Array; as?: 'letter' }

/** A document as it is read from its text, with its notes or some of ours, and as a Word file. */
async function report(file: string): Promise<Given> {
  const reading = await readingOf(new Uint8Array(readFileSync(file)), path.basename(file));
  const { blocks, footnotes } = reading.content;
  const own = footnotes.map(({ anchor, block }): WordNote => ({ block: anchor?.block ?? 0, offset: anchor?.offset ?? 0, text: blocks[block]?.text ?? '' }));
  const notes = own.length > 0 ? own : inventedNotes(reading);
  const before = ({ block, offset }: WordNote) => (blocks[block]?.text ?? '').slice(0, offset).slice(-12);
  return {
    expected: { ...heard(reading), notes: notes.map((note, at) => `${at + 1} «${before(note)}» ${note.text}`) },
    pages: pagesOf(reading), word: await wordOf(reading.content, notes), ...(reading.document.kind === 'letter' ? { as: 'letter' } : {}),
  };
}

/** Notes at the first sentence of some turns. */
const inventedNotes = ({ content }: Reading): WordNote[] => [0, 4, 9, 15].map((turn, at) => {
  const block = content.turns[turn]?.firstBlock ?? 0;
  const text = content.blocks[block]?.text ?? '';
  return { block, offset: Math.max(1, text.indexOf('. ') + 1), text: `Toelichting ${at + 1} bij wat hier gezegd is, zie bijlage ${at + 2}.` };
});

const shared = sharedFolder();
const reports: [string, string | null][] = [
  ['an invented hearing', 'renderer/sample/hoorzitting-evenwichtsklachten.txt'],
  ['the hearing of 2022 (needs the real documents)', shared && path.join(shared, 'corpus/hearing-fibromyalgia-2022.txt')],
  ['the answers of 2025 (needs the real documents)', shared && path.join(shared, 'corpus/answers-fibromyalgia-2025.txt')],
  ['the letter of 2025 (needs the real documents)', shared && path.join(shared, 'corpus/letter-physiotherapy-2025.txt')],
];

describe.each(reports)('%s', (_, file) => {
  describe.skipIf(file === null)('in every format', () => {
    let given: Given;
    beforeAll(async () => {
      given = await report(file ?? '');
    });

    it('is the same as a Word file, with its pages', async () => {
      const reading = await readingOf(given.word, 'verslag.docx', given.as);
      expect(heard(reading)).toEqual(given.expected);
      expect(pagesOf(reading)).toEqual(given.pages);
      expect(warningsOf(reading)).toEqual(given.pages.length > 0 ? [] : ['pages-unknown']);
    });

    describe.skipIf(!present('soffice'))('as LibreOffice writes it (needs LibreOffice)', () => {
      let odt: Uint8Array;
      beforeAll(() => {
        odt = made('verslag.docx', given.word, 'odt');
      }, 120_000);

      it('is the same as OpenDocument, with the pages that LibreOffice set', async () => {
        const reading = await readingOf(odt, 'verslag.odt', given.as);
        expect(heard(reading)).toEqual(given.expected);
        // OpenDocument keeps the pages of the program that wrote it, and no others: LibreOffice counts these itself.
        const counted = /meta:page-count="(\d+)"/.exec(strFromU8(unzipSync(odt)['meta.xml'] ?? new Uint8Array()))?.[1];
        expect(reading.content.pages.map(({ page }) => page)).toEqual(Array.from({ length: Number(counted) }, (_page, at) => at + 1));
      }, 120_000);

      it('is the same as a web page, which has no pages', async () => {
        const reading = await readingOf(made('verslag.odt', odt, 'html'), 'verslag.html', given.as);
        expect(heard(reading)).toEqual(given.expected);
        expect(reading.content.pages).toEqual([]);
      }, 120_000);

      it('is the same as a Word file, in which LibreOffice leaves out where pages start', async () => {
        const reading = await readingOf(made('verslag.odt', odt, 'docx'), 'verslag.docx', given.as);
        expect(heard(reading)).toEqual(given.expected);
        expect([reading.content.pages, warningsOf(reading)]).toEqual([[], ['pages-unknown']]);
      }, 120_000);
    });

    describe.skipIf(!present('pandoc'))('as pandoc writes it (needs pandoc)', () => {
      it.each([['html', ['-s']], ['odt', []], ['docx', []]] as const)('is the same as %s', async (format, options) => {
        const reading = await readingOf(pipe('pandoc', ['-f', 'docx', '-t', format, ...options, '-o', '-'], given.word), `verslag.${format}`, given.as);
        expect(heard(reading)).toEqual(given.expected);
      }, 120_000);
    });
  });
});

function made(name: string, bytes: Uint8Array, to: string): Uint8Array {
  const [file] = Object.values(convertBytes(name, bytes, to));
  if (!file) throw new Error(`LibreOffice made no ${to}`);
  return file;
}
