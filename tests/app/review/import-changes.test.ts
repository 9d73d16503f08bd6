import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { changesOf, redoChanges, undoChanges } from '../../../app/review/import-changes.ts';
import { hearing, letters, lettersIn, minutes, read } from './readings.ts';

const all = (reading: Reading) => reading.content.changes.map((_, index) => index);
const texts = ({ content }: Reading) => content.blocks.map(({ text }) => text);
const problems = ({ content, source }: Reading) => contentProblems(content, source);

/** A form of documents with each of the marks that Markdown and old programs leave behind. */
const marked = '# Verslag van het beraad\n\n**Voorzitter:** Wij beginnen.\n\n**Ada Vos:** Dat is **goed** nieuws,\u0007 dunkt mij.\n\n**Voorzitter:** Dank u.\n\n**Ada Vos:** Graag gedaan.\n';
const fed = 'Voorzitter: Hoe laat is het?\n\nAda Vos: Het is een uur of\fvijf, denk ik.\n\nVoorzitter: En nu?\n\fAda Vos: Nog steeds.\n\nVoorzitter: Dan sluiten wij.\n';

describe('taking import changes back', () => {
  it.each([...minutes.map((name) => [name, name] as const), ['a hearing with all of it', hearing] as const])(
    'all of them, gives the source\'s letters in order, and doing them again gives the same text: %s', async (_, text) => {
      const reading = await read(text);
      const undone = undoChanges(reading, all(reading));
      expect(problems(undone)).toEqual([]);
      expect(lettersIn(undone)).toBe(letters(reading.source ?? ''));
      expect(undone.content.changes.filter(({ undone: how }) => how === undefined)).toEqual([]);
      const again = redoChanges(undone, all(undone));
      expect(problems(again)).toEqual([]);
      expect(again.content).toEqual(reading.content);
    },
  );

  it.each([['marks', marked, 'a.md'], ['form feeds', fed, 'a.txt']])('works for %s too', async (_, text, fileName) => {
    const reading = await read(text, fileName);
    expect(reading.content.changes.length).toBeGreaterThan(2);
    const undone = undoChanges(reading, all(reading));
    expect(lettersIn(undone)).toBe(letters(reading.source ?? ''));
    expect(problems(undone)).toEqual([]);
    expect(redoChanges(undone, all(undone)).content).toEqual(reading.content);
  });

  it('puts a header in a sentence back into the sentence, and one between paragraphs as a paragraph of who had the floor', async () => {
    const reading = await read(hearing);
    const [first, , last] = changesOf(reading, 'page-furniture');
    const undone = undoChanges(reading, [first ?? -1, last ?? -1]);
    expect(texts(undone).find((text) => text.includes('nog lang geen'))).toContain('nog lang geen Avond over de bakfiets 1 van 3 tijd voor de eerste boot');
    expect(undone.content.blocks.at(-1)).toMatchObject({ kind: 'paragraph', text: 'Avond over de bakfiets 3 van 3', turn: 7, page: 3 });
    expect(undone.content.turns.at(-1)).toMatchObject({ firstBlock: 22, lastBlock: 23 });
    expect(redoChanges(undone, [first ?? -1, last ?? -1]).content).toEqual(reading.content);
  });

  it('puts a hyphen back without its line end, also where a header stands in the word', async () => {
    const reading = await read(hearing);
    const undone = undoChanges(reading, changesOf(reading, 'hyphen'));
    expect(texts(undone).join('\n')).toContain('de brug open-stond. De brug openstond');
    expect(texts(undone).join('\n')).toContain('heel vermoei-end. Het is vermoeiend.');
    expect(texts(undone).join('\n')).not.toContain('2 van 3');
    const both = undoChanges(undone, changesOf(undone, 'page-furniture'));
    expect(texts(both).join('\n')).toContain('heel vermoei- Avond over de bakfiets 2 van 3 end.');
    expect(redoChanges(both, all(both)).content).toEqual(reading.content);
  });

  it('parts a kept hyphen from the word behind it', async () => {
    const reading = await read('Het was de eerste ABC-\nregeling die wij kenden, en de laatste. Daarna kwam er geen\nandere regeling meer, en dat was ook wel zo rustig voor\nde mensen.');
    expect(texts(reading).join(' ')).toContain('ABC-regeling');
    const undone = undoChanges(reading, changesOf(reading, 'hyphen-kept'));
    expect(texts(undone).join(' ')).toContain('ABC- regeling');
    expect(redoChanges(undone, all(undone)).content).toEqual(reading.content);
  });

  it('gives a bullet back to its item and a name to the line it stood on', async () => {
    const reading = await read(hearing);
    const bullets = undoChanges(reading, changesOf(reading, 'bullet'));
    expect(texts(bullets)).toEqual(expect.arrayContaining(['• gewacht,', '• gebeld en', '• gezwaaid.']));
    const labels = undoChanges(reading, changesOf(reading, 'label'));
    expect(labels.content.blocks.filter(({ kind }) => kind === 'label')).toEqual([]);
    expect(texts(labels)).toContain('Voorzitter: Hoe krap?');
    expect(labels.content.turns).toHaveLength(reading.content.turns.length);
    expect(labels.content.pairs).toEqual(reading.content.pairs);
  });

  it('ends a paragraph at a page\'s end that ran through it, and starts the page there', async () => {
    const reading = await read(fed);
    const undone = undoChanges(reading, changesOf(reading, 'page-break'));
    expect(texts(undone)).toEqual(expect.arrayContaining(['Het is een uur of', 'vijf, denk ik.']));
    expect(undone.content.pages[1]).toMatchObject({ page: 2, at: { offset: 0 } });
    expect(undone.content.changes.filter(({ rule }) => rule === 'page-break').map(({ undone: how }) => how)).toEqual(['parted', 'restored']);
    expect(undone.content.turns).toHaveLength(reading.content.turns.length);
  });

  it('starts a page at the header that was put back below its mark', async () => {
    const text = [1, 2, 3, 4].map((page) => `Verslag van het beraad\n\nVoorzitter: Wie spreekt er op blad ${page}?\n\nAda Vos: Dat ben ik, en ik praat nog even door tot het einde van\n`).join('\f');
    const reading = await read(text);
    const undone = undoChanges(reading, changesOf(reading, 'page-furniture'));
    expect(undone.content.pages.map(({ at }) => undone.content.blocks[at.block]?.text.slice(at.offset, at.offset + 11))).toEqual(Array(4).fill('Verslag van'));
    expect(problems(undone)).toEqual([]);
  });

  it('puts a sign in the place of the letters that were made of it', async () => {
    const plain = await read('De eﬃciënte boot voer snel voorbij.');
    const source = plain.source ?? '';
    const at = source.indexOf('ﬃ');
    const [block] = plain.content.blocks;
    if (!block) throw new Error('no block');
    const made: Reading = {
      ...plain,
      content: {
        ...plain.content,
        blocks: [{ ...block, text: source.replace('ﬃ', 'ffi'), sourceMap: [[0, 0, at], [at + 3, at + 1, source.length - at - 1]] as never }],
        changes: [{ rule: 'ligature', source: [at, at + 1] as never, before: 'ﬃ', after: 'ffi' }],
      },
    };
    expect(problems(made)).toEqual([]);
    const undone = undoChanges(made, [0]);
    expect(texts(undone)).toEqual([source]);
    expect(problems(undone)).toEqual([]);
    expect(redoChanges(undone, [0]).content).toEqual(made.content);
  });

  it('changes nothing where the source is not at hand, and nothing twice', async () => {
    const reading = await read(hearing);
    const blind = { ...reading, source: null };
    expect(undoChanges(blind, all(reading))).toBe(blind);
    const undone = undoChanges(reading, all(reading));
    expect(undoChanges(undone, all(reading))).toBe(undone);
    expect(redoChanges(reading, all(reading))).toBe(reading);
  });
});
