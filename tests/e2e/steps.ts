import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Running } from './drivers/driver.ts';

/** What a user does, in the words of the Dutch screen. */

export const sampleReport = path.resolve('renderer/sample/hoorzitting-evenwichtsklachten.txt');

/** Answers the one question of a first start. */
export async function introduce(page: Page, name = 'Anna de Boer'): Promise<void> {
  await page.getByLabel('Naam').fill(name);
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.getByRole('button', { name: 'Nieuw project' })).toBeVisible();
}

export async function newProject(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Nieuw project' }).click();
  await page.getByLabel('Naam van het project').fill(name);
  await page.getByRole('button', { name: 'Maak het project' }).click();
  await expect(page.getByRole('region', { name: 'Documenten 0' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Chooses a document and waits for its review. */
export async function chooseDocument(running: Running, file: string): Promise<void> {
  await running.choose([file], () => running.page.keyboard.press('Control+i'));
  await expect(running.page.getByRole('button', { name: 'Opnemen in het project' })).toBeVisible({ timeout: 60_000 });
}

/** How many turns the review says that it recognised. */
export async function turnsInReview(page: Page): Promise<number> {
  const words = await page.getByRole('navigation', { name: 'Herkend' }).getByRole('button', { name: /^Beurten/ }).textContent();
  return Number((words ?? '').replaceAll(/\D/g, ''));
}

/** Takes the reviewed document in; who may be in the project already is kept apart. */
export async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opnemen in het project' }).click();
  const apart = page.getByRole('button', { name: 'Apart houden' });
  await expect(testimony(page).or(apart).first()).toBeVisible();
  if (await apart.isVisible()) await apart.click();
  await expect(testimony(page)).toBeVisible();
  await saved(page);
}

/** A first start, a project and a document in it. */
export async function beginWith(running: Running, file: string, project = 'Proef'): Promise<void> {
  await introduce(running.page);
  await newProject(running.page, project);
  await chooseDocument(running, file);
  await accept(running.page);
}

export const testimony = (page: Page): Locator => page.getByRole('main').getByRole('document');
export const status = (page: Page): Locator => page.getByRole('contentinfo', { name: 'Stand van zaken' });
export const view = (page: Page, name: string): Locator => page.getByRole('navigation', { name: 'Weergaven' }).getByRole('button', { name });

/** The first words in sight of the text. */
export const topWords = (page: Page) => page.evaluate(() => {
  const stage = document.querySelector('.reading-stage');
  if (!stage) return '';
  const edge = stage.getBoundingClientRect();
  const blocks = [...stage.querySelectorAll('[role="document"] :is(p, h2, h3, li)')];
  return blocks.find((block) => block.getBoundingClientRect().bottom > edge.top + 4)?.textContent.slice(0, 60) ?? '';
});

/** Until the page of text has held still for a moment: then it has written its place down. */
export async function atRest(page: Page): Promise<void> {
  let last = '';
  const isStill = async () => {
    const now = `${await page.locator('.reading-stage').evaluate((stage) => stage.scrollTop)} ${await topWords(page)}`;
    const same = now === last;
    last = now;
    return same;
  };
  await expect.poll(isStill, { intervals: [400] }).toBe(true);
}

/** The store and the journal both have all of it. */
export async function saved(page: Page): Promise<void> {
  await expect(status(page)).toContainText('Bewaard');
}

/** As a part of a regular expression. */
export const literal = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A theme's row in the codebook. */
export const theme = (page: Page, name: string): Locator =>
  page.getByRole('treegrid', { name: 'Thema’s' }).getByRole('row', { name: new RegExp(`^${literal(name)},`) });

export async function expectCount(page: Page, name: string, count: number): Promise<void> {
  await expect(theme(page, name)).toHaveAccessibleName(new RegExp(`, ${count} codering(en)?(,|$)`));
}

/**
 * Selects a passage with the mouse, from its first character to behind its last. The quotation may have any white space;
 * it lies within one block of the page.
 */
export async function selectPassage(page: Page, quotation: string): Promise<void> {
  const wanted = quotation.replaceAll(/\s+/g, ' ').trim();
  const place = () => placeOfPassage(page, wanted);
  await place();
  // The page settles where sheets that come into view get their real height.
  await page.waitForTimeout(300);
  const { start, end } = await place();
  // What is pressed inside a selection is dragged; a click ends the selection first.
  await page.mouse.click(end.x, end.y);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
  const selected = () => page.evaluate(() => document.getSelection()?.toString().replaceAll(/\s+/g, ' ').trim() ?? '');
  // Marks of pages stand in the line but not in the text.
  await expect.poll(async () => (await selected()).replaceAll(/ ?blz\. \d+ ?/g, ' ').replaceAll(/\s+/g, ' ').trim()).toBe(wanted);
}

/** Where a passage of one block is drawn, once it is scrolled to. */
export const placeOfPassage = (page: Page, quotation: string) => testimony(page).evaluate(endsOfPassage, quotation);

/** Runs in the page: scrolls to a passage and gives the middle of its first and last character. */
function endsOfPassage(root: Element, wanted: string) {
  const pieces = (block: Element) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      (node.parentElement?.closest('.ProseMirror-widget') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    return nodes;
  };
  for (const block of root.querySelectorAll('p, li, h1, h2, h3')) {
    const nodes = pieces(block);
    const from = nodes.map((node) => node.data).join('').indexOf(wanted);
    if (from < 0) continue;
    block.scrollIntoView({ block: 'center' });
    const boxAt = (offset: number) => {
      let passed = 0;
      for (const node of nodes) {
        if (offset < passed + node.length) {
          const range = document.createRange();
          range.setStart(node, offset - passed);
          range.setEnd(node, offset - passed + 1);
          const [box] = range.getClientRects();
          if (box) return box;
        }
        passed += node.length;
      }
      throw new Error('a character that is not drawn');
    };
    const first = boxAt(from);
    const last = boxAt(from + wanted.length - 1);
    return {
      start: { x: first.left + 0.5, y: (first.top + first.bottom) / 2 },
      end: { x: last.right - 0.5, y: (last.top + last.bottom) / 2 },
    };
  }
  throw new Error('the page does not hold this passage');
}
