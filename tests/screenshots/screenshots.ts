import path from 'node:path';
import type { Page } from '@playwright/test';
import { analyses } from '../../app/analyses/registry.ts';
import { chooseDocument, introduce, newProject, sampleReport, saved, selectPassage, testimony, view } from '../e2e/steps.ts';
import { expect, test } from '../e2e/workbench.ts';

const folder = path.resolve('docs/screenshots');

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
    test(`${colorScheme}, ${width} wide`, async ({ workbenches }) => {
      const running = await workbenches.launch({ colorScheme, width, height });
      const { page } = running;
      const shoot = (name: string) => page.screenshot({ path: path.join(folder, `${name}-${colorScheme}-${width}.png`), animations: 'disabled' });

      await introduce(page);
      await newProject(page, 'Leven op een deinend dek');
      await chooseDocument(running, sampleReport);
      await page.getByRole('navigation', { name: 'Herkend' }).getByRole('button', { name: /^Kop- en voetregels weg/ }).click();
      await quiet(page);
      await shoot('review');
      await page.getByRole('button', { name: 'Annuleren' }).click();
      await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
      await page.getByRole('menuitem', { name: 'Sluit het project' }).click();
      await page.getByRole('button', { name: 'Voorbeeldproject openen' }).click();
      await expect(testimony(page)).toBeVisible();
      await page.getByRole('region', { name: 'Berichten' }).getByRole('button', { name: 'Sluiten' }).click({ timeout: 2000 }).catch(() => undefined);

      await selectPassage(page, 'Bij de keuring mocht ik mee naar binnen, maar ik mocht niets zeggen.');
      await page.keyboard.press('Escape');
      await page.locator('.coded').filter({ hasText: 'Bij de keuring mocht ik mee' }).first().click();
      await quiet(page);
      await shoot('reading');
      await selectPassage(page, 'Mijn man was dakdekker.');
      await page.keyboard.press('t');
      await page.keyboard.type('mant');
      await expect(page.getByRole('option', { name: 'mantelzorg' })).toBeVisible();
      await quiet(page);
      await shoot('tagging');
      await page.keyboard.press('Escape');
      for (const [name, shot] of [['Passages', 'passages'], ['Analyse', 'analysis'], ['Geschiedenis', 'history']] as const) {
        await view(page, name).click();
        if (shot === 'analysis') await expect(page.getByRole('figure')).toBeVisible();
        await quiet(page);
        await shoot(shot);
        if (shot === 'analysis' && width === 1280) await shootAnalyses(page, shoot);
      }
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('dialog', { name: 'Exporteren' })).toBeVisible();
      await quiet(page);
      await shoot('export');
      await page.keyboard.press('Escape');
      await view(page, 'Lezen').click();
      await shootOverlaps(page, shoot);
      await saved(page);
    });
  }
}

/** Sentences with one, three and six themes, in the colours of the program and in those of the system. */
async function shootOverlaps(page: Page, shoot: (name: string) => Promise<unknown>): Promise<void> {
  await tag(page, 'Dat zegt eigenlijk al genoeg.', ['1']);
  await tag(page, 'Ik werkte toen vier dagen in de thuiszorg.', ['1', '3', '4']);
  await tag(page, 'Een dakdekker die zijn evenwicht kwijt is, raakt op een maandag zijn werk, zijn maten en zijn humeur kwijt.', ['1', '2', '3', '4', 'inkomen', 'rouw']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  // Else the passage under the mouse is lit.
  await page.mouse.move(0, 0);
  await quiet(page);
  await shoot('overlaps');
  await page.emulateMedia({ forcedColors: 'active' });
  await quiet(page);
  await shoot('overlaps-forced-colours');
  await page.emulateMedia({ forcedColors: 'none' });
}

/** Themes by their key, or by a name that is typed. */
async function tag(page: Page, passage: string, themes: readonly string[]): Promise<void> {
  for (const theme of themes) {
    await selectPassage(page, passage);
    await page.keyboard.press(theme.length === 1 ? theme : 't');
    if (theme.length === 1) continue;
    await page.keyboard.type(theme);
    await page.keyboard.press('Enter');
  }
}

/** Each analysis with its picture, options set so that there is something to see. */
async function shootAnalyses(page: Page, shoot: (name: string) => Promise<unknown>): Promise<void> {
  for (const { id, name } of analyses) {
    await page.getByRole('navigation', { name: 'Analyses' }).getByRole('button', { name: name.nl, exact: true }).click();
    if (id === 'keywords') await page.getByLabel('Woord', { exact: true }).fill('keuring');
    if (id === 'query') await page.getByRole('button', { name: 'Voorwaarde erbij' }).click();
    await expect(page.getByRole('figure', { name: name.nl })).toBeVisible();
    await expect(page.locator('.analysis-found')).toHaveAttribute('aria-busy', 'false');
    await quiet(page);
    await shoot(`analysis-${id}`);
  }
  await page.getByRole('navigation', { name: 'Analyses' }).getByRole('button').first().click();
}

/** Until fonts are there and what moves has come to rest. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
}
