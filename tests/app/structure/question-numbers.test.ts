import { describe, expect, it } from 'vitest';
import { resultRows } from '../../../renderer/screens/review/result-rows.ts';
import { read } from '../review/readings.ts';

const asked = (n: number | string) => `Wat kost de brug van het jaar ${typeof n === 'number' ? 2000 + n : 1999}?`;
const said = 'Dat weten wij pas als de rekening van de schilder er is.';
const pairsOf = async (text: string) => {
  const { content } = await read(text);
  return content.pairs.map(({ number, question, answer }) => [number, content.turns[question]?.label ?? null, content.turns[answer]?.label ?? null]);
};
const written = (...labels: string[]) => labels.map((label) => `${label}${label.endsWith('\n') ? '' : ' '}${/^[AR]/u.test(label) ? said : asked(label)}`).join('\n\n');

describe('the number of a question', () => {
  it.each([
    ['Vraag N and Antwoord N', written('Vraag 12\n', 'Antwoord 12\n', 'Vraag 13\n', 'Antwoord 13\n'), [[12, 'Vraag 12', 'Antwoord 12'], [13, 'Vraag 13', 'Antwoord 13']]],
    ['one answer to several', written('Vraag 3\n', 'Vraag 4\n', 'Vraag 5\n', 'Antwoord op de vragen 3 en 4\n', 'Antwoord 5\n'), [
      [3, 'Vraag 3', 'Antwoord op de vragen 3 en 4'], [4, 'Vraag 4', 'Antwoord op de vragen 3 en 4'], [5, 'Vraag 5', 'Antwoord 5'],
    ]],
    ['one label for several', written('Vraag 3 en 4:', 'Antwoord 3 en 4:', 'Vraag 5 t/m 7:', 'Antwoord 5 t/m 7:'), [
      [3, 'Vraag 3 en 4', 'Antwoord 3 en 4'], [4, 'Vraag 3 en 4', 'Antwoord 3 en 4'], ...[5, 6, 7].map((number) => [number, 'Vraag 5 t/m 7', 'Antwoord 5 t/m 7']),
    ]],
    ['Q12 and A12', written('Q12:', 'A12:', 'Q13:', 'A13:'), [[12, 'Q12', 'A12'], [13, 'Q13', 'A13']]],
    ['V 1. and A 1., in one answer to two', written('V 1.', 'A 1.', 'V 2.', 'V 3.', 'A 2 en 3.'), [[1, 'V 1', 'A 1'], [2, 'V 2', 'A 2 en 3'], [3, 'V 3', 'A 2 en 3']]],
    ['Question N and Answer to question N', written('Question 1:', 'Answer to question 1:', 'Question 2:', 'Answer to question 2:'), [
      [1, 'Question 1', 'Answer to question 1'], [2, 'Question 2', 'Answer to question 2'],
    ]],
  ])('is that of its label: %s', async (_name, text, pairs) => {
    expect(await pairsOf(text)).toEqual(pairs);
  });

  it('goes to whoever answers, where the label of who asks bears it', async () => {
    const text = ['Q12 Chair: Who painted the bridge last year?', 'Dr Vale: A painter from the village did, in a week.', 'Q13 Chair: And who paid for it?', 'Dr Vale: The village did.', 'Q14 Chair: Thank you. Was it dear?', 'Dr Vale: It was.'].join('\n\n');
    expect(await pairsOf(text)).toEqual([[12, 'Chair', 'Dr Vale'], [13, 'Chair', 'Dr Vale'], [14, 'Chair', 'Dr Vale']]);
    const { content } = await read(text);
    const shown = resultRows(content).rows.flatMap((row) => (row.kind === 'text' ? [content.blocks[row.block]?.text] : []));
    expect(shown.slice(0, 3)).toEqual(['Q12 Chair:', 'Who painted the bridge last year?', 'A painter from the village did, in a week.']);
  });

  it('is none where a letter and a number are a road, a version or a size', async () => {
    for (const lines of [['A12: file bij de brug.', 'A27: file bij de sluis.'], ['V1: de eerste tekening.', 'V2: de tweede.'], ['V1: de eerste.', 'V2: de tweede.', 'A3: liggend.', 'A4: staand.']]) {
      const { content } = await read(['Verslag van de week', ...lines, 'Tot zover.'].join('\n\n'));
      expect(content.turns).toEqual([]);
    }
  });
});
