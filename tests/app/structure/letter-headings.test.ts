import { describe, expect, it } from 'vitest';
import { read } from '../review/readings.ts';

const part = (at: number) => `Deel ${at} van de brief\n\nHier staat wat er over deel ${at} te zeggen is, en dat is niet veel.`;
const letter = (body: string) => `Betreft: de dijk\nDatum: 3 mei 2030\n\nGeachte commissie,\n\n${body}\n\nHoogachtend,\n\nT. Bos\n`;
const headings = async (body: string) => (await read(letter(body))).content.blocks.flatMap(({ kind, level, text }) => (kind === 'heading' ? [`${level} ${text}`] : []));

describe('the headings of a letter', () => {
  it('have the parts below them that the section announces', async () => {
    const named = (word: string) => `${word} van de dijk\n\nOver de ${word.toLowerCase()} is veel te zeggen.`;
    expect(await headings(`Plan voor de dijk\n\nHieronder ga ik in op de hoogte en de breedte.\n\n${named('Hoogte')}\n\n${named('Breedte')}`)).toEqual(['1 Plan voor de dijk', '2 Hoogte van de dijk', '2 Breedte van de dijk']);
  });

  it('are all of one level where there are more than any letter has', async () => {
    const many = Array.from({ length: 240 }, (_, at) => part(at)).join('\n\n');
    const found = await headings(`Plan voor de dijk\n\nHieronder ga ik in op elk deel.\n\n${many}`);
    expect(found).toHaveLength(241);
    expect(new Set(found.map((heading) => heading[0]))).toEqual(new Set(['1']));
  });

  it('are none where names stand in a row', async () => {
    expect(await headings('Bij ons speelden mee:\n\nJan de Bakker\n\nPiet Molenaar\n\nKees van Dam\n\nWij danken hen voor hun tijd.')).toEqual([]);
  });
});
