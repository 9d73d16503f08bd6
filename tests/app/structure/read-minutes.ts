import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { inspectReading } from '../../../app/structure/inspect.ts';
import { inspectSchema, type InspectOutput } from '../../../schemas/inspect.ts';

/**
 * What must be found in minutes. Turns are `[kind, speaker, label, page, section, words, paragraphs, first words, last
 * words]`; a page whose number is not printed is negative; changes are counted by rule.
 */
const expectedSchema = z.strictObject({
  kind: z.string(), title: z.string().nullable(), date: z.string().nullable(), place: z.string().nullable(), reference: z.string().nullable(),
  language: z.string().nullable(), pages: z.array(z.number()), sections: z.array(z.string()), attendees: z.array(z.tuple([z.string(), z.string().nullable()])),
  speakers: z.array(z.strictObject({
    name: z.string(), role: z.string().nullable(), organisation: z.string().nullable(), moderator: z.boolean(), aliases: z.array(z.string()),
  })),
  turns: z.array(z.array(z.union([z.string(), z.number(), z.null()])).length(9)), pairs: z.array(z.tuple([z.number(), z.number()])),
  changes: z.record(z.string(), z.number()), warnings: z.array(z.string()),
});
export type Expected = z.infer<typeof expectedSchema>;

/** Minutes of many forms, all invented, each with what a reader must find in it, written beside it. */
export const minutes = (() => {
  const folder = fileURLToPath(new URL('../../fixtures/minutes/', import.meta.url));
  return readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name)).map((name) => ({
    name, text: readFileSync(`${folder}${name}`, 'utf8'),
    expected: expectedSchema.parse(JSON.parse(readFileSync(`${folder}${name.replace(/\.\w+$/, '.expected.json')}`, 'utf8'))),
  }));
})();

/** A text as the import reads it. Throws where what comes out breaks a rule of contents. */
export async function inspectText(bytes: Uint8Array, fileName: string, as?: 'hearing'): Promise<InspectOutput> {
  const result = await importDocument(bytes, { fileName, now: '2026-01-02T03:04:05.000Z', ...(as ? { as } : {}) });
  if (!result.ok) throw new Error(result.problem.message);
  const problems = contentProblems(result.value.content, result.value.source);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return inspectSchema.parse(inspectReading(result.value, { fileName, bytes: bytes.length }));
}

export function summary(found: InspectOutput): Expected {
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
    turns: found.turns.map((turn) => {
      const said = letters.slice(turn.start, turn.end).join('');
      return [
        turn.kind, found.speakers.find(({ id }) => id === turn.speaker)?.name ?? null, turn.label, turn.page, turn.section, turn.words,
        found.blocks.filter((block) => block.turn === turn.index).length, said.slice(0, 40), said.slice(-24),
      ];
    }),
    pairs: found.pairs.map(({ question, answer }) => [question, answer]),
    warnings: found.warnings.map(({ rule }) => rule),
  };
}

/** Turns and speakers right, false and missed. A turn is right with its speaker, its first and last words and their number. */
export interface Score { turns: number; right: number; false: number; missed: number; kinds: number; speakers: number; falseSpeakers: number; missedSpeakers: number }

export function scoreOf(expected: Expected, found: Expected): Score {
  const keyOf = ([, speaker, , , , words, , first, last]: Expected['turns'][number]) => JSON.stringify([speaker, words, first, last]);
  const wanted = new Map(expected.turns.map((turn) => [keyOf(turn), turn]));
  const right = found.turns.filter((turn) => wanted.has(keyOf(turn)));
  const names = new Set(expected.speakers.map(({ name }) => name));
  const known = found.speakers.filter(({ name }) => names.has(name)).length;
  return {
    turns: expected.turns.length, right: right.length, false: found.turns.length - right.length, missed: expected.turns.length - right.length,
    kinds: right.filter((turn) => wanted.get(keyOf(turn))?.[0] !== turn[0]).length,
    speakers: known, falseSpeakers: found.speakers.length - known, missedSpeakers: expected.speakers.length - known,
  };
}
