import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { InspectOutput } from '../../../schemas/inspect.ts';
import { sharedFolder } from '../../shared.ts';
import { inspected, slice } from './inspected.ts';

const span = { start_char: z.number(), end_char: z.number() };
const label = z.object({ text: z.string(), ...span });
const goldSchema = z.object({
  document_number: z.string(), date: z.string(), addressed_minister: z.string(),
  header: z.array(z.object({ text: z.string(), ...span })),
  items: z.array(z.object({
    number: z.number(),
    question: z.object({ label, text: z.string(), n_words: z.number(), ...span }),
    answer: z.object({ label, text: z.string(), n_words: z.number(), paragraphs: z.array(z.object({ text: z.string(), ...span })), ...span }),
  })),
  footnotes: z.array(z.object({
    number: z.number(), text: z.string(), text_start_char: z.number(), text_end_char: z.number(),
    anchor: z.object({ item: z.number(), paragraph: z.number(), offset_in_paragraph_text: z.number() }),
  })),
  bookmarks: z.array(z.object(span)),
});
type Gold = z.infer<typeof goldSchema>;

const shared = sharedFolder();

describe.skipIf(!shared)('the real answers to questions (needs the real documents)', () => {
  const file = path.join(shared ?? '', 'corpus', 'answers-fibromyalgia-2025.txt');
  let gold: Gold;
  let found: InspectOutput;

  beforeAll(async () => {
    gold = goldSchema.parse(JSON.parse(readFileSync(path.join(shared ?? '', 'gold', 'answers-fibromyalgia-2025.structure.json'), 'utf8')));
    found = await inspected(new Uint8Array(readFileSync(file)), path.basename(file));
  });

  it('are answers, with their number and the day on which they came', () => {
    expect(found).toMatchObject({ kind: 'answers', title: null, date: gold.date, reference: gold.document_number, language: 'nl', pages: [], sections: [] });
  });

  it('have the minister who answers, and nobody who asks', () => {
    const [minister, ...others] = found.speakers;
    expect(others).toEqual([]);
    expect(minister).toMatchObject({ role: 'overheid', aliases: [gold.addressed_minister], moderator: false });
    expect(`${minister?.name} (${minister?.organisation})`).toBe(gold.addressed_minister);
    expect(found.turns.map(({ speaker }) => speaker)).toEqual(gold.items.flatMap(() => [null, minister?.id]));
  });

  it('have every block where it stands in the file, and nothing else', () => {
    const wanted = [
      ...gold.header.map((one) => ['paragraph', one.text, one.start_char, one.end_char, null]),
      ...gold.items.flatMap(({ question, answer }, at) => [
        ['label', question.label.text, question.label.start_char, question.label.end_char, null], ['paragraph', question.text, question.start_char, question.end_char, 2 * at],
        ['label', answer.label.text, answer.label.start_char, answer.label.end_char, null],
        ...answer.paragraphs.map((one) => ['paragraph', one.text, one.start_char, one.end_char, 2 * at + 1]),
      ]),
      ...gold.footnotes.map((one) => ['footnote', one.text, one.text_start_char, one.text_end_char, null]),
    ];
    expect(found.blocks.map((block) => [block.kind, slice(found.text, block.start, block.end), ...(block.source ?? [null, null]), block.turn])).toEqual(
      wanted.map(([kind, text, from, to, turn]) => [kind, text, from, typeof to === 'number' && kind === 'footnote' ? trimmedEnd(to) : to, turn]),
    );
  });

  it('have every question and answer as a turn, tied by its number', () => {
    expect(found.turns.map(({ kind, label: printed, words, start, end }) => [kind, printed, words, slice(found.text, start, end)])).toEqual(gold.items.flatMap(({ question, answer }) => [
      ['question', question.label.text, question.n_words, question.text], ['answer', answer.label.text, answer.n_words, answer.text.replaceAll('\n\n', '\n')],
    ]));
    expect(found.pairs).toEqual(gold.items.map(({ number }, at) => ({ number, question: 2 * at, answer: 2 * at + 1 })));
  });

  it('have every footnote, anchored where its mark stood', () => {
    const anchors = found.footnotes.map(({ label: printed, anchor, text }) => {
      const block = found.blocks.find((one) => anchor !== null && anchor >= one.start && anchor <= one.end);
      const turn = found.turns[block?.turn ?? -1];
      const paragraph = found.blocks.filter((one) => one.turn === turn?.index && one.index <= (block?.index ?? -1)).length;
      return { label: printed, text, item: ((turn?.index ?? -1) + 1) / 2, paragraph, offset: (anchor ?? -1) - (block?.start ?? 0) };
    });
    expect(anchors).toEqual(gold.footnotes.map(({ number, text, anchor }) => ({ label: String(number), text, item: anchor.item, paragraph: anchor.paragraph, offset: anchor.offset_in_paragraph_text })));
  });

  it('say what was taken out: marks, notes, bookmarks and doubled spaces, and doubt nothing', () => {
    const counts = new Map<string, number>();
    for (const { rule } of found.changes) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ footnote: gold.footnotes.length, 'footnote-mark': gold.footnotes.length, bookmark: gold.bookmarks.length, space: 3 });
    expect(found.warnings).toEqual([]);
  });

  /** The gold counts white space before a closing bracket to the note. */
  function trimmedEnd(to: number): number {
    const letters = [...readFileSync(file, 'utf8')];
    let end = to;
    while (letters[end - 1]?.trim() === '') end -= 1;
    return end;
  }
});
