import { describe, expect, it } from 'vitest';
import { verify } from '../../../app/anchoring/verify.ts';
import { buildProject, type Build } from '../../../app/build/build-project.ts';
import { readContent } from '../../../app/document/content-blob.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import { codePath } from '../../../app/coding/tree.ts';
import { sha256 } from '../../../app/support/hash.ts';
import { must, now } from '../world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Lines that the import joins, a page header that it takes out, and a sentence that stands there three times. */
const source = `Verslag van de avond over de brug 😀

Mevrouw Lindeboom: Wij wachten nu al drie jaar op een brug die er nooit lijkt te komen en
die toch hard nodig is. Dat is zo. De gemeente zegt elk jaar dat het geld er bijna is, maar
dan komt er weer iets tussen. Dat is zo.
De heer Oudkerk: Ik fiets om. Dat
is zo.
`;

const build = async (codings: unknown[] | string, more: Partial<Parameters<typeof buildProject>[0]> = {}) => must(await buildProject({
  documents: [{ fileName: 'brug.txt', bytes: bytes(source) }], codebook: null,
  codings: bytes(typeof codings === 'string' ? codings : JSON.stringify({ codings })), coder: 'Noor', now, ...more,
}));
const quotations = ({ state }: Build) => [...state.codings.values()].map((coding) => coding.anchor.quotation);
const reasons = ({ leftOut }: Build) => leftOut.map(({ row, code }) => `${row} ${code}`);
const points = (text: string) => [...text].length;
/** Code points of the source, as a table gives them. */
const place = (quotation: string, nth = 0) => {
  let start = source.indexOf(quotation);
  for (let i = 0; i < nth; i += 1) start = source.indexOf(quotation, start + 1);
  return { start: points(source.slice(0, start)), end: points(source.slice(0, start + quotation.length)) };
};

