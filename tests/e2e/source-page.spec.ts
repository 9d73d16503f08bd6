import { writeFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { importDocument } from '../../app/importers/import-document.ts';
import { layOut } from '../fixtures/pdf/lay-out.ts';
import { accept, chooseDocument, introduce, newProject, sampleReport, selectPassage, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

/** The sample report as a PDF whose fonts are those that every reader has, so that the workbench must bring them. */
async function samplePdf(folder: string): Promise<string> {
  const read = await importDocument(new Uint8Array(readFileSync(sampleReport)), { fileName: 'a.txt', now: '2026-01-05T09:00:00.000Z' });
  if (!read.ok) throw new Error(read.problem.message);
  const blocks = read.value.content.blocks.map(({ kind, level, text }) => ({ kind: kind === 'footnote' ? 'paragraph' as const : kind, level, text }));
  const { bytes } = await layOut({ blocks }, { columns: 1, font: 'Times-Roman', hyphenate: true, justify: true, header: () => 'Commissie', footer: (number, count) => `Pagina ${number} van ${count}` });
  const file = path.join(folder, 'hoorzitting.pdf');
  writeFileSync(file, bytes);
  return file;
}

const sheet = (page: Page) => page.locator('.page-sheet canvas');

/** Share of dark dots under the marks of the page that is shown; the words stand there. */
async function inkUnderMarks(page: Page): Promise<number> {
  return page.locator('.page-sheet').evaluate((element) => {
    const canvas = element.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 0;
    const scale = canvas.width / canvas.clientWidth;
    let dark = 0;
    let all = 0;
    for (const mark of element.querySelectorAll<HTMLElement>('.passage-box')) {
      const { data } = context.getImageData(mark.offsetLeft * scale, mark.offsetTop * scale, Math.max(1, mark.offsetWidth * scale), Math.max(1, mark.offsetHeight * scale));
      for (let at = 0; at < data.length; at += 4) {
        all += 1;
        if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 128) dark += 1;
      }
    }
    return all === 0 ? 0 : dark / all;
  });
}

test('a PDF is reviewed and read beside its pages, with passages marked where they are printed', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener('securitypolicyviolation', (event) => refused.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await introduce(page);
  await newProject(page, 'Bladzijden');
  await chooseDocument(running, await samplePdf(workbenches.folders.root));

  // The page instead of the file's text, stepped through by rule
  await page.getByRole('button', { name: 'Bladzijde', exact: true }).click();
  await expect(sheet(page)).toBeVisible();
  await page.getByRole('navigation', { name: 'Herkend' }).getByRole('button', { name: /^Afbreekstreepjes weg/ }).click();
  await expect(page.locator('.passage-box').first()).toBeInViewport();
  await expect.poll(() => inkUnderMarks(page)).toBeGreaterThan(0.03);
  await accept(page);

  // A passage that is selected, on the page beside it
  await selectPassage(page, 'Binnen twintig minuten had ik een diagnose.');
  await page.keyboard.press('o');
  const pane = page.getByRole('region', { name: 'Bladzijde van het bestand' });
  await expect(pane.locator('.passage-box').first()).toBeInViewport();
  await expect.poll(() => inkUnderMarks(page)).toBeGreaterThan(0.03);
  await expect(page.getByText('Bladzijde 1 van 6')).toBeVisible();
  // The text is narrower beside it, and still where the reader was.
  await expect(testimony(page).getByText('Binnen twintig minuten had ik een diagnose.')).toBeInViewport();

  // A coding of it, found again after another page was looked at
  await page.keyboard.press('1');
  await pane.focus();
  await page.keyboard.press('End');
  await expect(page.getByText('Bladzijde 6 van 6')).toBeVisible();
  await expect(pane.locator('.passage-box')).toHaveCount(0);
  const narrow = await sheet(page).evaluate((canvas) => canvas.clientWidth);
  await page.keyboard.press('+');
  await expect.poll(() => sheet(page).evaluate((canvas) => canvas.clientWidth)).toBeGreaterThan(narrow);
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await page.getByRole('button', { name: 'Tonen op de bladzijde' }).click();
  await expect(pane.locator('.passage-box').first()).toBeInViewport();
  await expect.poll(() => inkUnderMarks(page)).toBeGreaterThan(0.03);

  expect(await page.evaluate(() => (window as unknown as { refused: string[] }).refused)).toEqual([]);
});
