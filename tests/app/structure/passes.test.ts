import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../app/importers/text.ts';
import { readPerson } from '../../../app/structure/attendees.ts';
import { changesByRule } from '../../../app/structure/changes.ts';
import { findDates } from '../../../app/structure/dates.ts';
import { joinLines, wordCounter } from '../../../app/structure/hyphens.ts';
import { detectLanguage } from '../../../app/structure/language.ts';
import { readPages } from '../../../app/structure/pages.ts';
import { findParagraphs } from '../../../app/structure/paragraphs.ts';
import { joinPieces } from '../../../app/structure/pieces.ts';
import { recognisers } from '../../../app/structure/registry.ts';
import { metrics } from '../../../app/structure/widths.ts';

const lines = (text: string) => readPages({ format: 'txt', warnings: [], ...linesOf(text) }).lines;

describe('words broken at a line\'s end', () => {
  it.each([
    ['in- ', 'en uitvoer', 'in- en uitvoer'], ['dag-', 'of nachtdienst', 'dag- of nachtdienst'], ['fysio-', 'en/of oefentherapie', 'fysio- en/of oefentherapie'],
    ['de ABC-', 'regeling', 'de ABC-regeling'], ['een jo-', 'jo', 'een jo-jo'], ['de ver\u00AD', 'gadering', 'de vergadering'], ['twee -', 'drie', 'twee - drie'], ['wel', 'licht', 'wel licht'],
    ['de eer-', 'ste keer. De eerste', 'de eerste keer. De eerste'], ['kop-', 'station. Het kop-station', 'kop-station. Het kop-station'],
  ])('%s | %s becomes %s', (first, second, wanted) => {
    const both = lines(`${first}\n${second}`);
    const joined = joinLines(both, wordCounter(both), (_span, otherwise) => otherwise);
    expect(joinPieces(joined.pieces, joined.glue).text).toBe(wanted);
  });
});

describe('paragraphs', () => {
  const wrap = (text: string, width: (line: string) => number, column: number) => {
    const out: string[] = [''];
    for (const word of text.split(' ')) {
      const longer = out.at(-1) === '' ? word : `${out.at(-1)} ${word}`;
      if (width(longer) > column) out.push(word);
      else out[out.length - 1] = longer;
    }
    return out;
  };
  const sentence = 'Het water in de sloot stond die zomer zo laag dat de eenden over de bodem liepen, en wie er met een boot doorheen wilde moest hem dragen.';
  const paragraphsOf = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter, at) => `${`${sentence} `.repeat(at + 1)}Einde ${letter}.`);

  it.each(metrics.map((metric) => [metric.id, metric] as const))('end where the next word would have fitted, set in %s', (_id, metric) => {
    const wrapped = paragraphsOf.map((paragraph) => wrap(paragraph, metric.width, 38_000));
    const all = lines(wrapped.flat().join('\n'));
    const { endsAfter } = findParagraphs(all);
    let at = -1;
    const ends = wrapped.slice(0, -1).map((own, index) => {
      at += own.length;
      // A last line as full as the column can't be told from any other.
      const need = metric.width(`${own.at(-1)} ${wrapped[index + 1]?.[0]?.split(' ')[0]}`);
      return need > 38_000 ? null : at;
    }).filter((end) => end !== null);
    expect(all.flatMap((_, index) => (index < all.length - 1 && endsAfter(index) ? [index] : []))).toEqual(ends);
    expect(ends.length).toBeGreaterThan(2);
  });

  it('are lines where lines are not broken to fit', () => {
    const { endsAfter } = findParagraphs(lines(`${paragraphsOf.join('\n')}\nja\nNee`));
    expect([0, 1, 2, 3, 4, 5].map(endsAfter)).toEqual(Array(6).fill(true));
  });

  it('go on over empty lines that stand between all lines', () => {
    const wrapped = paragraphsOf.map((paragraph) => wrap(paragraph, (line) => line.length, 60));
    const all = lines(wrapped.flat().join('\n\n'));
    const ends = all.filter((_, at) => findParagraphs(all).endsAfter(at)).map(({ text }) => text);
    expect(ends.every((text) => text.endsWith('.'))).toBe(true);
    expect(ends.length).toBeLessThan(12);
  });
});

describe('dates', () => {
  it.each([
    ['op dinsdag 5 juli 2022 te', ['2022-07-05']], ['1 mrt. 2021', ['2021-03-01']], ['12-05-2023', ['2023-05-12']], ['2024-02-29', ['2024-02-29']], ['14 September 2020', ['2020-09-14']],
    ['31 februari 2020', []], ['35 826, nr. 12', []], ['1-2-3', []], ['in 2016', []], ['van 3 mei 2020 tot 4 mei 2020', ['2020-05-03', '2020-05-04']],
  ])('in %s are %j', (text, dates) => {
    expect(findDates(text).map(({ iso }) => iso)).toEqual(dates);
  });
});

describe('persons in a list', () => {
  it.each([
    ['Mevrouw prof. dr. A.B. van der Wal, voorzitter commissie', 'A.B. van der Wal', 'voorzitter commissie'], ['De heer dr. C. olde Kamp', 'C. olde Kamp', null],
    ['wethouder H. Adema', 'H. Adema', 'wethouder'], ['drs. P. Kok, MSc (secretaris)', 'P. Kok', 'secretaris'], ['Dewi', 'Dewi', null], ['de heer J. Smit – huisarts', 'J. Smit', 'huisarts'],
  ])('%s', (text, name, role) => {
    expect(readPerson(text)).toEqual({ name, role });
  });

  it('are named', () => {
    expect(readPerson('drie leden')).toBeNull();
  });
});

describe('the language', () => {
  it.each([
    ['nl', 'Het is niet zo dat wij dit aan u vragen, maar de mensen in het dorp wel, en zij zijn er ook.'], ['en', 'It is not that we ask you for this, but the people of the village do, and they are there.'],
    [null, 'Alfa beta gamma delta.'],
  ])('is %s', (language, text) => {
    expect(detectLanguage(lines(text))).toBe(language);
  });
});

describe('changes by rule', () => {
  it('puts the most frequent rule first', () => {
    const change = (rule: string) => ({ rule, source: null, before: 'a', after: '' });
    expect(changesByRule({ changes: [change('hyphen'), change('bullet'), change('bullet')] }).map(({ rule, changes }) => [rule, changes.length])).toEqual([['bullet', 2], ['hyphen', 1]]);
  });
});

describe('the registry of recognisers', () => {
  it('holds each kind once', () => {
    expect(recognisers.map(({ kind }) => kind)).toEqual(['hearing', 'answers', 'letter', 'plain']);
  });
});
