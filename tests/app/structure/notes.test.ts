import { describe, expect, it } from 'vitest';
import { blocksOf, inspected, notesOf } from './inspected.ts';
import { rawDocument, understood } from './raw-lines.ts';

const page = (number: number, ...lines: string[]) => `${lines.join('\n')}\n\nblad ${number} van 9\n\n`;
const story = 'Het water stond die zomer zo laag dat de eenden over de bodem van de sloot liepen,\nen wie er met een boot doorheen wilde';
const notes = async (text: string) => notesOf(await inspected(text, 'a.txt', 'plain'));

describe('notes among the lines of a text', () => {
  it('are lifted from the foot of each page, and the sentence goes on over them', async () => {
    const text = page(1, `${story} moest hem dragen1. Dat was`, 'in 1921 al zo, en in', '1976 opnieuw, zeggen de oude', '', '1 Verslag van de molenaar, 2', 'mei 1976.') + page(2, 'boeren.2 Nu niet meer.', '2 Zij zeggen meer.');
    const found = await inspected(text, 'a.txt', 'plain');
    expect(notesOf(found)).toEqual([['1', 't hem dragen', 'Verslag van de molenaar, 2 mei 1976.'], ['2', 'oude boeren.', 'Zij zeggen meer.']]);
    expect(blocksOf(found).find((block) => block.includes('1976'))).toMatch(/zeggen de oude boeren\. Nu niet meer\.$/u);
    expect(found.blocks.filter(({ kind }) => kind === 'footnote').map((block) => block.page)).toEqual([1, 2]);
  });

  it('are lifted from a hearing too, and belong to nobody\'s turn', async () => {
    const text = page(1, 'De voorzitter: Wie wil er iets zeggen over de brug?', 'Mevrouw Ooms: Ik. De brug is te smal1 en dat', 'weten wij al jaren.', 'De voorzitter: Wat zou u doen?', 'Mevrouw Ooms: Verbreden.2', '', '1 Drie meter en twee.', '2 Tot zes meter.')
      + page(2, 'De voorzitter: Dank u. Dan gaan wij verder.', 'Mevrouw Ooms: Graag.');
    const found = await inspected(text);
    expect(found.kind).toBe('hearing');
    expect(notesOf(found).map(([label, , note]) => [label, note])).toEqual([['1', 'Drie meter en twee.'], ['2', 'Tot zes meter.']]);
    expect(found.turns).toHaveLength(6);
    expect(found.blocks.filter(({ kind }) => kind === 'footnote').map(({ turn }) => turn)).toEqual([null, null]);
  });

  it.each([
    ['in brackets', 'Dat is zo [1]. En dit ook[2].\n\n[1] Zie het archief.\n[2] Zie de krant.\n', ['Dat is zo', 'En dit ook']],
    ['raised', 'Dat is zo¹. Het is 5 m² groot, en dit ook.²\n\n¹ Zie het archief.\n² Zie de krant.\n', ['Dat is zo', 'en dit ook.']],
    ['glued to their note', 'Het is zo. Dat is zo1. En dit ook.2\n\n1Zie het archief.\n2Zie de krant.\n', ['Dat is zo', 'En dit ook.']],
    ['behind a bracket and a year', 'Dat is zo (in 1953)1. En dit, zei hij: ‘ook’.2\n\n1 Zie het archief.\n2 Zie de krant.\n', ['(in 1953)', '‘ook’.']],
  ])('are found with marks %s', async (_name, text, before) => {
    const found = await notes(text);
    expect(found.map(([label, , note]) => [label, note])).toEqual([['1', 'Zie het archief.'], ['2', 'Zie de krant.']]);
    found.forEach(([, words], at) => expect(before[at]?.endsWith((words ?? '').slice(-7).trim())).toBe(true));
  });

  it('begin anew on each page where their numbers do', async () => {
    const text = page(1, 'De molen draait1 en maalt.', '', '1 Sinds 1801.') + page(2, 'De sluis staat1 open.', '', '1 Sinds 1905.') + page(3, 'De dijk is hoog.');
    expect((await notes(text)).map(([label, , note]) => `${label} ${note}`)).toEqual(['1 Sinds 1801.', '1 Sinds 1905.']);
  });

  it.each([
    ['numbered headings, though a word ends in their number', '1 Inleiding\nDit gaat over fase1 en fase2.\n\n2 Aanpak\nWij beginnen.\n\n3 Slot\nEn houden op.\n'],
    ['a list', 'Neem mee, zoals in plan1 staat:\n1 een touw\n2 een lamp\n3 brood\nen vergeet niets.\n'],
    ['years and sums at a line\'s start', `${story} was in\n2023 niet welkom. Het kostte\n1 euro per keer, of\n2 euro met hond, zie bijlage 2 en nr.1.\n`],
    ['formulas, units and names', 'Het is 3 m2 groot, vol CO2, en COVID19 was in 2020. Ook COVID19 gaat over.\n\n2 Dit is een regel die los staat.\n\n19 En deze ook.\n'],
    ['a number line without its mark', page(1, 'De molen draait en maalt.', '', '1 Sinds 1801.') + page(2, 'De sluis staat open.')],
    ['text that goes on below', page(1, 'De molen1 draait.', '', '1 Het eerste punt is de wind.', '', 'Daarna komt de rest van het verhaal.') + page(2, 'De sluis staat open.')],
    ['articles, times and decimals', 'Volgens art.1 en om 10:2 geldt 1,5 of 2.5.\n\n1 Zie daar.\n2 En hier.\n'],
  ])('are not %s', async (_name, text) => {
    const found = await inspected(text, 'a.txt', 'plain');
    expect(found.footnotes).toEqual([]);
    expect(found.changes.filter(({ rule }) => rule.startsWith('footnote'))).toEqual([]);
  });
});

