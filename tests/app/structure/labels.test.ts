import { describe, expect, it } from 'vitest';
import { labelLine } from '../../../app/structure/label-lines.ts';
import { findIntros } from '../../../app/structure/intros.ts';
import { linesOf } from '../../../app/importers/text.ts';
import { readPages } from '../../../app/structure/pages.ts';
import { findParagraphs } from '../../../app/structure/paragraphs.ts';
import { keyOf, partOf } from '../../../app/structure/speaker-names.ts';

describe('labelLine', () => {
  it.each([
    ['De voorzitter:', 'De voorzitter', 'role'],
    ['De voorzitter: Goedemorgen.', 'De voorzitter', 'role'],
    ['De heer Van den Berg (ChristenUnie): Dank u.', 'De heer Van den Berg (ChristenUnie)', 'person'],
    ['Mevrouw Y:', 'Mevrouw Y', 'person'],
    ['Minister Zandstra: Jazeker.', 'Minister Zandstra', 'person'],
    ['MEVR. DE GROOT-SMIT: Nee.', 'MEVR. DE GROOT-SMIT', 'person'],
    ['Spreker 3: Ik ook.', 'Spreker 3', 'role'],
    ['Q12 Anja Smit: Ja?', 'Anja Smit', 'name'],
    ['Q3 Chair: Ja?', 'Chair', 'role'],
    ['01.02 Jan Peeters (N-VA): Ja.', 'Jan Peeters (N-VA)', 'person'],
    ['<v Anja Smit>Ja.</v>', 'Anja Smit', 'name'],
    ['P2 (v, 45): Ja.', 'P2 (v, 45)', 'person'],
    ['Een lid: Ja.', 'Een lid', 'role'],
    ['Anja (00:12:34): Ja.', 'Anja', 'name'],
    ['Anja van Dam   12:34', 'Anja van Dam', 'name'],
    ['[Anja] Ja.', 'Anja', 'name'],
    ['A.B.C.:', 'A.B.C.', 'name'],
    ['Bond/K!K:', 'Bond/K!K', 'name'],
    ['Mevrouw De Vries', 'Mevrouw De Vries', 'person'],
    ["'t Hart: Ja.", "'t Hart", 'name'],
    ['Stichting Wonen en Zorg:', 'Stichting Wonen en Zorg', 'name'],
    ['Bewoners van de Kade:', 'Bewoners van de Kade', 'name'],
    ['Vertegenwoordiger patiënten:', 'Vertegenwoordiger patiënten', 'loose'],
  ])('reads %s as a label', (text, name, kind) => {
    expect(labelLine(text)).toMatchObject({ name, form: { kind } });
  });

  it.each([
    'https://example.org/pad: lees meer', 'Om 14:30 uur: koffie', '10:15 Pauze', 'Ik zeg u: nee.', 'en dat is het:', 'De eerste is anders. Dit is de tweede:', 'Datum: 3 mei', 'Aanwezig van de raad:',
    'Kortom: nee', 'Let op: glad', '“Zeg: ja”', '1. Opening: welkom', 'Vraag 3: waarom?', 'Antwoord 3: daarom', 'Agendapunt 4: Rondvraag', 'Wat vindt u daarvan?', 'Zie pagina 4: daar staat het', 'Dat is waar',
    'Presentaties door:', 'Tot slot: dank', 'Website: www.example.org', 'Conclusie:', '[wijst naar het raam]',
  ])('reads %s as text', (text) => {
    expect(labelLine(text)).toBeNull();
  });

  it('says where the label ends and what is said starts', () => {
    expect(labelLine('De voorzitter:   Goedemorgen.')).toMatchObject({ to: 14, textFrom: 17, place: 'inline' });
    expect(labelLine('Q12 Anja: Ja?')).toMatchObject({ number: 12, from: 0, to: 9, textFrom: 10 });
    expect(labelLine('Anja (00:12): Ja.')).toMatchObject({ to: 4, textFrom: 14, timed: true });
    expect(labelLine('<v Anja>Ja.')).toMatchObject({ from: 3, to: 7, textFrom: 8, by: 'voice' });
    expect(labelLine('De voorzitter:')).toMatchObject({ to: 14, textFrom: 14, place: 'own' });
  });
});

describe('names', () => {
  it.each([
    ['De voorzitter', 'VOORZITTER'], ['De heer Jansen (VVD)', 'Jansen'], ['Mevrouw dr. De Wit', 'De Wit'], ['de Raad', 'Raad'],
  ])('%s and %s are one', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['Commissie', 'committee'], ['De commissie', 'committee'], ['Adviescommissie', 'committee'], ['Commissielid', 'committee'], ['Dagvoorzitter', 'chair'], ['De voorzitter (Smit)', 'chair'],
    ['Interviewer 2', 'interviewer'], ['Gespreksleidster', 'interviewer'], ['Getuige', 'other'], ['Jansen', null], ['Voorzittersoverleg', null], ['Commissionair', null],
  ])('%s has the part %s', (name, part) => {
    expect(partOf(name)).toBe(part);
  });
});

describe('findIntros', () => {
  const find = (text: string) => {
    const { lines } = readPages({ format: 'txt', warnings: [], ...linesOf(text) });
    return findIntros(lines, findParagraphs(lines)).map(({ name, from, to }) => [name, from, to]);
  };

  it.each([
    ['Aan het woord is een bakker:\nIk bak.', [['een bakker', 0, 0]]],
    ['Kop\n\nHet woord is aan de vereniging van\nmolenaars in het\nnoorden:\nWij malen.', [['de vereniging van molenaars in het noorden', 1, 3]]],
    ['De voorzitter geeft het woord aan mevrouw Kok:\nDank.', [['mevrouw Kok', 0, 0]]],
    ['Mevrouw Kok krijgt het woord:\nDank.', [['mevrouw Kok'.replace('m', 'M'), 0, 0]]],
    ['Aan het woord is mevrouw Kok.\nDaarna volgt een pauze:\nkoffie.', []],
    ['Hij vroeg wie er\naan het woord is: niemand.\nEn toen:', []],
    ['Aan het woord is de zee\n\nen de wind:\nWoei.', []],
  ])('finds in %j', (text, intros) => {
    expect(find(text)).toEqual(intros);
  });
});
