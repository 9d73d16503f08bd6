import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { textRange } from '../../app/document/source-map.ts';
import { plainText, type TextRange } from '../../app/document/plain-text.ts';
import { sentences } from '../../app/document/sentences.ts';
import { importDocument } from '../../app/importers/import-document.ts';
import type { CodePoint } from '../../schemas/ids.ts';
import { must } from '../app/world.ts';
import { sharedFolder } from '../shared.ts';
import { beginWith, expectCount, sampleReport, saved, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

const sharedFile = (file: string) => {
  const folder = sharedFolder();
  return folder === null ? null : path.join(folder, file);
};

/** What one coder tagged, as places in the text that the page shows. */
interface Tagged { text: string; passages: TextRange[] }

const cases = [
  { name: 'the sample report', document: () => sampleReport, codings: () => 'renderer/sample/codings.json' },
  {
    name: 'the real report (needs the real documents)',
    document: () => sharedFile('corpus/hearing-fibromyalgia-2022.txt'), codings: () => sharedFile('gold/hearing-fibromyalgia-2022.codings.json'),
  },
];

for (const { name, document, codings } of cases) {
  test(`ten passages that follow each other are coded by keyboard alone, with six keys each at most: ${name}`, async ({ workbenches }) => {
    const file = document();
    const table = codings();
    test.skip(file === null || table === null);
    const { text, passages } = await taggedPassages(file ?? '', table ?? '');
    const running = await workbenches.launch();
    const { page } = running;
    await beginWith(running, file ?? '');
    await testimony(page).focus();
    const keys = countedKeys(page);
    await keys.press('Control+Home', 0);
    let coded = 0;
    for (const passage of passages.slice(0, 11)) {
      const [first, last] = sentencesOf(text, passage);
      await tagByLetters(page, keys, first, last);
      coded += 1;
      const quotation = text.slice(first.start, last.end);
      await expect.poll(async () => (await page.locator('.inspector .quote').textContent())?.replaceAll(/\s+/g, ' ')).toBe(quotation.replaceAll(/\s+/g, ' '));
      // The first one brings the cursor to where the ten that are counted begin.
      if (coded === 1) keys.reset();
    }
    console.log(`keys for ten passages, ${name}: ${keys.count} in all, ${(keys.count / 10).toFixed(1)} each`);
    expect(keys.count / 10).toBeLessThanOrEqual(6);
    await expectCount(page, 'diagnosevertraging', 11);
    await saved(page);
  });
}

/** Passages of a table of codings, each once, in the order of the text, that do not overlap. */
async function taggedPassages(file: string, table: string): Promise<Tagged> {
  const bytes = new Uint8Array(readFileSync(file));
  const { content } = must(await importDocument(bytes, { fileName: 'verslag.txt', now: '2026-01-01T09:00:00.000Z' }));
  const text = plainText(content);
  const rows = (JSON.parse(readFileSync(table, 'utf8')) as { codings: { start?: number; end?: number; quotation: string }[] }).codings;
  const places = rows.flatMap(({ start, end, quotation }) => {
    const at = start === undefined ? text.text.indexOf(quotation) : -1;
    const range = start === undefined || end === undefined
      ? (at < 0 ? null : [at, at + quotation.length] as const)
      : textRange(content, start as CodePoint, end as CodePoint);
    return range ? [{ start: range[0], end: range[1] } as TextRange] : [];
  }).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const apart: TextRange[] = [];
  for (const place of places) if (place.start >= (apart.at(-1)?.end ?? 0)) apart.push(place);
  return { text: text.text, passages: apart };
}

/** The sentences in which a passage begins and ends. */
function sentencesOf(text: string, { start, end }: TextRange): [TextRange, TextRange] {
  const blockStart = text.lastIndexOf('\n', start) + 1;
  const all: TextRange[] = [];
  for (let from = blockStart; from < end;) {
    const to = text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from);
    all.push(...sentences(text.slice(from, to)).map((one) => ({ start: from + one.start, end: from + one.end }) as TextRange));
    from = to + 1;
  }
  const first = all.findLast((one) => one.start <= start) ?? { start, end };
  const last = all.find((one) => one.end >= end) ?? { start, end };
  return [first, last];
}

/** Presses keys and counts them. */
function countedKeys(page: Page) {
  const keys = {
    count: 0,
    async press(key: string, counts = 1) {
      await page.keyboard.press(key);
      keys.count += counts;
    },
    reset() { keys.count = 0; },
  };
  return keys;
}

/** Letters to the first sentence, letters to the last where it is another, and the theme's key. */
async function tagByLetters(page: Page, keys: ReturnType<typeof countedKeys>, first: TextRange, last: TextRange): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await keys.press('g');
    await expect(page.locator('.jump-label').first()).toBeAttached();
    if (await type(page, keys, first)) break;
    await keys.press('Escape');
    await keys.press('Control+ArrowDown');
  }
  if (last.start !== first.start) expect(await type(page, keys, last)).toBe(true);
  await keys.press('1');
}

async function type(page: Page, keys: ReturnType<typeof countedKeys>, sentence: TextRange): Promise<boolean> {
  const label = page.locator(`.jump-label[data-sentence="${sentence.start}"]`);
  if (await label.count() === 0) return false;
  for (const letter of await label.getAttribute('data-label') ?? '') await keys.press(letter);
  return true;
}
