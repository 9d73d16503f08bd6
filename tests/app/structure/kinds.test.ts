import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../app/importers/text.ts';
import { liftConvertedMarks } from '../../../app/structure/converted-marks.ts';
import { liftNotesInText } from '../../../app/structure/notes-in-text.ts';
import { readPages } from '../../../app/structure/pages.ts';
import { recognisers } from '../../../app/structure/registry.ts';
import { read } from '../review/readings.ts';
import { sharedFolder } from '../../shared.ts';

/** Which recogniser is surest of a text, and by how much. */
function surest(text: string): { kind: string; lead: number } {
  const pages = liftNotesInText(liftConvertedMarks(readPages({ format: 'txt', warnings: [], ...linesOf(text) })));
  const [first, second] = recognisers.map(({ kind, score }) => ({ kind, score: score(pages) })).toSorted((a, b) => b.score - a.score);
  return { kind: first?.kind ?? '', lead: (first?.score ?? 0) - (second?.score ?? 0) };
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const texts = (folder: string) => readdirSync(`${fixtures}${folder}`).filter((name) => name.endsWith('.txt')).map((name) => [`${folder}/${name}`] as const);

describe('the kind of a document', () => {
  it.each([...texts('minutes'), ...texts('answers'), ...texts('letters')])('%s is recognised, with a lead on the others', (name) => {
    const expected: unknown = JSON.parse(readFileSync(`${fixtures}${name.replace(/\.\w+$/u, '.expected.json')}`, 'utf8'));
    const found = surest(readFileSync(`${fixtures}${name}`, 'utf8'));
    expect(expected).toMatchObject({ kind: found.kind });
    expect(found.lead).toBeGreaterThanOrEqual(0.05);
  });

  const minutes = (between: string) => `Notulen van de raad\n\nVoorzitter: Ik open de vergadering over de brug.\nMevrouw Ooms: De brug is te smal.\n${between}\nDe heer Bal: Dat is beantwoord.\nVoorzitter: Dank u. Wij gaan verder.\nMevrouw Ooms: Nog iets over de vragen.\nDe heer Bal: Ga uw gang.\n`;

  it.each([
    ['minutes that quote questions and answers', 'hearing', minutes('Vraag 1\nWanneer is de brug klaar?\nAntwoord 1\nIn mei.\nVraag 2\nWat kost dat?\nAntwoord 2\nEen ton.')],
    ['minutes with a letter read aloud', 'hearing', minutes('Geachte raad,\nWij vragen u de brug te verbreden.\nHoogachtend,\nde bewoners')],
    ['an interview of questions and answers without numbers', 'hearing', 'Interview\n\nVraag: Hoe lang woont u hier?\nAntwoord: Elf jaar.\nVraag: Bevalt het?\nAntwoord: Jazeker, het is hier stil.\nVraag: Wat mist u?\nAntwoord: De bus.\n'],
    ['a letter that answers without questions', 'letter', 'Geachte mevrouw Kok,\n\nHet antwoord op vraag 3 vindt u in onze brief van vorige week. Antwoord 3 luidt ja.\n\nMet vriendelijke groet,\nhet bestuur\n'],
    ['a letter to a committee with its questions in a list', 'letter', 'Betreft: de dijk\nDatum: 3 mei 2030\n\nGeachte commissie,\n\nWij hebben drie vragen:\n1. Hoe hoog wordt hij?\n2. Wat kost dat?\n3. Wie betaalt?\n\nHoogachtend,\n\nnamens de bewoners,\nT. Bos\n'],
    ['answers under a letter', 'answers', 'Datum 3 mei 2030\nBetreft Antwoorden op Kamervragen\n\nGeachte voorzitter,\n\nHierbij stuur ik u de antwoorden.\n\nHoogachtend,\n\nDe minister van Sport,\n\nJ. Vos\n\nVraag 1\nKent u de dijk?\n\nAntwoord 1\nJa.\n\nVraag 2\nHoe hoog is hij?\n\nAntwoord 2\nHoog.\n'],
    ['an exam without answers', 'plain', 'Toets\n\nVraag 1\nWat is een dijk?\n\nVraag 2\nWat is een sluis?\n\nVraag 3\nWat is een gemaal?\n'],
    ['a story with a greeting in it', 'plain', 'De brief\n\nZij begon te schrijven. Beste Jan, stond er, en verder niets. De regen viel op het dak.\n\nToen ging zij naar buiten, en het was nog lang licht.\n'],
    ['a memo', 'plain', 'Memo\n\nAan: het bestuur\nDatum: 3 mei 2030\nBetreft: de sleutel\n\nBeste allemaal,\n\nDe sleutel ligt bij de buren.\n'],
  ])('%s', (_name, kind, text) => {
    expect(surest(text)).toMatchObject({ kind });
  });

  it('of a note is plain, in which a sentence that leads a list is no heading, but words over a list of names are', async () => {
    const { content } = await read('Nota over de dijk\n\nDe dijk is laag.\n\nWij raden aan om:\n• hem te verhogen;\n• hem te maaien.\n\nDeelnemers:\n• J. Bos\n• K. Vos\n', 'nota.txt');
    expect(content.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Nota over de dijk', 'paragraph: De dijk is laag.', 'paragraph: Wij raden aan om:', 'listItem: hem te verhogen;', 'listItem: hem te maaien.', 'heading: Deelnemers:', 'listItem: J. Bos', 'listItem: K. Vos',
    ]);
  });

  const shared = sharedFolder();
  it.skipIf(!shared).each([['hearing-fibromyalgia-2022', 'hearing'], ['answers-fibromyalgia-2025', 'answers'], ['letter-physiotherapy-2025', 'letter']])('of %s is %s (needs the real documents)', (name, kind) => {
    expect(surest(readFileSync(path.join(shared ?? '', 'corpus', `${name}.txt`), 'utf8'))).toMatchObject({ kind });
  });
});
