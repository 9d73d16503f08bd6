import path from 'node:path';
import type { Page } from '@playwright/test';
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
      await page.getByRole('navigation', { name: 'Herkend' }).getByRole('button', { name: /Kop- en voetregels/ }).click();
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
        await quiet(page);
        await shoot(shot);
      }
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('dialog', { name: 'Exporteren' })).toBeVisible();
      await quiet(page);
      await shoot('export');
      await page.keyboard.press('Escape');
      await saved(page);
    });
  }
}

/** Until fonts are there and what moves has come to rest. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
}