describe('answers and letters in formats that know more', () => {
  const ends = { endsParagraph: true };

  it('keep real notes, page furniture and lists', async () => {
    const raw = rawDocument([
      ['Kenmerk 2031Z00007', { newPage: true, furniture: true }], ['Vragen van het lid Kok (ABC) aan de minister van Sport over gras', ends],
      ['Vraag 1', { ...ends, heading: 3 }], ['Hoe groen is het gras?', { ...ends, marks: [{ at: 13, note: 'a' }] }], ['Antwoord op vraag 1', { ...ends, heading: 3 }], ['Groen. Daarvoor zijn', { endsParagraph: false }],
      ['1', { furniture: true }], ['2', { newPage: true, furniture: true }], ['twee redenen:', ends], ['regen;', { ...ends, item: 1 }], ['ook mest', { ...ends, item: 2 }], ['Over gras elders', { ...ends, heading: 4 }], ['Daar is het geel.', ends],
      ['Vraag 2 en 3', { ...ends, heading: 3, marks: [{ at: 12, note: 'b' }] }], ['Wie maait, en wanneer?', ends], ['Antwoord op de vragen 2 en 3', { ...ends, heading: 3 }], ['Schapen. Altijd.', ends],
    ], [['a', null, 'Meting van mei.'], ['b', null, 'Zie vraag 1.']]);
    const { kind, content, speakers } = await understood(raw);
    expect(kind).toBe('answers');
    expect(speakers.map(({ name, organisation }) => [name, organisation])).toEqual([['Kok', 'ABC'], ['minister van Sport', 'Sport']]);
    expect(content.pairs).toEqual([{ number: 1, question: 0, answer: 1 }, { number: 2, question: 2, answer: 3 }, { number: 3, question: 2, answer: 3 }]);
    expect(content.blocks.filter(({ turn }) => turn === 1).map((block) => `${block.kind}${block.level ?? ''} ${block.text}`)).toEqual(
      ['paragraph Groen. Daarvoor zijn twee redenen:', 'listItem1 regen;', 'listItem2 ook mest', 'paragraph Over gras elders', 'paragraph Daar is het geel.'],
    );
    expect(content.footnotes.map(({ label, anchor, block }) => [label, anchor && content.blocks[anchor.block]?.text, content.blocks[block]?.text])).toEqual([['1', 'Hoe groen is het gras?', 'Meting van mei.'], ['2', 'Vraag 2 en 3', 'Zie vraag 1.']]);
    expect(content.pages.map(({ page: number, printed }) => [number, printed])).toEqual([[1, true], [2, true]]);
  });

  it('keep the headings and levels that the format gives', async () => {
    const raw = rawDocument([
      ['Betreft: het gras', ends], ['Geachte voorzitter,', ends], ['Inleiding', { ...ends, heading: 1 }], ['Het gras groeit.', ends], ['Over mest', { ...ends, heading: 2 }], ['Die is er.', ends], ['Met deze brief sluit ik af', ends],
      ['Hoogachtend,', ends], ['De minister van Sport,', ends], ['J. Vos', ends],
    ]);
    const { kind, title, content } = await understood(raw);
    expect([kind, title]).toEqual(['letter', 'het gras']);
    expect(content.blocks.flatMap(({ kind: own, level, text }) => (own === 'heading' ? [`${level} ${text}`] : []))).toEqual(['1 Inleiding', '2 Over mest']);
    expect(content.blocks.at(-1)?.text).toBe('De minister van Sport, J. Vos');
  });
});
