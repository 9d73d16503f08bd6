import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { InspectOutput } from '../../../schemas/inspect.ts';
import { sharedFolder } from '../../shared.ts';
import { blocksOf, inspected, slice } from './inspected.ts';

/**
 * The real answers and the real letter in other clothes: what is found must not hang on the form of labels, on line
 * breaks, bullets, or on how pages and notes are printed.
 */
const answersSchema = z.object({
  items: z.array(z.object({ number: z.number(), question: z.object({ text: z.string() }), answer: z.object({ text: z.string(), paragraphs: z.array(z.object({ text: z.string() })) }) })),
  footnotes: z.array(z.object({ number: z.number(), text: z.string(), anchor: z.object({ item: z.number(), paragraph: z.number(), offset_in_paragraph_text: z.number() }) })),
});
const letterSchema = z.object({
  blocks: z.array(z.object({ index: z.number(), kind: z.string(), page: z.number(), text: z.string() })),
  footnotes: z.array(z.object({ number: z.number(), page: z.number(), text: z.string(), anchor: z.object({ block_index: z.number(), raw_context: z.string(), glued_to: z.string() }) })),
});

const shared = sharedFolder();
const gold = (name: string): unknown => JSON.parse(readFileSync(path.join(shared ?? '', 'gold', `${name}.structure.json`), 'utf8'));

describe.skipIf(!shared)('the real answers in other clothes (needs the real documents)', () => {
  let wanted: z.infer<typeof answersSchema>;
  beforeAll(() => {
    wanted = answersSchema.parse(gold('answers-fibromyalgia-2025'));
  });

  it.each<[string, (number: number) => string, (number: number) => string, string, number]>([
    ['Antwoord N, no empty lines', (n) => `Vraag ${n}\n`, (n) => `Antwoord ${n}\n`, '\n', 1e6],
    ['Antwoord op vraag N with colons, in the line, wrapped', (n) => `Vraag ${n}: `, (n) => `Antwoord op vraag ${n}: `, '\n', 78],
    ['capitals, wrapped, empty lines', (n) => `VRAAG ${n}\n\n`, () => 'ANTWOORD\n\n', '\n\n', 64],
    ['numbers with a full stop', (n) => `${n}. `, (n) => `Antwoord op de vraag ${n}.\n`, '\n\n', 1e6],
    ['bare numbers', (n) => `${n}\n`, () => 'Antwoord:\n', '\n', 1e6],
  ])('read alike with %s', async (_name, ask, answer, between, columns) => {
    const text = wanted.items.map(({ number, question, answer: { paragraphs } }) => (
      `${wrapped(`${ask(number)}${question.text}`, columns)}${between}${wrapped(`${answer(number)}${paragraphs.map((one) => one.text).join('\n\n')}`, columns)}`)).join(between);
    const found = await inspected(`Antwoorden op Kamervragen\n\n${text}\n`);
    expect(turnsOf(found)).toEqual(wanted.items.flatMap(({ question, answer: { text: said } }) => [['question', joined(question.text)], ['answer', joined(said)]]));
    expect(found.pairs).toEqual(wanted.items.map(({ number }, at) => ({ number, question: 2 * at, answer: 2 * at + 1 })));
  });

  it('read alike with all questions first, and one answer to two of them', async () => {
    const [first, second, third, fourth] = wanted.items;
    const questions = wanted.items.map(({ number, question }) => `Vraag ${number}\n${question.text}`).join('\n\n');
    const answers = [`Antwoord op vraag 1\n${first?.answer.text}`, `Antwoord op vraag 2\n${second?.answer.text}`, `Antwoord op de vragen 3 en 4\n${third?.answer.text}\n\n${fourth?.answer.text}`].join('\n\n');
    const found = await inspected(`Antwoorden op Kamervragen\n\n${questions}\n\n${answers}\n`);
    expect(found.pairs).toEqual([{ number: 1, question: 0, answer: 4 }, { number: 2, question: 1, answer: 5 }, { number: 3, question: 2, answer: 6 }, { number: 4, question: 3, answer: 6 }]);
    expect(turnsOf(found).slice(4).map(([, text]) => text)).toEqual([joined(first?.answer.text ?? ''), joined(second?.answer.text ?? ''), joined(`${third?.answer.text} ${fourth?.answer.text}`)]);
  });

  it.each([['glued digits', (n: number) => String(n), (n: number) => `${n} `], ['brackets', (n: number) => `[${n}]`, (n: number) => `[${n}] `], ['raised digits', (n: number) => '¹²³⁴⁵'[n - 1] ?? '', (n: number) => `${n} `]])(
    'have the same notes as %s, at the end', async (_name, mark, start) => {
      const items = wanted.items.map(({ number, question, answer }) => {
        const paragraphs = answer.paragraphs.map(({ text }, at) => wanted.footnotes.filter(({ anchor }) => anchor.item === number && anchor.paragraph === at + 1).toReversed()
          .reduce((said, note) => `${said.slice(0, note.anchor.offset_in_paragraph_text)}${mark(note.number)}${said.slice(note.anchor.offset_in_paragraph_text)}`, text));
        return `Vraag ${number}\n${question.text}\n\nAntwoord vraag ${number}\n${paragraphs.join('\n\n')}`;
      });
      const found = await inspected(`Antwoorden op Kamervragen\n\n${items.join('\n\n')}\n\n${wanted.footnotes.map((note) => `${start(note.number)}${note.text}`).join('\n')}\n`);
      expect(found.footnotes.map(({ label, text }) => [label, text])).toEqual(wanted.footnotes.map(({ number, text }) => [String(number), text]));
      expect(turnsOf(found)).toEqual(wanted.items.flatMap(({ question, answer: { text } }) => [['question', joined(question.text)], ['answer', joined(text)]]));
    },
  );
});

