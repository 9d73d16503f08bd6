import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { readProjectFile } from '../../app/project-file/read-project-file.ts';
import { keptFiles } from './data-folder.ts';
import { beginWith, expectCount, sampleReport, saved, selectPassage, status, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

const first = 'Binnen twintig minuten had ik een diagnose.';
const second = 'Dat rustige was misselijkheid.';
const third = 'Dat patroon begint bij het zoeken.';

test('a snapshot is made, listed with what it holds and where it lies, and opened as a project beside its original', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, sampleReport, 'Oorsprong');
  await tag(page, first, '1');
  await tag(page, second, '2');
  await expect(status(page)).toContainText('2 van 2 coderingen geverifieerd');
  await saved(page);

  const dialog = await openSnapshots(page);
  await dialog.getByRole('button', { name: 'Maak er nu een' }).click();
  const row = dialog.getByRole('row').filter({ has: dialog.page().getByRole('button', { name: /^Open de momentopname/ }) }).first();
  await expect(row.getByRole('rowheader')).toContainText(/^vandaag \d\d:\d\d/);
  // Project, document and two codings: four steps.
  await expect(row.getByRole('cell').nth(0)).toHaveText('4');
  await expect(row.getByRole('cell').nth(1)).toHaveText('1');
  await expect(row.getByRole('cell').nth(2)).toHaveText('2');
  await expect(row.getByRole('cell').nth(3)).toHaveText(/^\d+\skB$/);
  const file = await row.locator('small').textContent() ?? '';
  expect(file.startsWith(path.join(workbenches.folders.data, 'snapshots'))).toBe(true);
  expect(existsSync(file)).toBe(true);
  const inFile = await readProjectFile(readFileSync(file));
  expect(inFile.ok && { name: inFile.value.name, codings: inFile.value.state.codings.size }).toEqual({ name: 'Oorsprong', codings: 2 });
  await page.keyboard.press('Escape');

  await tag(page, third, '3');
  await saved(page);
  const before = keptFiles(workbenches.folders.data);

  await (await openSnapshots(page)).getByRole('button', { name: /^Open de momentopname/ }).last().click();
  await expect(page).toHaveTitle(/^Oorsprong \(momentopname .*\) · Hoorwerk$/);
  await expect(testimony(page)).toBeVisible();
  await expect(status(page)).toContainText('2 van 2 coderingen geverifieerd');
  await expectCount(page, 'diagnosevertraging', 1);
  await expectCount(page, 'UWV-keuring', 1);
  await expectCount(page, 'mantelzorg', 0);

  // The copy is work of its own: what is done in it stays in it.
  await tag(page, third, '4');
  await saved(page);
  expect(keptFiles(workbenches.folders.data)).toEqual(expect.arrayContaining(before));

  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
  await page.getByRole('menuitem', { name: 'Sluit het project' }).click();
  const projects = page.getByRole('main').getByRole('listitem');
  await expect(projects).toHaveCount(2);
  await expect(projects.filter({ hasText: /^Oorsprong1 document, 3 coderingen/ })).toHaveCount(1);
  await projects.filter({ hasText: /^Oorsprong1 document/ }).getByRole('button').click();
  await expect(page).toHaveTitle('Oorsprong · Hoorwerk');
  await expect(status(page)).toContainText('3 van 3 coderingen geverifieerd');
  await expectCount(page, 'mantelzorg', 1);
  await expectCount(page, 'stepped vs matched care', 0);
  expect(running.troubles).toEqual([]);
});

async function tag(page: Page, passage: string, key: string): Promise<void> {
  await selectPassage(page, passage);
  await page.keyboard.press(key);
}

async function openSnapshots(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
  await page.getByRole('menuitem', { name: 'Momentopnamen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Momentopnamen' });
  await expect(dialog.getByText('is een volledig projectbestand')).toBeVisible();
  return dialog;
}
