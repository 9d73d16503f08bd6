import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../app/importers/text.ts';
import { hyphenJudge } from '../../../app/structure/hyphen-judge.ts';
import { joinLines } from '../../../app/structure/hyphens.ts';
import { readPages } from '../../../app/structure/pages.ts';
import { joinPieces } from '../../../app/structure/pieces.ts';

const lines = (text: string) => readPages({ format: 'txt', warnings: [], ...linesOf(text) }).lines;

/** A document that breaks words wherever it needs room, and one in which every hyphen at a line's end was there. */
const breaking = 'De wethou-\nder vertelde dat de raad in het voor-\njaar over de brug had gespro-\nken en dat de bewo-\nners daar tevre-\nden over waren.\n';
const plain = 'De voorzitter vertelde dat de raad in het voorjaar over de brug had gesproken en dat\nde bewoners daar tevreden over waren.\n';

/** The last two lines of a text, joined as that document would have it. */
function joined(document: string, first: string, second: string): { text: string; rules: string[] } {
  const all = lines(`${document}${first}\n${second}`);
  const result = joinLines(all.slice(-2), hyphenJudge(all), (_span, otherwise) => otherwise);
  return { text: joinPieces(result.pieces, result.glue).text, rules: result.changes.map(({ rule }) => rule) };
}

describe('a hyphen at a line\'s end', () => {
  it.each([
    ['in- ', 'en uitvoer', 'in- en uitvoer'], ['dag-', 'of nachtdienst', 'dag- of nachtdienst'], ['fysio-', 'en/of oefentherapie', 'fysio- en/of oefentherapie'],
    ['twee -', 'drie', 'twee - drie'], ['wel', 'licht', 'wel licht'],
  ])('is none, or belongs to a word that is cut short, in %s | %s', (first, second, wanted) => {
    for (const document of [breaking, plain]) expect(joined(document, first, second)).toEqual({ text: wanted, rules: [] });
  });

  it.each([
    ['de ABC-', 'regeling', 'de ABC-regeling'], ['de WIA-', 'uitkering', 'de WIA-uitkering'], ['Noord-', 'Holland', 'Noord-Holland'], ['de covid-', '19-golf', 'de covid-19-golf'],
    ['een 24-', 'uursdienst', 'een 24-uursdienst'], ['een e-', 'mail', 'een e-mail'], ['het tv-', 'programma', 'het tv-programma'], ['de mbo-', 'opleiding', 'de mbo-opleiding'],
    ['de zee-', 'eend', 'de zee-eend'], ['het auto-', 'ongeluk', 'het auto-ongeluk'], ['de controle-', 'interventie', 'de controle-interventie'], ['een ex-', 'collega', 'een ex-collega'],
    ['de niet-', 'rokers', 'de niet-rokers'], ['de oud-', 'burgemeester', 'de oud-burgemeester'], ['een follow-', 'up', 'een follow-up'], ['kant-en-', 'klaar', 'kant-en-klaar'],
    ['sociaal-', 'economisch', 'sociaal-economisch'], ['medisch-', 'specialistische', 'medisch-specialistische'], ['mevrouw Bakker-', 'de Wit', 'mevrouw Bakker-de Wit'], ['de co-', 'ouder', 'de co-ouder'],
  ])('stays where Dutch writes it, in either document: %s | %s', (first, second, wanted) => {
    for (const document of [breaking, plain]) expect(joined(document, first, second)).toEqual({ text: wanted, rules: ['hyphen-kept'] });
  });

  it.each([
    ['de verga-', 'dering', 'de vergadering'], ['de behandel-', 'methode', 'de behandelmethode'], ['de thuis-', 'zorg', 'de thuiszorg'], ['het offici-', 'eel maken', 'het officieel maken'],
    ['de pati-', 'ënten', 'de patiënten'], ['de exper-', 'tise', 'de expertise'], ['de ex-', 'perts', 'de experts'], ['wat niet-', 'ig is', 'wat nietig is'], ['de oud-', 'sten', 'de oudsten'],
    ['het muse-', 'um', 'het museum'], ['de VERGA-', 'DERING', 'de VERGADERING'], ['Amster-', 'dam', 'Amsterdam'],
  ])('goes where the document breaks words, as in %s | %s', (first, second, wanted) => {
    expect(joined(breaking, first, second)).toEqual({ text: wanted, rules: ['hyphen'] });
  });

  it.each([
    ['het jojo-', 'effect', 'het jojo-effect'], ['een jo-', 'jo', 'een jo-jo'], ['de arts-', 'patiëntrelatie', 'de arts-patiëntrelatie'], ['een meta-', 'analyse', 'een meta-analyse'],
  ])('stays where the document breaks lines only at hyphens that were there, as in %s | %s', (first, second, wanted) => {
    expect(joined(plain, first, second)).toEqual({ text: wanted, rules: ['hyphen-kept'] });
  });

  it.each([
    [breaking, 'kop-', 'station. Het kop-station', 'kop-station. Het kop-station'], [plain, 'de eer-', 'ste keer. De eerste', 'de eerste keer. De eerste'],
    [`${breaking}Het dag-nachtritme is anders.\n`, 'de dag-', 'nachtcyclus', 'de dag-nachtcyclus'], [plain, 'de voor-', 'zitter', 'de voorzitter'],
  ])('is as the document writes the word elsewhere', (document, first, second, wanted) => {
    expect(joined(document, first, second).text).toBe(wanted);
  });

  it('goes where it is soft', () => {
    expect(joined(plain, 'de ver\u00AD', 'gadering')).toEqual({ text: 'de vergadering', rules: ['hyphen'] });
  });
});
