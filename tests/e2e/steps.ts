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

export async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opnemen in het project' }).click();
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

/** The store and the journal both have all of it. */
export async function saved(page: Page): Promise<void> {
  await expect(status(page)).toContainText('Bewaard');
}

/** A theme's row in the codebook. */
export const theme = (page: Page, name: string): Locator =>
  page.getByRole('treegrid', { name: 'Thema’s' }).getByRole('row', { name: new RegExp(`^${RegExp.escape?.(name) ?? name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')},`) });

export async function expectCount(page: Page, name: string, count: number): Promise<void> {
  await expect(theme(page, name)).toHaveAccessibleName(new RegExp(`, ${count} codering(en)?(,|$)`));
}

/**
 * Selects a passage with the mouse, from its first character to behind its last. The quotation may have any white space;
 * it lies within one block of the page.
 */
export async function selectPassage(page: Page, quotation: string): Promise<void> {
  const wanted = quotation.replaceAll(/\s+/g, ' ').trim();
  await testimony(page).evaluate((root, text) => {
    const block = [...root.querySelectorAll('p, li, h1, h2, h3')].find((element) => element.textContent.includes(text));
    if (!block) throw new Error('the page does not hold this passage');
    block.scrollIntoView({ block: 'center' });
  }, wanted);
  // The page settles where sheets that come into view get their real height.
  await page.waitForTimeout(300);
  const ends = await testimony(page).evaluate((root, text) => {
    const block = [...root.querySelectorAll('p, li, h1, h2, h3')].find((element) => element.textContent.includes(text));
    if (!block) throw new Error('the page does not hold this passage');
    block.scrollIntoView({ block: 'center' });
    const from = block.textContent.indexOf(text);
    const pointAt = (offset: number, side: 'start' | 'end') => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let passed = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        const inside = side === 'start' ? offset - passed < length : offset - passed <= length;
        if (inside) {
          const range = document.createRange();
          range.setStart(node, side === 'start' ? offset - passed : offset - passed - 1);
          range.setEnd(node, side === 'start' ? offset - passed + 1 : offset - passed);
          const box = range.getClientRects()[0];
          if (!box) throw new Error('a character that is not drawn');
          return { x: side === 'start' ? box.left + 0.5 : box.right - 0.5, y: (box.top + box.bottom) / 2 };
        }
        passed += length;
      }
      throw new Error('a passage that ends outside its block');
    };
    return { start: pointAt(from, 'start'), end: pointAt(from + text.length, 'end') };
  }, wanted);
  await page.mouse.move(ends.start.x, ends.start.y);
  await page.mouse.down();
  await page.mouse.move((ends.start.x + ends.end.x) / 2, (ends.start.y + ends.end.y) / 2);
  await page.mouse.move(ends.end.x, ends.end.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString().replaceAll(/\s+/g, ' ').trim())).toBe(wanted);
}
