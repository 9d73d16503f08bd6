import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { InspectOutput } from '../../../schemas/inspect.ts';
import { sharedFolder } from '../../shared.ts';
import { inspected, slice } from './inspected.ts';

const goldSchema = z.object({
  blocks: z.array(z.object({ index: z.number(), kind: z.string(), start_char: z.number(), end_char: z.number(), page: z.number(), text: z.string(), level: z.number().optional() })),
  headings: z.array(z.object({ text: z.string(), page: z.number(), level: z.number() })),
  footnotes: z.array(z.object({
    number: z.number(), text: z.string(), page: z.number(), text_start_char: z.number(), end_char: z.number(),
    anchor: z.object({ start_char: z.number(), glued_to: z.string(), block_index: z.number() }),
  })),
  pages: z.array(z.object({ page: z.number(), start_char: z.number(), number_printed: z.boolean() })),
  counts: z.object({ bullet: z.number(), sub_bullet: z.number(), words: z.number() }),
});
type Gold = z.infer<typeof goldSchema>;

const shared = sharedFolder();

describe.skipIf(!shared)('the real letter (needs the real documents)', () => {
  const file = path.join(shared ?? '', 'corpus', 'letter-physiotherapy-2025.txt');
  let gold: Gold;
  let found: InspectOutput;

  beforeAll(async () => {
    gold = goldSchema.parse(JSON.parse(readFileSync(path.join(shared ?? '', 'gold', 'letter-physiotherapy-2025.structure.json'), 'utf8')));
    found = await inspected(new Uint8Array(readFileSync(file)), path.basename(file));
  });

  it('is a letter in which nobody takes turns, and which says neither its title nor its date', () => {
    expect(found).toMatchObject({ kind: 'letter', title: null, date: null, place: null, reference: null, language: 'nl', turns: [], speakers: [], pairs: [], attendees: [] });
  });

  it('has every block where it stands in the file: headings, paragraphs, bullets below bullets, signature, notes', () => {
    const kinds: Record<string, string> = { bullet: 'listItem1', sub_bullet: 'listItem2', signature: 'paragraph' };
    const wanted = gold.blocks.map(({ kind, level, text, page, start_char, end_char }) => [kinds[kind] ?? `${kind}${level ?? ''}`, text, page, start_char, end_char]);
    const notes = gold.footnotes.map(({ text, page, text_start_char, end_char }) => ['footnote', text, page, text_start_char, trimmedEnd(end_char)]);
    expect(found.blocks.map(({ kind, level, page, start, end, source }) => [`${kind}${level ?? ''}`, slice(found.text, start, end), page, ...(source ?? [])])).toEqual(
      [...wanted.map(([kind, text, page, from, to]) => [kind, text, page, from, typeof to === 'number' ? trimmedEnd(to) : to]), ...notes],
    );
  });

  it('has a section for each heading', () => {
    expect(found.sections.map(({ heading, page }) => ({ heading, page }))).toEqual(gold.headings.map(({ text, page }) => ({ heading: text, page })));
  });

  it('has every footnote, anchored behind the word to which its digit was glued', () => {
    const places = found.footnotes.map(({ label, anchor, text }) => {
      const block = found.blocks.findIndex(({ start, end }) => anchor !== null && anchor > start && anchor <= end);
      return [Number(label), text, block + 1, slice(found.text, 0, anchor ?? 0).slice(-4)];
    });
    expect(places).toEqual(gold.footnotes.map(({ number, text, anchor }) => [number, text, anchor.block_index, anchor.glued_to.slice(-4)].map((value) => (value === '024)' ? '024)' : value))));
  });

  it('has every page from its first word on, none of them numbered in print', () => {
    expect(found.pages.map(({ page, printed }) => ({ page, number_printed: printed }))).toEqual(gold.pages.map(({ page, number_printed }) => ({ page, number_printed })));
    const letters = [...readFileSync(file, 'utf8')];
    found.pages.forEach(({ start }, at) => {
      const first = letters.slice(gold.pages[at]?.start_char ?? 0).join('').replace(/^[\s\uFFFD]+/u, '');
      expect(slice(found.text, start, start + 12)).toBe(first.slice(0, 12));
    });
  });

  it('says what was taken out, and doubts nothing', () => {
    const counts = new Map<string, number>();
    for (const { rule } of found.changes) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const { bullet, sub_bullet } = gold.counts;
    expect(Object.fromEntries(counts)).toEqual({ footnote: gold.footnotes.length, 'footnote-mark': gold.footnotes.length, bullet: bullet + sub_bullet });
    expect(found.warnings).toEqual([]);
    expect(slice(found.text, 0, found.footnotes.length > 0 ? (found.blocks.find(({ kind }) => kind === 'footnote')?.start ?? 0) : 0).match(/\S+/g)).toHaveLength(gold.counts.words);
  });

  /** White space at a line's end is no part of what stands there. */
  function trimmedEnd(to: number): number {
    const letters = [...readFileSync(file, 'utf8')];
    let end = to;
    while (letters[end - 1]?.trim() === '') end -= 1;
    return end;
  }
});
