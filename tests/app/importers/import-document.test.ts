import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { documentExtensions } from '../../../app/importers/extensions.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { largestFile } from '../../../app/importers/limits.ts';
import { importers } from '../../../app/importers/registry.ts';
import { contentSchema } from '../../../schemas/records/content.ts';
import { documentSchema } from '../../../schemas/records/document.ts';
import { speakerSchema } from '../../../schemas/records/speaker.ts';

const now = '2026-01-02T03:04:05.000Z';
const utf8 = (text: string) => new TextEncoder().encode(text);
const head = (...bytes: (number | string)[]) => Uint8Array.from(bytes.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)])));

const minutes = 'Verslag\n\nVoorzitter: Wie wil er iets zeggen over de brug?\nMevrouw Ooms: Ik. De brug is te smal, en dat weten we al jaren.\nVoorzitter: Dank u. Wat zou u doen?\nMevrouw Ooms: Verbreden.\n';

describe('importDocument', () => {
  it('gives records that fit their schemas, under ids that follow from the file', async () => {
    const [first, second] = [await importDocument(utf8(minutes), { fileName: 'brug.txt', now }), await importDocument(utf8(minutes), { fileName: 'brug.txt', now })];
    expect(first).toEqual(second);
    if (!first.ok) throw new Error(first.problem.message);
    const { document, content, speakers, source } = first.value;
    expect(documentSchema.parse(document)).toEqual(document);
    expect(contentSchema.parse(content)).toEqual(content);
    expect(speakers.map((speaker) => speakerSchema.parse(speaker))).toEqual(speakers);
    expect(document).toMatchObject({ name: 'Verslag', kind: 'hearing', format: 'txt', fileName: 'brug.txt', importedAt: now });
    expect(source).toBe(minutes);
    expect(content.turns.map(({ speaker }) => speakers.find(({ id }) => id === speaker)?.name)).toEqual(['Voorzitter', 'Mevrouw Ooms', 'Voorzitter', 'Mevrouw Ooms']);
  });

  it('knows a PDF by its bytes, whatever its name, and says that a piece of one is damaged', async () => {
    for (const fileName of ['a.pdf', 'verkeerd.txt']) {
      expect(await importDocument(head('%PDF-1.7\n', 0xe2, 0xe3), { fileName, now })).toMatchObject({ ok: false, problem: { code: 'damaged-file' } });
    }
  });

  it.each<[string, Uint8Array, string, RegExp]>([
    ['a.doc', head(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'save-as-docx', /save as, Word document \(\.docx\)/],
    ['a.rtf', head('{\\rtf1\\ansi Dag}'), 'save-as-docx', /save as, Word document \(\.docx\)/],
    ['verkeerd.txt', head('{\\rtf1\\ansi Dag}'), 'save-as-docx', /RTF files/],
    ['a.zip', head('PK\u0003\u0004', 20, 0, 'brief.txt'), 'archive', /unpack it/],
  ])('says of %s in what to save it, or to unpack it', async (fileName, bytes, code, says) => {
    expect(await importDocument(bytes, { fileName, now })).toMatchObject({ ok: false, problem: { code, message: expect.stringMatching(says) } });
  });

  it('takes no text for a document whose name is of another kind, where only known kinds are asked for', async () => {
    const read = async (fileName: string, bytes = utf8(minutes)) => {
      const result = await importDocument(bytes, { fileName, now, knownOnly: true });
      return result.ok ? result.value.document.format : result.problem.code;
    };
    expect([await read('opmaak.css'), await read('brug.TXT'), await read('brug'), await read('kop.md', utf8('# Kop'))]).toEqual(['unknown-kind', 'txt', 'txt', 'md']);
  });

  it('reads text under any name', async () => {
    expect(await importDocument(utf8(minutes), { fileName: 'brug.pdf', now })).toMatchObject({ ok: true, value: { document: { format: 'txt' } } });
    expect(await importDocument(utf8('# Kop\n\nTekst.'), { fileName: 'kop.md', now })).toMatchObject({ ok: true, value: { document: { format: 'md', title: 'Kop' } } });
  });

  it('takes the kind that is asked for', async () => {
    expect(await importDocument(utf8(minutes), { fileName: 'a.txt', now, as: 'plain' })).toMatchObject({ ok: true, value: { document: { kind: 'plain' }, content: { turns: [] } } });
    expect(await importDocument(utf8(minutes), { fileName: 'a.txt', now, as: 'answers' })).toMatchObject({ ok: true, value: { document: { kind: 'answers' }, content: { turns: [] } } });
    expect(await importDocument(utf8(minutes), { fileName: 'a.txt', now, as: 'letter' })).toMatchObject({ ok: true, value: { document: { kind: 'letter' }, content: { turns: [] } } });
  });

  it('refuses an empty file and one that is too large', async () => {
    expect(await importDocument(new Uint8Array(0), { fileName: 'a.txt', now })).toMatchObject({ ok: false, problem: { code: 'empty-file' } });
    expect(await importDocument(new Uint8Array(largestFile + 1), { fileName: 'a.txt', now })).toMatchObject({ ok: false, problem: { code: 'file-too-large', values: { megabytes: 250 } } });
  });

  it('stops where it is asked to, and reports how far it is until then', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const result = await importDocument(utf8(minutes), {
      fileName: 'a.txt', now, signal: stop.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done >= 0.4) stop.abort();
      },
    });
    expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBeLessThan(1);
  });

  it('opens a text of 20 MB', async () => {
    const turns = Array.from({ length: 400 }, (_, at) => `Voorzitter: Vraag ${at}, hoe gaat het ermee op dit moment?\nMevrouw Ooms: ${'Het gaat goed, en beter dan vorig jaar. '.repeat(20)}Dat was het.\n`).join('');
    const bytes = utf8(turns.repeat(Math.ceil(20_000_000 / turns.length)));
    const result = await importDocument(bytes, { fileName: 'groot.txt', now });
    expect(bytes.length).toBeGreaterThanOrEqual(20_000_000);
    expect(result.ok && result.value.content.turns.length).toBe(800 * Math.ceil(20_000_000 / turns.length));
  }, 120_000);

  it('opens one line of 5 MB, and a file of nothing but short lines', async () => {
    for (const text of ['woord '.repeat(900_000), 'a: b\n'.repeat(60_000), '- \n'.repeat(60_000), ':'.repeat(2_000_000), '1\n\n'.repeat(60_000), 'tekst\f'.repeat(60_000)]) {
      const result = await importDocument(utf8(`Kop\n\n${text}`), { fileName: 'vreemd.txt', now });
      expect(result.ok).toBe(true);
    }
  }, 120_000);

  const anyLine = fc.oneof(
    fc.constantFrom('', ' ', '\f', 'De voorzitter:', 'Mevrouw De Wit (VVD): Dank u.', 'Commissie: ', '• punt', '- punt', 'o sub', 'Pagina 2 van 9', '2', '- 3 -', 'Bijdrage X', 'Bijdrage Y',
      'Aan het woord is iemand:', 'Aan het woord is een lange naam die', 'doorloopt: ', 'Aanwezig:', 'Presentaties door:', '[00:01:02] Jan: ja', 'Jan   0:12', '[Jan] nee', 'wel-', 'licht en zo',
      'Afsluiting', '1. Opening', '2. Sluiting', 'https://a.example/b', 'zie https://a.example/b.', 'Datum: 3 mei 2020', 'Vraag 1', 'Vraag 2: Hoe?', 'Antwoord 1', 'Antwoord op vraag 1 en 2', 'Antwoord:', '[bookmark: a]', 'zin[footnoteRef:1] x [1:  noot]', '(1) noot', 'woord (1)', 'zorg1', '1 Noot een.', '2 Noot 22.', 'Geachte voorzitter,', 'Hoogachtend,', 'De minister van Sport,', 'Betreft: iets', '\uFFFD punt', '\u{1F600} lach', 'a\u0001b', 'e\u0301n', '\uFEFF', '# Kop', '**Jan:** ja'),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.lorem({ maxCount: 14 }),
  );
  const anyText = fc.array(fc.tuple(anyLine, fc.constantFrom('\n', '\n', '\r\n', '\r', ' \n', '\n\n', '\f', '\u2028')), { maxLength: 60 })
    .map((lines) => lines.map(([line, end]) => line + end).join(''));

  it('keeps every rule of a content, whatever the text', async () => {
    await fc.assert(fc.asyncProperty(anyText, fc.constantFrom('a.txt', 'a.md'), fc.constantFrom(undefined, 'plain' as const, 'hearing' as const, 'answers' as const, 'letter' as const), async (text, fileName, as) => {
      const result = await importDocument(utf8(text), { fileName, now, ...(as ? { as } : {}) });
      if (!result.ok) return ['empty-file', 'binary-file', 'save-as-docx'].includes(result.problem.code);
      expect(contentProblems(result.value.content, result.value.source)).toEqual([]);
      contentSchema.parse(result.value.content);
      documentSchema.parse(result.value.document);
      return true;
    }), { numRuns: 300 });
  });

  it('loses no letter of the text but what it lists, whatever the text', async () => {
    await fc.assert(fc.asyncProperty(anyText, fc.constantFrom(undefined, 'answers' as const, 'letter' as const), async (text, as) => {
      const result = await importDocument(utf8(text), { fileName: 'a.txt', now, ...(as ? { as } : {}) });
      if (!result.ok) return;
      const { content, source } = result.value;
      const letters: (string | null)[] = [...(source ?? '')];
      for (const block of content.blocks) for (const [, from, length] of block.sourceMap) letters.fill(null, from, from + length);
      for (const { source: span } of content.changes) if (span) letters.fill(null, ...span);
      expect(letters.filter((letter) => letter !== null && letter.trim() !== '')).toEqual([]);
    }), { numRuns: 300 });
  });

  it('answers with a result, whatever the bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.constantFrom('a.txt', 'a.md', 'a.pdf', 'a', ''), async (bytes, fileName) => {
      const result = await importDocument(bytes, { fileName, now });
      const problems = result.ok ? contentProblems(result.value.content, result.value.source) : result.problem.message === '' ? ['no message'] : [];
      expect(problems).toEqual([]);
    }), { numRuns: 300 });
  });
});

describe('the registry of formats', () => {
  it.each(['overleg.vtt', 'overleg.srt'])('takes subtitles for what they are: %s', async (fileName) => {
    const cue = (at: number, text: string) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${text}\n`;
    const read = await importDocument(utf8(['WEBVTT\n', cue(1, 'Noor Bos: Hoe ging het?'), cue(3, 'Piet Rank: Het ging goed.'), cue(5, 'Noor Bos: En daarna?'), cue(7, 'Piet Rank: Ook.')].join('\n')), { fileName, now, knownOnly: true });
    if (!read.ok) throw new Error(read.problem.message);
    expect(read.value.content.turns).toHaveLength(4);
  });

  it('holds each format once, with extensions of its own', () => {
    const extensions = importers.flatMap((importer) => importer.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
    expect(extensions.toSorted()).toEqual([...documentExtensions].toSorted());
    expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length);
  });
});
