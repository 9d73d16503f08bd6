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

/** A report as it is read from its text, with notes of our own, and as a Word file. */
async function report(file: string): Promise<{ expected: ReturnType<typeof heard>; pages: string[]; word: Uint8Array }> {
  const reading = await readingOf(new Uint8Array(readFileSync(file)), path.basename(file));
  const notes = [0, 4, 9, 15].map((turn, at): WordNote => {
    const block = reading.content.turns[turn]?.firstBlock ?? 0;
    const text = reading.content.blocks[block]?.text ?? '';
    return { block, offset: Math.max(1, text.indexOf('. ') + 1), text: `Toelichting ${at + 1} bij wat hier gezegd is, zie bijlage ${at + 2}.` };
  });
  const expected = heard(reading);
  const before = ({ block, offset }: WordNote) => (reading.content.blocks[block]?.text ?? '').slice(0, offset).slice(-12);
  return {
    expected: { ...expected, notes: notes.map((note, at) => `${at + 1} «${before(note)}» ${note.text}`) },
    pages: pagesOf(reading), word: await wordOf(reading.content, notes),
  };
}

const shared = sharedFolder();
const reports: [string, string | null][] = [
  ['an invented hearing', 'renderer/sample/hoorzitting-evenwichtsklachten.txt'],
  ['the hearing of 2022 (needs the real documents)', shared && path.join(shared, 'corpus/hearing-fibromyalgia-2022.txt')],
];

describe.each(reports)('%s', (_, file) => {
  describe.skipIf(file === null)('in every format', () => {
    let given: Awaited<ReturnType<typeof report>>;
    beforeAll(async () => {
      given = await report(file ?? '');
    });

    it('is the same as a Word file, with its pages', async () => {
      const reading = await readingOf(given.word, 'verslag.docx');
      expect(heard(reading)).toEqual(given.expected);
      expect(pagesOf(reading)).toEqual(given.pages);
      expect(warningsOf(reading)).toEqual([]);
    });

    describe.skipIf(!present('soffice'))('as LibreOffice writes it (needs LibreOffice)', () => {
      let odt: Uint8Array;
      beforeAll(() => {
        odt = made('verslag.docx', given.word, 'odt');
      }, 120_000);

      it('is the same as OpenDocument, with the pages that LibreOffice set', async () => {
        const reading = await readingOf(odt, 'verslag.odt');
        expect(heard(reading)).toEqual(given.expected);
        // OpenDocument keeps the pages of the program that wrote it, and no others: LibreOffice counts these itself.
        const counted = /meta:page-count="(\d+)"/.exec(strFromU8(unzipSync(odt)['meta.xml'] ?? new Uint8Array()))?.[1];
        expect(reading.content.pages.map(({ page }) => page)).toEqual(Array.from({ length: Number(counted) }, (_page, at) => at + 1));
      }, 120_000);

      it('is the same as a web page, which has no pages', async () => {
        const reading = await readingOf(made('verslag.odt', odt, 'html'), 'verslag.html');
        expect(heard(reading)).toEqual(given.expected);
        expect(reading.content.pages).toEqual([]);
      }, 120_000);

      it('is the same as a Word file, in which LibreOffice leaves out where pages start', async () => {
        const reading = await readingOf(made('verslag.odt', odt, 'docx'), 'verslag.docx');
        expect(heard(reading)).toEqual(given.expected);
        expect([reading.content.pages, warningsOf(reading)]).toEqual([[], ['pages-unknown']]);
      }, 120_000);
    });

    describe.skipIf(!present('pandoc'))('as pandoc writes it (needs pandoc)', () => {
      it.each([['html', ['-s']], ['odt', []], ['docx', []]] as const)('is the same as %s', async (format, options) => {
        const reading = await readingOf(pipe('pandoc', ['-f', 'docx', '-t', format, ...options, '-o', '-'], given.word), `verslag.${format}`);
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