describe('a build', () => {
  it('finds a quotation as it stands in the source, line breaks and all', async () => {
    const made = await build([{ document: 'brug.txt', code: 'wachten', quotation: 'te komen en\ndie toch hard' }]);
    expect([quotations(made), reasons(made)]).toEqual([['te komen en die toch hard'], []]);
  });

  it('finds a quotation as it stands in the clean text', async () => {
    expect(quotations(await build([{ code: 'wachten', quotation: 'te komen en die toch hard' }]))).toEqual(['te komen en die toch hard']);
  });

  it('lets offsets of the source choose between equal quotations, also over a line break', async () => {
    const places = [[0, 'Dat is zo.', 'hard nodig is. '], [1, 'Dat is zo.', 'weer iets tussen. '], [0, 'Dat\nis zo.', 'Ik fiets om. ']] as const;
    for (const [nth, quotation, expected] of places) {
      const made = await build([{ code: 'a', quotation: 'Dat is zo.', ...place(quotation, nth) }]);
      const [coding] = made.state.codings.values();
      const [document] = made.state.documents.values();
      const text = plainText(must(readContent(made.blobs.get(document?.contentSha256 ?? sha256('')) ?? bytes('')))).text;
      const before = [...text].slice(0, coding?.anchor.start).join('');
      expect(before.slice(-expected.length)).toBe(expected);
    }
  });

  it('reports what is ambiguous, not there, or not among the documents, by row', async () => {
    const made = await build([
      { code: 'a', quotation: 'Dat is zo.' }, { code: 'a', quotation: 'Dat is niet zo.' }, { document: 'weg.txt', code: 'a', quotation: 'Ik fiets om.' },
      { code: 'a' }, { code: 'a', quotation: 'Ik fiets om.' }, { code: ' > ', quotation: 'nu al' }, { code: 'a', quotation: 'Dat is zo.', start: 0, end: 4 },
    ]);
    expect(reasons(made)).toEqual(['1 ambiguous', '2 not-found', '3 no-document', '4 invalid', '6 invalid', '7 ambiguous']);
    expect(quotations(made)).toEqual(['Ik fiets om.']);
  });

  it('lets the quotation decide where the offsets say something else', async () => {
    expect(quotations(await build([{ code: 'a', quotation: 'Ik fiets om.', start: 0, end: 5 }]))).toEqual(['Ik fiets om.']);
  });

  it('goes by offsets alone where there is no quotation', async () => {
    expect(quotations(await build([{ code: 'a', ...place('elk jaar') }]))).toEqual(['elk jaar']);
    const clean = await build([{ code: 'a', quotation: 'elk jaar' }]);
    const [coding] = clean.state.codings.values();
    const [document] = clean.state.documents.values();
    const row = { code: 'a', text_start: coding?.anchor.start, text_end: coding?.anchor.end, text_sha256: document?.textSha256 };
    expect(quotations(await build([row]))).toEqual(['elk jaar']);
    expect(reasons(await build([{ ...row, text_sha256: sha256('another text') }]))).toEqual(['1 other-text']);
  });

  it('makes themes that are not there, finds them by path or by a name of its own, and no starter themes', async () => {
    const made = await build([
      { code: 'gevolgen > omweg', quotation: 'Ik fiets om.' }, { code: 'OMWEG', quotation: 'nu al' }, { code: 'wachten', quotation: 'elk jaar' },
    ]);
    expect([...made.state.codes.keys()].map((id) => codePath(made.state, id))).toEqual(['gevolgen', 'gevolgen > omweg', 'wachten']);
    expect([...made.state.codings.values()].map((coding) => codePath(made.state, coding.codeId))).toEqual(['gevolgen > omweg', 'gevolgen > omweg', 'wachten']);
  });

  it('asks for the path where several themes have the name', async () => {
    const codebook = bytes('path,definition\na > x,eerste\nb > x,tweede\n');
    const made = await build([{ code: 'x', quotation: 'nu al' }, { code: 'b > x', quotation: 'nu al' }], { codebook });
    expect(reasons(made)).toEqual(['1 ambiguous-code']);
    expect([...made.state.codes.values()].map((code) => code.definition)).toEqual(['', 'eerste', '', 'tweede']);
  });

  it('keeps who coded: the row, else the file, else the command', async () => {
    const table = (coder?: string) => JSON.stringify({ coder, codings: [{ code: 'a', quotation: 'nu al', coder: 'Ada' }, { code: 'a', quotation: 'elk jaar' }] });
    const names = ({ state }: Build) => [...state.codings.values()].map((coding) => state.coders.get(coding.coderId)?.name);
    expect(names(await build(table('Bob')))).toEqual(['Ada', 'Bob']);
    expect(names(await build(table()))).toEqual(['Ada', 'Noor']);
    const nobody = await build(table(), { coder: null });
    expect(names(nobody)).toEqual(['Ada', 'onbekend']);
    expect(nobody.notes).toEqual([expect.stringContaining('--coder')]);
  });

  it('joins memos and weights to their codings, and keeps rows that are there twice once', async () => {
    const row = { code: 'a', quotation: 'nu al', memo: 'let op', weight: 0 };
    const made = await build([row, row]);
    expect([...made.state.codings.values()].map((coding) => coding.weight)).toEqual([0]);
    expect([...made.state.memos.values()].map((memo) => memo.text)).toEqual(['let op']);
    expect(made.notes).toEqual([expect.stringContaining('row 2')]);
  });

  it('drop nothing of a row that is there twice: its memo is joined, its weight taken or told', async () => {
    const row = { code: 'a', quotation: 'nu al' };
    const made = await build([row, { ...row, memo: 'eerst', weight: 40 }, { ...row, memo: 'later', weight: 70 }, { ...row, memo: 'later' }]);
    expect([...made.state.codings.values()].map(({ weight }) => weight)).toEqual([40]);
    expect([...made.state.memos.values()].map(({ text }) => text)).toEqual(['eerst\n\nlater']);
    expect(made.notes).toEqual([
      'row 2 is there twice: the same coder, theme and passage',
      'row 3 is there twice: the same coder, theme and passage; its memo was added to that of the first; its weight 70 was left out, that of the first is 40',
      expect.stringContaining('row 4'),
    ]);
  });

  it('finds quotations whose accents are composed otherwise, and keeps the text as the document has it', async () => {
    const composed = 'Verslag over één café\n\nMevrouw Lindeboom: Het café op de kade is één van de oudste. Cafe zonder accent.\n';
    const quotation = 'Het café op de kade is één';
    for (const [document, wanted] of [['NFC', 'NFD'], ['NFD', 'NFC']] as const) {
      const made = await build([{ code: 'a', quotation: quotation.normalize(wanted) }], { documents: [{ fileName: 'kade.txt', bytes: bytes(composed.normalize(document)) }] });
      expect([quotations(made), reasons(made)]).toEqual([[quotation.normalize(document)], []]);
    }
  });

  it('verifies, and is undone in one step', async () => {
    const made = await build([{ code: 'a', quotation: 'nu al' }, { code: 'b', quotation: 'elk jaar' }]);
    const contents = new Map([...made.state.documents.values()].map((document) => [document.contentSha256, must(readContent(made.blobs.get(document.contentSha256) ?? bytes('')))]));
    expect(verify({ projectId: made.projectId, state: made.state, contents })).toMatchObject({ verified: 2, total: 2 });
    expect(made.changes.at(-1)).toMatchObject({ label: { key: 'codings.import', values: { count: 2 } } });
  });

  it('refuses a document that can\'t be read and one that is given twice', async () => {
    const with2 = (second: Uint8Array) => buildProject({ documents: [{ fileName: 'a.txt', bytes: bytes(source) }, { fileName: 'b.txt', bytes: second }], codebook: null, codings: null, coder: null, now });
    expect(await with2(bytes(''))).toMatchObject({ ok: false, problem: { code: 'empty-file', message: expect.stringContaining('b.txt') } });
    expect(await with2(bytes(source))).toMatchObject({ ok: false, problem: { code: 'document-already-there' } });
  });
});
