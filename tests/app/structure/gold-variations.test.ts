import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { importDocument } from '../../../app/importers/import-document.ts';
import { inspectReading } from '../../../app/structure/inspect.ts';
import type { InspectOutput } from '../../../schemas/inspect.ts';
import { sharedFolder } from '../../shared.ts';

/**
 * The same report in other clothes: what is found must not hang on its names, its type, its line breaks or its pages.
 */
const goldSchema = z.object({
  title_raw: z.string(),
  attendees: z.array(z.object({ as_printed: z.string(), name: z.string() })),
  presentations_announced: z.array(z.object({ text: z.string() })),
  sections: z.array(z.object({ heading: z.string(), text: z.string().optional(), speaker_label_intro: z.string().nullable(), turn_indexes: z.array(z.number()) })),
  turns: z.array(z.object({ index: z.number(), kind: z.string(), speaker: z.string().nullable(), speaker_id: z.string().nullable(), text: z.string() })),
});
type Gold = z.infer<typeof goldSchema>;

const shared = sharedFolder();

describe.skipIf(!shared)('the real report in other clothes (needs the real documents)', () => {
  let source: string;
  let gold: Gold;

  beforeAll(() => {
    source = readFileSync(path.join(shared ?? '', 'corpus', 'hearing-fibromyalgia-2022.txt'), 'utf8');
    gold = goldSchema.parse(JSON.parse(readFileSync(path.join(shared ?? '', 'gold', 'hearing-fibromyalgia-2022.structure.json'), 'utf8')));
  });

  it.each([
    ['CRLF', (text: string) => utf8(text.replaceAll('\n', '\r\n'))],
    ['CR', (text: string) => utf8(text.replaceAll('\n', '\r'))],
    ['UTF-16 with its mark', (text: string) => utf16(`\uFEFF${text}`)],
    ['UTF-16 without', utf16],
  ])('reads alike with %s', async (_name, encode) => {
    const plain = await inspect(utf8(source));
    const other = await inspect(encode(source));
    expect(other.text).toBe(plain.text);
    expect(structure(other)).toEqual(structure(plain));
  });

  it('reads alike when every person and body has another name', async () => {
    const names = [...gold.turns.map(({ speaker_id }) => speaker_id ?? ''), ...gold.presentations_announced.map(({ text }) => text), ...gold.attendees.map(({ name }) => name)];
    const words = new Set(names.flatMap((name) => name.split(/[^\p{L}]+/u)).filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word) && !/^(Commissie|Vertegenwoordiging|Partner|Reumatoloog|Mantelzorger)$/u.test(word)));
    const renamed = (text: string) => text.replace(/\p{L}+/gu, (word) => (words.has(word) ? rotate(word) : word));
    const found = await inspect(utf8(renamed(source)));
    expect(renamed(source)).not.toBe(source);
    expect(turnsOf(found)).toEqual(gold.turns.map(({ kind, speaker_id, text }) => [kind, speaker_id === null ? null : renamed(speaker_id), joined(renamed(text))]));
  });

  it.each([
    ['monospaced, 76 columns', 76, false], ['monospaced, 64 columns, labels in the line', 64, true],
    ['one paragraph a line', 1e6, false], ['one paragraph a line, labels in the line', 1e6, true],
  ])('reads alike without pages, set %s', async (_name, columns, inline) => {
    const found = await inspect(utf8(retold(columns, inline)));
    expect(turnsOf(found)).toEqual(gold.turns.map(({ kind, speaker_id, text }) => [kind, speaker_id, joined(text)]));
    expect(found.sections.map(({ heading }) => heading)).toEqual(gold.sections.map(({ heading }) => heading));
    expect(found.attendees.map(({ name }) => name)).toEqual(gold.attendees.map(({ name }) => name));
    expect(found.pages).toEqual([]);
  });

  function retold(columns: number, inline: boolean): string {
    const list = (heading: string, items: string[]) => [heading, ...items.map((item) => `• ${item}`), ''];
    const lines = [
      ...wrap(gold.title_raw.replaceAll(/\s+/g, ' '), columns), '',
      ...list('Aanwezig van de commissie:', gold.attendees.map(({ as_printed }) => as_printed)),
      ...list('Presentaties door:', gold.presentations_announced.map(({ text }) => text)),
    ];
    for (const section of gold.sections) {
      lines.push(section.heading, ...(section.turn_indexes.length === 0 ? wrapAll(section.text ?? '', columns) : []));
      if (section.speaker_label_intro !== null) lines.push(...wrap(`${section.speaker_label_intro}:`, columns));
      const [first = 0, last = -1] = section.turn_indexes;
      for (const turn of gold.turns.slice(first - 1, last)) {
        if (turn.kind === 'question' || turn.kind === 'answer') {
          if (inline) lines.push(...wrapAll(`${turn.speaker}: ${turn.text}`, columns));
          else lines.push(`${turn.speaker}:`, ...wrapAll(turn.text, columns));
        } else lines.push(...wrapAll(turn.text, columns));
      }
      lines.push('');
    }
    return lines.join('\n');
  }
});

async function inspect(bytes: Uint8Array): Promise<InspectOutput> {
  const result = await importDocument(bytes, { fileName: 'verslag.txt', now: '2026-01-02T03:04:05.000Z' });
  if (!result.ok) throw new Error(result.problem.message);
  expect(contentProblems(result.value.content, result.value.source)).toEqual([]);
  return inspectReading(result.value, { fileName: 'verslag.txt', bytes: bytes.length });
}

/** Everything but places in the source and ids, which follow the file. */
function structure({ blocks, sections, pages, turns, pairs, attendees, speakers }: InspectOutput): unknown {
  return {
    sections, pages, pairs, attendees, blocks: blocks.map((block) => ({ ...block, source: null })), turns: turns.map((turn) => ({ ...turn, speaker: null })),
    speakers: speakers.map((speaker) => ({ ...speaker, id: null })),
  };
}

function turnsOf(found: InspectOutput): unknown[] {
  const letters = [...found.text];
  return found.turns.map(({ kind, speaker, start, end }) => [kind, found.speakers.find(({ id }) => id === speaker)?.name ?? null, joined(letters.slice(start, end).join(''))]);
}

const joined = (text: string) => text.replaceAll(/\s+/g, ' ');
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);

/** Another word of the same width and case: vowels that are as wide as each other change places. */
function rotate(word: string): string {
  const from = 'aeouAEOUbdpnhBS';
  const to = 'eouaUOEApbdhnSB';
  return [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
}

function wrapAll(text: string, columns: number): string[] {
  return text.split('\n\n').flatMap((paragraph) => wrap(paragraph, columns));
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
