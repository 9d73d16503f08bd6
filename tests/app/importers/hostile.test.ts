import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { importers } from '../../../app/importers/registry.ts';
import { contentSchema } from '../../../schemas/records/content.ts';
import { now } from '../world.ts';

const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
const utf16 = (text: string, mark: number[], big: boolean) => new Uint8Array([...mark, ...[...text].flatMap((letter) => {
  const unit = letter.charCodeAt(0);
  return big ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8];
})]);
const said = 'Verslag\n\nDe voorzitter: Wie begint?\n\nMevrouw Ooms: Ik wacht al drie jaar.\n';

/** The beginnings by which formats are known, with as much behind them as an importer needs to go to work. */
const seeds: Record<string, Uint8Array> = {
  'nothing': new Uint8Array(0),
  'text': strToU8(said),
  'UTF-16': utf16(said, [0xff, 0xfe], false),
  'UTF-16, big end first': utf16(said, [0xfe, 0xff], true),
  'UTF-8 with its mark': new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(said)]),
  'a zip\'s first bytes': letters('PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000'),
  'an empty zip': letters(`PK\u0005\u0006${'\0'.repeat(18)}`),
  'Word': zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8('<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>De voorzitter: Wie begint?</w:t></w:r></w:p></w:body></w:document>'),
  }, { level: 0 }),
  'OpenDocument': zipSync({
    'mimetype': strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8('<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Wie begint?</text:p></office:text></office:body></office:document-content>'),
  }, { level: 0 }),
  'PDF': letters('%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj\n4 0 obj << /Length 30 >> stream\nBT (Wie begint?) Tj ET\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  'a web page': strToU8('<!doctype html><html><body><h1>Verslag</h1><p>De voorzitter: Wie <a href="javascript:alert(1)">begint</a>?<table><tr><td>Ooms<td>Ik.</table>'),
  'XML with entities': strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><html>&c;&c;</html>'),
  'RTF': letters('{\\rtf1\\ansi De voorzitter: Wie begint?\\par}'),
  'old Word': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
  'a table': strToU8('spreker,tekst\nVoorzitter,"Wie begint?"\nMevrouw Ooms,"Ik wacht, ""al"" drie jaar"\n'),
};

type Blow = { at: number; cut: number; put: Uint8Array };

/** A beginning with holes cut and bytes put into it, at places that are told as parts of its length. */
const hostile = fc.tuple(
  fc.constantFrom(...Object.keys(seeds)),
  fc.array(fc.record<Blow>({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(80), put: fc.uint8Array({ maxLength: 40 }) }), { maxLength: 6 }),
  fc.nat(3),
).map(([seed, blows, times]) => {
  let bytes = [...seeds[seed] ?? []];
  for (const { at, cut, put } of blows) bytes.splice(Math.floor(at * bytes.length), cut, ...put);
  for (let time = 0; time < times; time += 1) bytes = [...bytes, ...bytes];
  return Uint8Array.from(bytes);
});
const anyBytes = fc.oneof({ weight: 5, arbitrary: hostile }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2000 }) });

/** What must hold of whatever comes in: a content by its rules, or a refusal that says something. */
async function problemsOf(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const result = await importDocument(bytes, { fileName, now });
  if (!result.ok) return result.problem.message === '' ? ['a refusal without a word'] : [];
  const { content, source } = result.value;
  const parsed = contentSchema.safeParse(content);
  return [...(parsed.success ? [] : [parsed.error.message]), ...contentProblems(content, source)];
}

describe('whatever bytes come in', () => {
  for (const { id, extensions } of importers) {
    it(`under a name of ${id}, the answer is a content by its rules or a refusal`, async () => {
      await fc.assert(fc.asyncProperty(anyBytes, fc.constantFrom(...extensions, ''), async (bytes, extension) => {
        expect(await problemsOf(bytes, extension === '' ? 'a' : `a.${extension}`)).toEqual([]);
      }), { numRuns: 120 });
    }, 240_000);
  }

  it.each(Object.entries(seeds))('as the start of %s, whole or cut, under every name', async (_, bytes) => {
    for (const extension of new Set([...importers.flatMap((importer) => [...importer.extensions]), 'rtf', 'doc', 'zip'])) {
      for (const part of [1, 0.9, 0.5, 0.1]) {
        expect(await problemsOf(bytes.subarray(0, Math.ceil(bytes.length * part)), `a.${extension}`)).toEqual([]);
      }
    }
  }, 120_000);

  it.each(importers.map((importer) => [importer.id, importer] as const))('the importer of %s answers with a result, also for what it would not take', async (_, importer) => {
    await fc.assert(fc.asyncProperty(anyBytes, async (bytes) => {
      const raw = await importer.read(bytes, { fileName: `a.${importer.extensions[0] ?? ''}` });
      expect(raw.ok ? Array.isArray(raw.value.lines) : raw.problem.message !== '').toBe(true);
    }), { numRuns: 60 });
  }, 240_000);
});
