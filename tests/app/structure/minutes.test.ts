import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { inspectReading } from '../../../app/structure/inspect.ts';
import { inspectSchema, type InspectOutput } from '../../../schemas/inspect.ts';

/**
 * Minutes of many forms, all invented, each with what a reader must find in it written beside it. Turns are
 * `[kind, speaker, label, page, section, words, paragraphs, first words]`; a page whose number is not printed is
 * negative.
 */
const folder = fileURLToPath(new URL('../../fixtures/minutes/', import.meta.url));
const files = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name));

const expectedSchema = z.strictObject({
  kind: z.string(), title: z.string().nullable(), date: z.string().nullable(), place: z.string().nullable(), reference: z.string().nullable(),
  language: z.string().nullable(), pages: z.array(z.number()), sections: z.array(z.string()), attendees: z.array(z.tuple([z.string(), z.string().nullable()])),
  speakers: z.array(z.strictObject({
    name: z.string(), role: z.string().nullable(), organisation: z.string().nullable(), moderator: z.boolean(), aliases: z.array(z.string()),
  })),
  turns: z.array(z.array(z.union([z.string(), z.number(), z.null()])).length(8)), pairs: z.array(z.tuple([z.number(), z.number()])),
  changes: z.record(z.string(), z.number()), warnings: z.array(z.string()),
});

describe('minutes of other forms', () => {
  it('are there in a good number', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files)('%s reads as a reader would', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const expected = expectedSchema.parse(JSON.parse(readFileSync(`${folder}${name.replace(/\.\w+$/, '.expected.json')}`, 'utf8')));
    expect(summary(await inspect(new TextEncoder().encode(text), name))).toEqual(expected);
  });

  it.each(files)('%s reads alike with the line breaks and letters of old Windows', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const found = await inspect(new TextEncoder().encode(text), name);
    const other = await inspect(windows1252(text.replaceAll('\n', '\r\n')), name);
    expect(other.text).toBe(found.text);
    const coded = [...text].some((letter) => letter > '\u007F') ? ['encoding'] : [];
    expect(summary(other)).toEqual({ ...summary(found), warnings: [...summary(found).warnings, ...coded] });
  });

  it('finds nobody in a text without speakers, whatever stands before its colons', async () => {
    const found = await inspect(new TextEncoder().encode(readFileSync(`${folder}zonder-sprekers.txt`, 'utf8')), 'a.txt', 'hearing');
    expect(found.speakers).toEqual([]);
    expect(found.turns).toEqual([]);
  });
});

async function inspect(bytes: Uint8Array, fileName: string, as?: 'hearing'): Promise<InspectOutput> {
  const result = await importDocument(bytes, { fileName, now: '2026-01-02T03:04:05.000Z', ...(as ? { as } : {}) });
  if (!result.ok) throw new Error(result.problem.message);
  expect(contentProblems(result.value.content, result.value.source)).toEqual([]);
  return inspectSchema.parse(inspectReading(result.value, { fileName, bytes: bytes.length }));
}

function summary(found: InspectOutput): z.infer<typeof expectedSchema> {
  const { kind, title, date, place, reference, language } = found;
  const letters = [...found.text];
  const changes: Record<string, number> = {};
  for (const { rule } of found.changes) changes[rule] = (changes[rule] ?? 0) + 1;
  return {
    kind, title, date, place, reference, language, changes,
    pages: found.pages.map(({ page, printed }) => (printed ? page : -page)),
    sections: found.sections.map(({ heading }) => heading),
    attendees: found.attendees.map((one) => [one.name, one.role]),
    speakers: found.speakers.map(({ name, role, organisation, moderator, aliases }) => ({ name, role, organisation, moderator, aliases })),
    turns: found.turns.map((turn) => [
      turn.kind, found.speakers.find(({ id }) => id === turn.speaker)?.name ?? null, turn.label, turn.page, turn.section, turn.words,
      found.blocks.filter((block) => block.turn === turn.index).length, letters.slice(turn.start, turn.end).join('').slice(0, 40),
    ]),
    pairs: found.pairs.map(({ question, answer }) => [question, answer]),
    warnings: found.warnings.map(({ rule }) => rule),
  };
}

function windows1252(text: string): Uint8Array {
  const high: Record<string, number> = { '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96 };
  return Uint8Array.from(text, (letter) => high[letter] ?? letter.charCodeAt(0));
}
