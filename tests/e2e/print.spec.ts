import type { Page } from '@playwright/test';
import { analyses } from '../../app/analyses/registry.ts';
import { openPdf } from '../../app/importers/pdf/open-pdf.ts';
import { must } from '../app/world.ts';
import { openSample } from './screens.ts';
import { introduce, view } from './steps.ts';
import { expect, test } from './workbench.ts';
import { sayIn } from './words.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`each analysis is whole on paper, on white, from the ${colorScheme} screen`, async ({ workbenches }) => {
    // Only Chromium by itself prints to a file.
    const { page, troubles } = await workbenches.launch({ colorScheme }, 'browser');
    await introduce(page);
    await openSample(page, sayIn('nl'));
    await view(page, 'Analyse').click();
    for (const { id, name, definition } of analyses) {
      await page.getByRole('navigation', { name: 'Analyses' }).getByRole('button', { name: name.nl, exact: true }).click();
      if (id === 'keywords') await page.getByLabel('Woord', { exact: true }).fill('keuring');
      if (id === 'query') await page.getByRole('button', { name: 'Voorwaarde erbij' }).click();
      await expect(page.getByRole('heading', { name: name.nl })).toBeVisible();
      await expect(page.locator('.analysis-found')).toHaveAttribute('aria-busy', 'false');
      const cells = await page.locator('.results :is(th, td)').allTextContents();
      expect(cells.length).toBeGreaterThan(10);
      const today = new Intl.DateTimeFormat('nl', { dateStyle: 'long' }).format(new Date());
      const text = await printed(page);
      for (const words of [name.nl, definition.nl, 'Voorbeeld: hoorzitting Evenwichtsklachten', today, ...cells]) expect(text).toContain(bare(words));
      // What was printed is on the screen again as it was.
      await expect(page.locator('.results')).toBeVisible();
      await expect(page.locator('.analysis-options')).toBeVisible();
    }

    await page.emulateMedia({ media: 'print', colorScheme });
    const looks = await page.evaluate(() => ['body', '.analysis h1', '.results td'].map((part) => {
      const element = document.querySelector(part);
      return element ? [getComputedStyle(element).backgroundColor, getComputedStyle(element).color] : [];
    }));
    expect(looks[0]?.[0]).toBe('rgb(255, 255, 255)');
    for (const [, color = ''] of looks) expect(Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number))).toBeLessThan(100);
    expect(troubles).toEqual([]);
  });
}

/** The words of the page as it is printed, in their order, without white space. */
async function printed(page: Page): Promise<string> {
  const { document, close } = must(await openPdf(new Uint8Array(await page.pdf({ format: 'A4' }))));
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await close();
  return bare(pages.join(''));
}

/** A font may draw two kinds of apostrophe, or of hyphen, with one glyph. */
const bare = (words: string) => words.normalize('NFKC').replaceAll(/\s+/g, '').replaceAll(/[’ʼ]/g, '\'').replaceAll(/[\u2010\u00AD]/g, '-');
