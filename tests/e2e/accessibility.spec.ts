import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInForcedColors, stillScreen } from './axe.ts';
import { openSample, parts, stops, walk } from './screens.ts';
import { accept, chooseDocument, introduce, newProject, sampleReport, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';
import { sayIn } from './words.ts';

const say = sayIn('nl');

test('axe finds nothing at the first start, in an empty project, in its dialogs and in a review', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await stillScreen(page);
  await expect(page.getByLabel('Naam')).toBeVisible();
  await expectAccessible(page, 'who codes');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.getByText('Vul een naam in.')).toBeVisible();
  await expectAccessible(page, 'who codes, nothing filled in');
  await introduce(page);
  await expectAccessible(page, 'start without projects');
  await page.getByRole('button', { name: 'Nieuw project' }).click();
  await expectAccessible(page, 'new project');
  await page.keyboard.press('Escape');
  await newProject(page, 'Proef');
  await expectAccessible(page, 'an empty project');
  await page.keyboard.press('Alt+2');
  await expectAccessible(page, 'passages of an empty project');
  await page.keyboard.press('Alt+3');
  await expectAccessible(page, 'analysis of an empty project');
  await page.keyboard.press('Alt+1');

  await chooseDocument(running, sampleReport);
  const tabs = page.getByRole('region', { name: 'Wat links van het resultaat staat' });
  await expectAccessible(page, 'review, source');
  await page.getByRole('button', { name: /^Beurten/ }).click();
  await expectAccessible(page, 'review, turns lit up');
  await tabs.getByRole('button', { name: /^Sprekers/ }).click();
  await expectAccessible(page, 'review, speakers');
  await page.getByLabel('Organisatie').first().fill('Een vereniging');
  await tabs.getByRole('button', { name: 'Gegevens' }).click();
  await expectAccessible(page, 'review, details');
  await page.getByRole('button', { name: 'Annuleren' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page, 'review, corrections thrown away');
  await page.getByRole('button', { name: 'Verder controleren' }).click();
  await accept(page);
  await expectAccessible(page, 'a document without codings');
  await page.keyboard.press('Alt+2');
  await expect(page.getByText('Er is nog niets gecodeerd')).toBeVisible();
  await expectAccessible(page, 'passages without codings');
});

for (const [part, names] of Object.entries(parts)) {
  test(`axe finds nothing in ${part}`, async ({ workbenches }) => {
    const { page } = await sampleOpen(workbenches);
    await walk(page, say, names, (name) => expectAccessible(page, name));
  });
}

test('axe finds nothing on a start screen with projects', async ({ workbenches }) => {
  const { page } = await sampleOpen(workbenches);
  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
  await page.getByRole('menuitem', { name: 'Sluit het project' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'start with a project');
});

test('axe finds nothing where work must be restored', async ({ workbenches }) => {
  const before = await workbenches.launch();
  await introduce(before.page);
  await newProject(before.page, 'Proef');
  await before.close();
  rmSync(workbenches.folders.profile, { recursive: true, force: true });
  const { page } = await workbenches.launch();
  await stillScreen(page);
  await expect(page.getByRole('button', { name: 'Zet alles terug' })).toBeVisible();
  await expectAccessible(page, 'recovery');
});

test('axe finds nothing on the page that a browser gets without a token', async ({ workbenches }) => {
  const { page } = await workbenches.launch({}, 'browser');
  await expect(page.getByLabel('Naam')).toBeVisible();
  const stranger = await page.context().newPage();
  await stillScreen(stranger);
  await stranger.goto(new URL(page.url()).origin);
  await expect(stranger.getByRole('heading', { name: 'Open Hoorwerk opnieuw' })).toBeVisible();
  await expectAccessible(stranger, 'no session');
});

test('axe finds nothing with forced colours', async ({ workbenches }) => {
  const { page } = await sampleOpen(workbenches);
  await page.emulateMedia({ forcedColors: 'active' });
  const main = new Set(['reading', 'a coding in the inspector', 'quick bar', 'tagging palette', 'theme editor', 'settings', 'command palette', 'passages, grouped by theme', 'analysis theme-frequencies, its definition unfolded', 'analysis theme-matrix, its definition unfolded', 'history']);
  expect(stops.filter(({ name }) => main.has(name))).toHaveLength(main.size);
  await walk(page, say, (name) => main.has(name), (name) => expectAccessibleInForcedColors(page, name));
});

async function sampleOpen(workbenches: { launch(): Promise<{ page: Page; troubles: string[] }> }) {
  const running = await workbenches.launch();
  await stillScreen(running.page);
  await introduce(running.page);
  await openSample(running.page, say);
  await expect(testimony(running.page)).toBeVisible();
  return running;
}
