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
import { expectAccessible } from './axe.ts';
import { beginWith, expectCount, placeOfPassage, sampleReport, saved, selectPassage, status, testimony, theme } from './steps.ts';
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

test('by mouse alone a passage is tagged, its border drawn on, another theme put on it, moved and taken off', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, sampleReport);
  const quote = page.locator('.inspector .quote');

  await selectPassage(page, 'Ik dacht eerst dat ik te snel was opgestaan.');
  await page.getByRole('toolbar', { name: 'Thema voor de selectie' }).getByRole('button', { name: 'Thema mantelzorg zetten' }).click();
  await expectCount(page, 'mantelzorg', 1);
  await expect(quote).toHaveText('Ik dacht eerst dat ik te snel was opgestaan.');

  // The knob hangs under the line; it is let go on the last word of the next sentence.
  const { end } = await placeOfPassage(page, 'en dat doet hij nu, elf jaar later, op slechte dagen weer.');
  const knob = await page.locator('.border-handle[data-edge="end"] > span').boundingBox();
  if (!knob) throw new Error('the chosen coding has no handle');
  await page.mouse.move(knob.x + 6, knob.y + knob.height + 3);
  await page.mouse.down();
  await page.mouse.move(end.x - 30, end.y, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
  await expect(quote).toHaveText(/^Ik dacht eerst .* op slechte dagen weer\.$/);

  // At the edge of the window the page scrolls along with a border that is drawn; Escape lets it be.
  const stage = page.locator('.reading-stage');
  const scrolled = () => stage.evaluate((one) => one.scrollTop);
  const before = await scrolled();
  const lower = await page.locator('.border-handle[data-edge="end"] > span').boundingBox() ?? knob;
  const box = await stage.boundingBox() ?? knob;
  await page.mouse.move(lower.x + 6, lower.y + lower.height + 3);
  await page.mouse.down();
  await page.mouse.move(lower.x, box.y + box.height - 6, { steps: 4 });
  await expect.poll(scrolled).toBeGreaterThan(before + 400);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(quote).toHaveText(/^Ik dacht eerst .* op slechte dagen weer\.$/);

  // A theme let go over a sentence lies on that sentence.
  await theme(page, 'UWV-keuring').dragTo(testimony(page).getByText('Dat patroon begint bij het zoeken.'), { targetPosition: { x: 60, y: 8 } });
  await expectCount(page, 'UWV-keuring', 1);
  await expect(quote).toHaveText('Dat patroon begint bij het zoeken.');

  await page.getByRole('button', { name: 'Ander thema' }).click();
  await page.getByRole('menuitemradio', { name: 'diagnosevertraging' }).or(page.getByRole('menuitem', { name: 'diagnosevertraging' })).click();
  await expectCount(page, 'diagnosevertraging', 1);
  await expectCount(page, 'UWV-keuring', 0);
  await page.locator('.inspector').getByRole('button', { name: 'Codering weghalen' }).click();
  await expectCount(page, 'diagnosevertraging', 0);
  await status(page).getByRole('button', { name: /^Ongedaan: / }).click();
  await expectCount(page, 'diagnosevertraging', 1);
  await saved(page);
});

test('a theme is dragged onto, before and behind another, with mouse and keys, and taken back; passages and themes still meet', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, sampleReport);
  const start = ['1 diagnosevertraging', '1 UWV-keuring', '1 mantelzorg', '1 stepped vs matched care'];
  const rows = page.getByRole('treegrid', { name: 'Thema’s' }).getByRole('row');
  const tree = () => rows.evaluateAll((all) => all.map((row) => `${row.getAttribute('aria-level') ?? ''} ${row.querySelector('.theme-name')?.textContent ?? ''}`));
  const takenBack = async () => {
    await status(page).getByRole('button', { name: /^Ongedaan: / }).click();
    await expect.poll(tree).toEqual(start);
  };
  await expect.poll(tree).toEqual(start);

  // The mouse, with words selected: a theme that is moved is not put on them.
  const words = 'Ik dacht eerst dat ik te snel was opgestaan.';
  await selectPassage(page, words);
  await theme(page, 'mantelzorg').dragTo(theme(page, 'diagnosevertraging'));
  await expect.poll(tree).toEqual(['1 diagnosevertraging', '2 mantelzorg', '1 UWV-keuring', '1 stepped vs matched care']);
  for (const name of ['mantelzorg', 'diagnosevertraging']) await expectCount(page, name, 0);
  await takenBack();
  const { height = 0 } = await theme(page, 'diagnosevertraging').boundingBox() ?? {};
  await theme(page, 'stepped vs matched care').dragTo(theme(page, 'UWV-keuring'), { targetPosition: { x: 60, y: 2 } });
  await expect.poll(tree).toEqual(['1 diagnosevertraging', '1 stepped vs matched care', '1 UWV-keuring', '1 mantelzorg']);
  await takenBack();
  await theme(page, 'diagnosevertraging').dragTo(theme(page, 'mantelzorg'), { targetPosition: { x: 60, y: height - 2 } });
  await expect.poll(tree).toEqual(['1 UWV-keuring', '1 mantelzorg', '1 diagnosevertraging', '1 stepped vs matched care']);
  await takenBack();

  // By keys: the grip takes the theme up, the arrows go through the places, Enter lets it go.
  const dragByKeys = async (name: string, place: string) => {
    await theme(page, name).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const target = page.getByRole('button', { name: place });
    await expect(target).toBeAttached();
    const isThere = () => target.evaluate((one) => one === document.activeElement);
    for (let presses = 0; presses < 12 && !(await isThere()); presses += 1) await page.keyboard.press('ArrowDown');
    await expect(target).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await dragByKeys('mantelzorg', 'Neerzetten op UWV-keuring');
  await expect.poll(tree).toEqual(['1 diagnosevertraging', '1 UWV-keuring', '2 mantelzorg', '1 stepped vs matched care']);
  await takenBack();
  await dragByKeys('mantelzorg', 'Plaatsen vóór diagnosevertraging');
  await expect.poll(tree).toEqual(['1 mantelzorg', '1 diagnosevertraging', '1 UWV-keuring', '1 stepped vs matched care']);
  await takenBack();

  // Words of the page onto a theme, and a theme onto a sentence.
  await selectPassage(page, words);
  const { start: at } = await placeOfPassage(page, words);
  await page.mouse.move(at.x + 20, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 40, at.y, { steps: 4 });
  // The second movement is the one that the browser takes as over the theme.
  await theme(page, 'UWV-keuring').hover();
  await theme(page, 'UWV-keuring').hover();
  await page.mouse.up();
  await expectCount(page, 'UWV-keuring', 1);
  await expect(page.locator('.inspector .quote')).toHaveText(words);
  await theme(page, 'mantelzorg').dragTo(testimony(page).getByText('Dat patroon begint bij het zoeken.'), { targetPosition: { x: 60, y: 8 } });
  await expectCount(page, 'mantelzorg', 1);
  await expect.poll(tree).toEqual(start);
});

