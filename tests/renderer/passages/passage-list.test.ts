import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../app/support/fold.ts';
import { passageItems } from '../../../renderer/screens/passages/passage-item.ts';
import { choosePassages, listRows, speakersIn, type Grouping } from '../../../renderer/screens/passages/passage-list.ts';
import { anna, building, money, night, snapshot, textOf } from './invented-project.ts';

const items = passageItems(snapshot, textOf);
const all = { codes: null, query: '', order: 'place' as const };
const order = [night.id, building.id, money.id];
const quotations = (choice: Partial<Parameters<typeof choosePassages>[1]>) =>
  choosePassages(items, { ...all, ...choice }).map((item) => item.quotation);
const shape = (grouping: Grouping) => listRows(choosePassages(items, all), grouping, order)
  .map((row) => (row.kind === 'group' ? `${row.label ?? '–'} ${row.count}` : `  ${row.item.quotation.slice(0, 12)}`));

describe('the passages of a project', () => {
  it('say who speaks, on which page, with which memo', () => {
    expect(items[1]).toMatchObject({ voices: [{ name: 'Anna Veenstra', role: 'mantelzorger' }], page: 2, coder: 'Codeur Een', orphan: false });
    expect(items[4]).toMatchObject({ memo: 'Nagaan bij de coöperatie', page: null });
  });

  it('have in a document without turns one voice, named after it', () => {
    expect(items[4]?.voices).toMatchObject([{ id: null, name: 'Brief wethouder' }]);
  });

  it('keep an orphan in sight, without a speaker', () => {
    expect(items[5]).toMatchObject({ orphan: true, voices: [], quotation: 'wat er nooit stond' });
  });
});

describe('choosing passages', () => {
  it('follows the text, document by document', () => {
    expect(quotations({}).map((quotation) => quotation.slice(0, 6))).toEqual(['Wij sl', 'wat er', 'sinds ', 'verbou', 'Onze l', 'fonds']);
  });

  it('gives the last coded first when asked', () => {
    expect(quotations({ order: 'time' })[0]).toBe('wat er nooit stond');
    expect(quotations({ order: 'time' }).at(-1)).toBe('fonds');
  });

  it('keeps to the themes asked for', () => {
    expect(quotations({ codes: new Set([building.id]) })).toEqual(['sinds de verbouwing']);
    expect(quotations({ codes: new Set() })).toEqual([]);
  });

  it('finds words in quotation, speaker and memo, whatever the accents and case', () => {
    expect(quotations({ query: 'VERBOUWING sinds' })).toEqual(['sinds de verbouwing', 'verbouwing.\nSinds wanneer']);
    expect(quotations({ query: 'patientenbond' })).toEqual(['Onze leden melden']);
    expect(quotations({ query: ' coöperatie ' })).toEqual(['fonds']);
  });

  it('finds every passage by any part of its own words', () => {
    fc.assert(fc.property(fc.constantFrom(...items), fc.nat(), fc.nat(), (item, a, b) => {
      const text = item.quotation;
      const [from, to] = [a % text.length, b % text.length].toSorted((x, y) => x - y);
      const query = text.slice(from, (to ?? 0) + 1).toUpperCase();
      expect(choosePassages(items, { ...all, query })).toContain(item);
    }));
  });

  it('takes combining accents off and leaves other letters', () => {
    expect(fold('Patiënt ÉÉN ßtraat')).toBe('patient een ßtraat');
  });
});

describe('grouping passages', () => {
  it('follows the codebook for themes', () => {
    expect(shape('theme')).toEqual([
      'Nachtrust 3', '  Wij slapen s', '  verbouwing.\n', '  Onze leden m', 'Bouwlawaai 1', '  sinds de ver', 'Geld 2', '  wat er nooit', '  fonds',
    ]);
  });

  it('puts a passage that crosses turns with each who speaks in it, and those without speaker last', () => {
    expect(shape('speaker')).toEqual([
      'Anna Veenstra 3', '  Wij slapen s', '  sinds de ver', '  verbouwing.\n',
      'Voorzitter 1', '  verbouwing.\n', 'Bram Patiëntenbond 1', '  Onze leden m', 'Brief wethouder 1', '  fonds', '– 1', '  wat er nooit',
    ]);
  });

  it('has a place for voices without a role', () => {
    expect(shape('role').filter((line) => !line.startsWith(' '))).toEqual(['mantelzorger 3', 'commissie 1', 'patiëntenorganisatie 1', '– 2']);
  });

  it('keeps every passage under each grouping, with keys of its own', () => {
    fc.assert(fc.property(fc.constantFrom<Grouping>('theme', 'speaker', 'role', 'document', 'none'), fc.subarray(items), (grouping, some) => {
      const rows = listRows(some, grouping, order);
      const shown = rows.flatMap((row) => (row.kind === 'passage' ? [row.item] : []));
      expect(new Set(shown)).toEqual(new Set(some));
      expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    }));
  });

  it('counts the speakers, moderators apart', () => {
    expect(speakersIn(items)).toEqual({ speakers: 3, moderators: 1 });
    expect(speakersIn(items.filter((item) => item.voices.some((voice) => voice.key === anna.id)))).toEqual({ speakers: 1, moderators: 1 });
  });
});
