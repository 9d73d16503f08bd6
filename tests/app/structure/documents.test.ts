import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { InspectOutput } from '../../../schemas/inspect.ts';
import { blocksOf, inspected, notesOf } from './inspected.ts';

/**
 * Answers to questions and letters of many forms, all invented, each with what a reader must find in it written beside
 * it. Turns are `[kind, speaker, label, page, section, words]`, blocks their kind, level and text with the turn before
 * it, footnotes `[label, the words before the mark, the note]`; a page whose number is not printed is negative.
 */
const folder = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const files = ['answers', 'letters'].flatMap((kind) => readdirSync(`${folder}${kind}`).filter((name) => name.endsWith('.txt')).map((name) => `${kind}/${name}`));

const expectedSchema = z.strictObject({
  kind: z.string(), title: z.string().nullable(), date: z.string().nullable(), place: z.string().nullable(), reference: z.string().nullable(),
  pages: z.array(z.number()), sections: z.array(z.string()), speakers: z.array(z.strictObject({ name: z.string(), role: z.string().nullable(), organisation: z.string().nullable(), aliases: z.array(z.string()) })),
  blocks: z.array(z.string()), turns: z.array(z.array(z.union([z.string(), z.number(), z.null()])).length(6)), pairs: z.array(z.tuple([z.number(), z.number(), z.number()])),
  footnotes: z.array(z.tuple([z.string(), z.string().nullable(), z.string()])), changes: z.record(z.string(), z.number()), warnings: z.array(z.string()),
});

describe('answers and letters of many forms', () => {
  it('are there in a good number', () => {
    expect(files.filter((name) => name.startsWith('answers/')).length).toBeGreaterThanOrEqual(5);
    expect(files.filter((name) => name.startsWith('letters/')).length).toBeGreaterThanOrEqual(3);
  });

  it.each(files)('%s reads as a reader would', async (name) => {
    const expected = expectedSchema.parse(JSON.parse(readFileSync(`${folder}${name.replace('.txt', '.expected.json')}`, 'utf8')));
    expect(summary(await inspected(new Uint8Array(readFileSync(`${folder}${name}`)), name))).toEqual(expected);
  });

  it.each(files)('%s reads alike with the line breaks of old Windows', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    expect(summary(await inspected(text.replaceAll('\n', '\r\n'), name))).toEqual(summary(await inspected(text, name)));
  });
});

function summary(found: InspectOutput): unknown {
  const { kind, title, date, place, reference } = found;
  const changes: Record<string, number> = {};
  for (const { rule } of found.changes) changes[rule] = (changes[rule] ?? 0) + 1;
  const texts = blocksOf(found);
  return {
    kind, title, date, place, reference, changes,
    pages: found.pages.map(({ page, printed }) => (printed ? page : -page)),
    sections: found.sections.map(({ heading }) => heading),
    speakers: found.speakers.map(({ name, role, organisation, aliases }) => ({ name, role, organisation, aliases })),
    blocks: found.blocks.map(({ turn }, at) => `${turn ?? '-'} ${texts[at] ?? ''}`),
    turns: found.turns.map(({ kind: what, speaker, label, page, section, words }) => [what, found.speakers.find(({ id }) => id === speaker)?.name ?? null, label, page, section, words]),
    pairs: found.pairs.map(({ number, question, answer }) => [number, question, answer]),
    footnotes: notesOf(found),
    warnings: found.warnings.map(({ rule }) => rule),
  };
}
