import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { inspectReading } from '../../../app/structure/inspect.ts';
import { inspectSchema, type InspectOutput } from '../../../schemas/inspect.ts';
import { sharedFolder } from '../../shared.ts';

const goldSchema = z.object({
  title: z.string(), date: z.string(), place: z.string(), n_pages: z.number(),
  attendees: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
  presentations_announced: z.array(z.object({ text: z.string() })),
  sections: z.array(z.object({ heading: z.string(), start_char: z.number(), end_char: z.number(), page: z.number() })),
  turns: z.array(z.object({
    index: z.number(), kind: z.string(), speaker: z.string().nullable(), speaker_id: z.string().nullable(), section_index: z.number(),
    start_char: z.number(), end_char: z.number(), page: z.number(), n_words: z.number(), text: z.string(),
    paragraphs: z.array(z.object({ start_char: z.number() })),
  })),
  pages: z.array(z.object({ page: z.number(), start_char: z.number(), number_printed: z.boolean() })),
  paragraph_breaks_undecidable: z.array(z.object({ char: z.number() })),
  counts_by_speaker: z.record(z.string(), z.object({ words: z.number(), turns: z.number() })),
});
type Gold = z.infer<typeof goldSchema>;

const shared = sharedFolder();

describe.skipIf(!shared)('the real hearing report (needs the real documents)', () => {
  const file = path.join(shared ?? '', 'corpus', 'hearing-fibromyalgia-2022.txt');
  let gold: Gold;
  let reading: Reading;
  let found: InspectOutput;

  beforeAll(async () => {
    gold = goldSchema.parse(JSON.parse(readFileSync(path.join(shared ?? '', 'gold', 'hearing-fibromyalgia-2022.structure.json'), 'utf8')));
    const bytes = new Uint8Array(readFileSync(file));
    const result = await importDocument(bytes, { fileName: path.basename(file), now: '2026-01-02T03:04:05.000Z' });
    if (!result.ok) throw new Error(result.problem.message);
    reading = result.value;
    found = inspectReading(reading, { fileName: path.basename(file), bytes: bytes.length });
  });

  it('prints what the contract of inspect says, and keeps every rule of a content', () => {
    expect(inspectSchema.parse(found)).toEqual(found);
    expect(contentProblems(reading.content, reading.source)).toEqual([]);
  });

  it('is a hearing with its title, date and place', () => {
    expect(found).toMatchObject({ kind: 'hearing', title: gold.title, date: gold.date, place: gold.place, reference: null, language: 'nl', format: 'txt' });
  });

  it('has every turn with speaker, label, kind, page, section, words, bounds and text', () => {
    expect(found.turns).toHaveLength(gold.turns.length);
    expect(gold.turns.flatMap((turn, at) => turnDifferences(turn, at))).toEqual([]);
  });

  it('has every section from its heading to its last word', () => {
    const sections = found.sections.map(({ heading, page, start, end }) => ({ heading, page, start_char: sourceOf(start), end_char: sourceBefore(end) }));
    expect(sections).toEqual(gold.sections.map(({ heading, page, start_char, end_char }) => ({ heading, page, start_char, end_char })));
  });

  it('has every page, told apart by whether its number is printed, starting at its first word', () => {
    expect(found.pages.map(({ page, printed }) => ({ page, number_printed: printed }))).toEqual(gold.pages.map(({ page, number_printed }) => ({ page, number_printed })));
    found.pages.forEach((page, at) => {
      const from = gold.pages[at]?.start_char ?? 0;
      const passed = (reading.source ?? '').slice(from, sourceOf(page.start));
      expect(passed.replace(/Verslag|Pagina \d+ van \d+/g, '').trim(), `before page ${page.page}`).toBe('');
      expect(sourceOf(page.start)).toBeGreaterThanOrEqual(from);
    });
  });

  it('has the attendees with the roles that are printed', () => {
    expect(found.attendees).toEqual(gold.attendees.map(({ name, role }) => ({ name, role })));
  });

  it('has one speaker for each body, under all its names, and the committee as moderator', () => {
    const [committee, ...others] = [...found.speakers].toSorted((a, b) => Number(b.moderator) - Number(a.moderator));
    expect(committee).toMatchObject({ name: 'Commissie', moderator: true, role: 'commissie' });
    expect(others.map(({ name }) => name).toSorted()).toEqual(Object.keys(gold.counts_by_speaker).filter((name) => name !== 'Commissie' && !name.startsWith('(')).toSorted());
    expect(others.every(({ moderator }) => !moderator)).toBe(true);
    expect(others.flatMap(({ role }) => role ?? [])).toEqual(['mantelzorger']);
    const announced = gold.presentations_announced.map(({ text }) => text);
    expect(others.map(({ aliases }) => aliases.filter((alias) => announced.includes(alias)))).toEqual(announced.map((text) => [text]));
  });

  it('has the words of each speaker', () => {
    const counts = found.speakers.map(({ id, name }) => {
      const own = found.turns.filter((turn) => turn.speaker === id);
      return [name, { turns: own.length, words: own.reduce((sum, turn) => sum + turn.words, 0) }];
    });
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(Object.entries(gold.counts_by_speaker).filter(([name]) => !name.startsWith('('))
      .map(([name, { turns, words }]) => [name, { turns, words }])));
  });

  it('pairs each question with the answer after it', () => {
    const questions = gold.turns.flatMap(({ kind }, at) => (kind === 'question' ? [at] : []));
    expect(found.pairs.map(({ question, answer }) => [question, answer])).toEqual(questions.map((at) => [at, at + 1]));
  });

  it('says what it took out or repaired, letter for letter, and doubts nothing', () => {
    const counts = new Map<string, number>();
    for (const { rule } of found.changes) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 'page-space': 19, 'page-furniture': 4, bullet: 23, 'hyphen-kept': 3, 'link-target': 1 });
    expect(found.warnings).toEqual([]);
  });

  /** What differs in one turn, a sentence each; paragraph ends that cannot be told are not compared. */
  function turnDifferences(wanted: Gold['turns'][number], at: number): string[] {
    const turn = found.turns[at];
    if (!turn) return [`turn ${wanted.index} is missing`];
    const speaker = found.speakers.find(({ id }) => id === turn.speaker)?.name ?? null;
    const starts = found.blocks.filter((block) => block.turn === at).map(({ source }) => source?.[0] ?? -1);
    const undecidable = (char: number) => gold.paragraph_breaks_undecidable.some((place) => char > place.char && char - place.char < 60);
    const text = [...found.text].slice(turn.start, turn.end).join('');
    const fields: [string, unknown, unknown][] = [
      ['kind', turn.kind, wanted.kind], ['speaker', speaker, wanted.speaker_id], ['label', turn.label, wanted.speaker], ['page', turn.page, wanted.page],
      ['section', turn.section, wanted.section_index - 1], ['words', turn.words, wanted.n_words],
      ['start', sourceOf(turn.start), wanted.start_char], ['end', sourceBefore(turn.end), wanted.end_char],
      ['paragraphs', starts.filter((start) => !undecidable(start)), wanted.paragraphs.map(({ start_char }) => start_char).filter((start) => !undecidable(start))],
      ['text', text.replaceAll('\n', ' '), wanted.text.replaceAll('\n\n', ' ')],
    ];
    return fields.flatMap(([field, has, wants]) => (JSON.stringify(has) === JSON.stringify(wants) ? [] : [`turn ${wanted.index}: ${field} is ${JSON.stringify(has)}, wanted ${JSON.stringify(wants)}`]));
  }

  function sourceOf(start: number): number {
    const block = found.blocks.find((one) => start >= one.start && start < one.end);
    const run = reading.content.blocks[block?.index ?? -1]?.sourceMap.findLast(([from]) => from <= start - (block?.start ?? 0));
    return run ? run[1] + (start - (block?.start ?? 0) - run[0]) : -1;
  }

  function sourceBefore(end: number): number {
    return sourceOf(end - 1) + 1;
  }
});