describe.skipIf(!shared)('the real letter in other clothes (needs the real documents)', () => {
  let wanted: z.infer<typeof letterSchema>;
  beforeAll(() => {
    wanted = letterSchema.parse(gold('letter-physiotherapy-2025'));
  });

  it.each([
    ['76 columns, form feeds, round bullets', 76, '•', '◦', '\f'], ['68 columns, numbers below pages, dashes', 68, '-', 'o', 'number'], ['one paragraph a line, without pages', 1e6, '•', '–', ''],
  ])('reads alike, set in %s', async (_name, columns, bullet, below, pages) => {
    const found = await inspected(set(columns, bullet, below, pages));
    const kinds: Record<string, string> = { bullet: 'listItem', sub_bullet: 'listItem', signature: 'paragraph' };
    expect(found.kind).toBe('letter');
    expect(blocksOf(found).map((block) => block.replace(/^([a-zA-Z]+)\d?/u, '$1'))).toEqual([
      ...wanted.blocks.map(({ kind, text }) => `${kinds[kind] ?? kind} ${text}`), ...(pages === '' ? [] : wanted.footnotes.map(({ text }) => `footnote ${text}`)),
    ]);
    expect(found.footnotes.map(({ anchor }) => slice(found.text, 0, anchor ?? 0).slice(-4))).toEqual(pages === '' ? [] : wanted.footnotes.map(({ anchor }) => anchor.glued_to === '2024)' ? '024)' : anchor.glued_to.slice(-4)));
    expect(found.pages.map(({ page }) => page)).toEqual(pages === '' ? [] : [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  /** The letter as another program would print it; without pages, without notes too. */
  function set(columns: number, bullet: string, below: string, pages: string): string {
    const lines: string[] = [];
    wanted.blocks.forEach((block, at) => {
      const before = wanted.blocks[at - 1];
      if (pages !== '' && before && before.page < block.page) endPage(before.page);
      const notes = pages === '' ? [] : wanted.footnotes.filter(({ anchor }) => anchor.block_index === block.index);
      const text = notes.reduce((said, note) => said.replace(contextOf(note).join(''), contextOf(note).join(String(note.number))), block.text.replace(', V. ', ',\nV. '));
      const mark = block.kind === 'bullet' ? `${bullet} ` : block.kind === 'sub_bullet' ? `${below} ` : '';
      lines.push(wrapped(`${mark}${text}`, columns), ...(/bullet|heading/u.test(block.kind) ? [] : ['']));
    });
    if (pages !== '') endPage(8);
    return `${lines.join('\n')}\n`;

    /** The words before and behind a note's mark. */
    function contextOf({ number, anchor }: z.infer<typeof letterSchema>['footnotes'][number]): string[] {
      return joined(anchor.raw_context).trim().split(`${anchor.glued_to}${number}`).map((part, at) => (at === 0 ? anchor.glued_to : part));
    }

    function endPage(page: number): void {
      lines.push('', ...wanted.footnotes.filter((note) => note.page === page).map(({ number, text }) => wrapped(`${number} ${text}`, columns)));
      lines.push(...(pages === '\f' ? ['\f'] : ['', `${page}/8`, '']));
    }
  }
});

function turnsOf(found: InspectOutput): [string, string][] {
  return found.turns.map(({ kind, start, end }) => [kind, joined(slice(found.text, start, end))]);
}

const joined = (text: string) => text.replaceAll(/\s+/g, ' ');

function wrapped(text: string, columns: number): string {
  return text.split('\n').map((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1) ?? '';
      if (last !== '' && last.length + 1 + word.length > columns) lines.push(word);
      else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
    return lines.join('\n');
  }).join('\n');
}
