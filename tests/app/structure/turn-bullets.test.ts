import { describe, expect, it } from 'vitest';
import { read } from '../review/readings.ts';
import { rawDocument, understood } from './raw-lines.ts';

const talk = ['Mevrouw Tamsma: De glijbaan is dicht.', 'De heer Oldenkamp: Sinds wanneer is dat?', 'Mevrouw Tamsma: Sinds het voorjaar, dacht ik.', 'De heer Oldenkamp: Dan is het tijd voor hout.', 'Mevrouw Tamsma: Dat komt er.'];
const turnsOf = async (text: string) => (await read(text)).content.turns.map(({ label }) => label);
const names = ['Mevrouw Tamsma', 'De heer Oldenkamp', 'Mevrouw Tamsma', 'De heer Oldenkamp', 'Mevrouw Tamsma'];

describe('a bullet before a speaker', () => {
  it.each(['- ', '– ', '* ', '• '])('is taken out and listed: %j', async (bullet) => {
    const { content } = await read(`Verslag van het overleg\n\n${talk.map((line) => `${bullet}${line}`).join('\n')}\n`);
    expect(content.turns.map(({ label }) => label)).toEqual(names);
    expect(content.changes.filter(({ rule }) => rule === 'bullet')).toHaveLength(5);
    expect(content.blocks.filter(({ kind }) => kind === 'listItem')).toEqual([]);
  });

  it('may be one that the format knows', async () => {
    const { content } = await understood(rawDocument([['Verslag van het overleg', { heading: 1, endsParagraph: true }], ...talk.map((text): [string, object] => [text, { item: 1, endsParagraph: true }])]));
    expect(content.turns.map(({ label }) => label)).toEqual(names);
  });

  it.each([
    ['subjects', ['Wonen: langer thuis.', 'Zorg: dichter bij huis.', 'Vervoer: met de bus.', 'Geld: later dit jaar.', 'Werk: eerst een gesprek.']],
    ['who does what', ['Mevrouw Tamsma: belt de timmerman.', 'De heer Oldenkamp: zet koffie.', 'De voorzitter: schrijft het verslag.', 'De secretaris: verstuurt het.', 'Mevrouw Ferreira: haalt hout.']],
    ['the same subjects twice', ['Wonen: langer thuis.', 'Zorg: dichter bij huis.', 'Vervoer: met de bus.', 'Wonen: met een lift.', 'Werk: eerst een gesprek.', 'Geld: later dit jaar.']],
  ])('is that of an item of a list where the list is of %s', async (_name, items) => {
    const { content } = await read(`Verslag van het overleg\n\nDit is er afgesproken:\n${items.map((item) => `- ${item}`).join('\n')}\n\nTot zover het overleg.\n`);
    expect(content.turns).toEqual([]);
    expect(content.blocks.filter(({ kind }) => kind === 'listItem')).toHaveLength(items.length);
  });

  it('is that of an item where somebody speaks outside the list', async () => {
    const list = talk.map((line) => `- ${line}`).join('\n');
    const said = ['De voorzitter: Ik lees voor wat er in de app stond:', list, 'De heer Rozema: Dank u wel.', 'De voorzitter: Wil iemand daar iets op zeggen?', 'De heer Rozema: Nee, het is zo.'].join('\n\n');
    expect(await turnsOf(`Verslag van het overleg\n\n${said}\n`)).toEqual(['De voorzitter', 'De heer Rozema', 'De voorzitter', 'De heer Rozema']);
  });
});

describe('a full stop and a dash behind a name', () => {
  it('is no label in a text without speakers', async () => {
    expect(await turnsOf('Nota over het water\n\nHet dorp. – Ooit lag hier een dorp.\n\nDe dijk. – Die kwam later.\n\nHet dorp en de dijk. – Wat bleef.\n\nDe zee. – Die bleef ook.\n')).toEqual([]);
  });
});
