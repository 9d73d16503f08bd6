import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../../app/importers/import-document.ts';
import { inspectReading } from '../../../../app/structure/inspect.ts';
import { blocksOf, readingOf, refusalOf, warningsOf } from './reading.ts';

const said = async (text: string | Uint8Array, name = 'gesprek.csv') => {
  const { content, speakers } = await readingOf(text, name);
  return content.turns.map((turn) => [
    speakers.find(({ id }) => id === turn.speaker)?.name, content.blocks.slice(turn.firstBlock, turn.lastBlock + 1).map((block) => block.text).join(' / '),
  ]);
};
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const four = [['Voorzitter', 'Wie wil?'], ['P1', 'Ik.'], ['P1', 'Want het moet.'], ['Voorzitter', 'JA']];

describe('a table of turns', () => {
  it.each<[string, string | Uint8Array]>([
    ['commas', 'speaker,text\nVoorzitter,Wie wil?\nP1,Ik.\nP1,Want het moet.\nVoorzitter,JA\n'],
    ['semicolons, as a Dutch Excel writes', '\uFEFFSpreker;Tekst\r\nVoorzitter;Wie wil?\r\nP1;Ik.\r\nP1;Want het moet.\r\nVoorzitter;JA\r\n'],
    ['tabs in UTF-16, as Excel writes Unicode text', utf16('naam\ttekst\nVoorzitter\tWie wil?\nP1\tIk.\nP1\tWant het moet.\nVoorzitter\tJA')],
    ['a first line that names the separator', 'sep=|\nSpreker|Tekst\nVoorzitter|Wie wil?\nP1|Ik.\nP1|Want het moet.\nVoorzitter|JA'],
    ['quotation marks around all', '"Tekst","Spreker"\n"Wie wil?","Voorzitter"\n"Ik.","P1"\n"Want het moet.","P1"\n"JA","Voorzitter"'],
  ])('is read with %s, each row a turn', async (_, table) => {
    expect(await said(table)).toEqual(four);
    expect(await said(table, 'gesprek.txt')).toEqual(four);
  });

  it('keeps quotation marks, separators and lines in a cell, each letter with its place in the file', async () => {
    const reading = await readingOf('Spreker;Tekst\nP1;"Hij zei: ""nee; nooit"".\r\nEn toen\r\nniets 😊."\nP2;Klopt, helaas.\n', 'a.csv');
    expect(blocksOf(reading)).toEqual(['label: P1', 'paragraph: Hij zei: "nee; nooit".', 'paragraph: En toen', 'paragraph: niets 😊.', 'label: P2', 'paragraph: Klopt, helaas.'].toSpliced(2, 2, 'paragraph: En toen niets 😊.'));
    const { blocks } = inspectReading(reading, { fileName: 'a.csv', bytes: 1 });
    const letters = [...reading.source ?? ''];
    expect(blocks.map(({ source }) => source && letters.slice(...source).join(''))).toEqual(['P1', 'Hij zei: ""nee; nooit"".', 'En toen\r\nniets 😊.', 'P2', 'Klopt, helaas.']);
  });

  it('takes roles and organisations, and who moderates by role', async () => {
    const { speakers } = await readingOf('Spreker;Rol;Organisatie;Tekst\nDe Boer;voorzitter;;Welkom.\nBos;patiënt;De Vloer;Dank.\nBos;;;Nog iets.', 'a.csv');
    expect(speakers).toMatchObject([{ name: 'De Boer', role: 'voorzitter', moderator: true, organisation: null }, { name: 'Bos', role: 'patiënt', moderator: false, organisation: 'De Vloer' }]);
  });

  it('reads questions and answers in columns of their own', async () => {
    expect(await said('Vraag,Antwoord\n"Hoe gaat het?",Goed.\nEn thuis?,Ook.\nWaarom?,')).toEqual([['Vraag', 'Hoe gaat het?'], ['Antwoord', 'Goed.'], ['Vraag', 'En thuis?'], ['Antwoord', 'Ook.'], ['Vraag', 'Waarom?']]);
    expect(await said('Naam;Vraag;Antwoord\nBos;Hoe gaat het?;Goed.\nSmit;En u?;Matig.')).toEqual([['Vraag', 'Hoe gaat het?'], ['Bos', 'Goed.'], ['Vraag', 'En u?'], ['Smit', 'Matig.']]);
  });

  it('goes on in the row above where no speaker is named, and says that, and which columns it left', async () => {
    const table = 'Tijd;Spreker;Tekst\n0:01;;Geluid.\n0:02;P1;Ik.\n0:03;;En verder.\n0:04;P2;';
    expect(await said(table)).toEqual([['P1', 'Ik. / En verder.']]);
    const reading = await readingOf(table, 'a.csv');
    expect(warningsOf(reading).toSorted()).toEqual(['column-left-out', 'row-without-speaker', 'row-without-text']);
    expect(reading.content.warnings.find(({ rule }) => rule === 'column-left-out')?.message).toContain('Tijd');
  });

  it('takes a separator too many for part of what was said, where that is the last column', async () => {
    expect(await said('speaker,text\nP1,Ja, en nee, denk ik.\nP2,Goed.\nP1,Dus, zo is het.')).toEqual([['P1', 'Ja, en nee, denk ik.'], ['P2', 'Goed.'], ['P1', 'Dus, zo is het.']]);
  });

  it('takes it so before other columns too, and says in which rows, since it is a guess', async () => {
    const table = 'spreker,tekst,rol\nJan Blom,Ik wachtte, wel drie jaar, op hulp,patiënt\nVoorzitter,Goed.,voorzitter\nJan Blom,"Ja, dus.",patiënt\nJan Blom,Zij zei,"nee, nooit",\n';
    expect(await said(table)).toEqual([['Jan Blom', 'Ik wachtte, wel drie jaar, op hulp'], ['Voorzitter', 'Goed.'], ['Jan Blom', 'Ja, dus.'], ['Jan Blom', 'Zij zei,"nee, nooit"']]);
    const { content, speakers } = await readingOf(table, 'a.csv');
    expect(speakers[0]).toMatchObject({ name: 'Jan Blom', role: 'patiënt' });
    expect(content.warnings).toMatchObject([{ rule: 'row-uneven', values: { count: 2, rows: '2, 5' } }]);
  });

  it.each<[string, string, string]>([
    ['behind text in quotation marks', 'spreker,tekst,tijd\nP1,"Ja, dus.",10:00,en toen\nP2,Nee.,10:01', '2'],
    ['behind a question and its answer', 'vraag,antwoord,tijd\nEn nu?,Goed.,10:00\nHoe, nu?,Goed.,10:01', '3'],
    ['where a question may hold the separator', 'vraag,antwoord\nEn nu?,Goed.\nJan, en nu?,Goed.', '3'],
    ['in a column without a name', 'spreker;tekst;\nP1;Ja.;en verder\nP2;Nee.;', '2'],
  ])('says which rows have cells that the header does not name, %s', async (_, table, rows) => {
    expect((await readingOf(table, 'a.csv')).content.warnings).toContainEqual(expect.objectContaining({ rule: 'row-uneven', values: { count: 1, rows } }));
  });

  it('says which rows hold letters and no text, and leaves empty ones alone', async () => {
    const table = (rows: string) => `spreker;rol;tekst\nP1;;Ik wachtte\nAlleen een losse zin zonder kolommen\n\n;;\nP2;;Ja.\n${rows}`;
    expect((await readingOf(table(''), 'a.csv')).content.warnings).toMatchObject([{ rule: 'row-without-text', values: { count: 1, rows: '3' } }]);
    expect((await readingOf(table('Los\n'.repeat(30)), 'a.csv')).content.warnings).toMatchObject([{ rule: 'row-without-text', values: { count: 31, rows: expect.stringMatching(/^3, 7, 8, .*25, …$/u) as string } }]);
  });

  it('believes the column, and takes nothing in a cell for a speaker, a heading or an introduction', async () => {
    expect(await said('naam,tekst\nP1,De voorzitter: stil.\nP2,"Aan het woord is een ander:\nMevrouw Bos: nee."\nP1,Opening\n3 x,Ik ook.')).toEqual([
      ['P1', 'De voorzitter: stil.'], ['P2', 'Aan het woord is een ander: / Mevrouw Bos: nee.'], ['P1', 'Opening'], ['3 x', 'Ik ook.'],
    ]);
  });

  it('refuses a table without such columns, and says which it has', async () => {
    const read = await importDocument(new TextEncoder().encode('naam;leeftijd\nBos;44\n'), { fileName: 'leden.csv', now: '2026-01-02T03:04:05.000Z' });
    expect(read).toMatchObject({ ok: false, problem: { code: 'no-turn-columns', values: { columns: '"naam", "leeftijd"' } } });
  });

  it('refuses a table whose quotation marks do not pair, and one without rows', async () => {
    expect(await refusalOf('spreker;tekst\nP1;"Ja\nP2;Nee\n', 'a.csv')).toBe('table-damaged');
    expect(await refusalOf('spreker;tekst\nP1;\n', 'a.csv')).toBe('empty-file');
  });
});