test('more themes on one passage than there are lanes are told apart by key and initials, counted, and named', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, sampleReport);
  await selectPassage(page, 'Ik dacht eerst dat ik te snel was opgestaan.');
  await page.keyboard.press('t');
  const names = Array.from({ length: 9 }, (_, at) => `een heel lange naam van een thema, nummer ${at + 5}`);
  for (const name of names) {
    await page.getByRole('combobox').fill(name);
    await page.keyboard.press('Shift+Enter');
    await expectCount(page, name, 1);
  }
  await page.getByRole('combobox').fill('mantelzorg');
  await page.keyboard.press('Enter');
  await expectCount(page, 'mantelzorg', 1);
  const stripes = page.locator('.stripes .stripe');
  await expect(stripes).toHaveCount(8);
  const marks = await page.locator('.stripe-marks > span').allTextContents();
  expect(new Set(marks).size).toBe(8);
  await expectAccessible(page, 'more themes than lanes');
  // Nothing is shorn of its name.
  await stripes.last().hover();
  const name = stripes.last().locator('.stripe-name');
  await expect(name).toBeVisible();
  expect(await name.evaluate((one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight)).toBe(true);
  const more = page.getByRole('button', { name: /^Nog 2 coderingen hier: / });
  await expect(more).toHaveText(/^\+2/);
  await more.hover();
  await expect(more.locator('.stripe-name > span')).toHaveCount(2);
  await expect(more.locator('.stripe-name')).toBeVisible();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.inspector .quote')).toHaveText('Ik dacht eerst dat ik te snel was opgestaan.');
});

test('by the accessibility tree alone a passage is heard with its speaker, page and themes, tagged, and taken back', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, sampleReport);
  const heard = page.getByRole('status', { name: 'Bij de leescursor' });
  await testimony(page).focus();
  await page.keyboard.press('Control+Home');
  await expect(heard).toContainText('Verslag van de hoorzitting');
  for (let sentence = 0; sentence < 60 && !(await heard.textContent())?.includes('de vloer bewoog'); sentence += 1) {
    await page.keyboard.press('j');
    await expect(heard).toContainText('Geselecteerd: ');
    await page.waitForTimeout(250);
  }
  await expect(heard).toContainText('Geselecteerd: Op een dinsdagochtend stapte ik uit bed en de vloer bewoog.');
  await expect(heard).toContainText('De Stilstaande Vloer');

  // Who speaks is said where it is another than before; the page was said already.
  await page.keyboard.press('j');
  await expect(heard).toHaveText('Geselecteerd: Ik dacht eerst dat ik te snel was opgestaan.');
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('mante');
  await expect(page.getByRole('option', { name: /^mantelzorg/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expectCount(page, 'mantelzorg', 1);
  await page.keyboard.press('k');
  await expect(heard).toHaveText('Geselecteerd: Ik dacht eerst dat ik te snel was opgestaan. thema: mantelzorg');

  // The same again takes it off, and the palette says so before.
  await page.keyboard.press('t');
  await page.keyboard.type('mante');
  await expect(page.getByRole('option', { name: /^mantelzorg/ })).toHaveAccessibleDescription('haalt weg');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expectCount(page, 'mantelzorg', 0);
  await expect(heard).not.toContainText('mantelzorg');
});

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
