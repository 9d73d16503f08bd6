import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openSample } from './screens.ts';
import { accept, chooseDocument, expectCount, introduce, newProject, saved, selectPassage, status, testimony, theme, view } from './steps.ts';
import { expect, test } from './workbench.ts';
import { sayIn } from './words.ts';

const quote = (page: Page) => page.locator('.inspector .quote');
const openDocument = (page: Page, name: string) => page.getByRole('region', { name: /^Documenten/ }).getByRole('button', { name: new RegExp(`^${name}, `) }).click();

test('what was chosen and sought in one project is forgotten in the next, and what is gone is no choice any more', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page, troubles } = running;
  await introduce(page);
  await openSample(page, sayIn('nl'));
  await theme(page, 'mantelzorg').click();
  await page.keyboard.press('Alt+2');
  await page.getByRole('textbox', { name: 'Zoek in citaat, spreker en memo' }).fill('zus');
  await expect(page.locator('.passages-counts')).toContainText(/^1 van \d+ coderingen/);
  await theme(page, 'mantelzorg').hover();
  await theme(page, 'mantelzorg').getByRole('button', { name: 'Wat kan met mantelzorg' }).click();
  await page.getByRole('menuitem', { name: 'Alleen dit thema tonen' }).click();
  await expect(page.getByText('1 van 4 thema’s getoond')).toBeVisible();
  await view(page, 'Analyse').click();
  await page.getByRole('button', { name: /(^|\s)Document(\s|$)/ }).first().click();
  await page.getByRole('option', { name: /^Hoorzitting/ }).click();
  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
  await page.getByRole('menuitem', { name: 'Sluit het project' }).click();

  await newProject(page, 'Twee brieven');
  const letters = [['lift', 'De lift in de flat is stuk. Mijn buurvrouw haalt mijn boodschappen.'], ['pont', 'De pont vaart niet na zes uur. Wie werkt, staat dan aan de kade.']].map(([name = '', words = '']) => {
    const file = path.join(workbenches.folders.root, `${name}.txt`);
    writeFileSync(file, `Over de ${name}\n\n${words}\n`);
    return file;
  });
  for (const file of letters) {
    await chooseDocument(running, file);
    await accept(page);
  }
  await expect(page.getByText(/thema’s getoond/)).toHaveCount(0);
  await openDocument(page, 'Over de lift');
  await selectPassage(page, 'Mijn buurvrouw haalt mijn boodschappen.');
  await page.keyboard.press('3');
  await expectCount(page, 'mantelzorg', 1);

  // Borders that are being moved stay with their document: there, and after a selection elsewhere.
  await expect(quote(page)).toHaveText('Mijn buurvrouw haalt mijn boodschappen.');
  await page.keyboard.press('e');
  await expect(page.getByText('Wijzig de selectie met dezelfde toetsen als bij het lezen.')).toBeVisible();
  await openDocument(page, 'Over de pont');
  await expect(testimony(page)).toContainText('De pont vaart niet');
  await expect(page.getByText('Wijzig de selectie met dezelfde toetsen als bij het lezen.')).toHaveCount(0);
  await testimony(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await openDocument(page, 'Over de lift');
  await page.locator('.coded').first().click();
  await page.keyboard.press('e');
  await selectPassage(page, 'De lift in de flat is stuk.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 van 1 codering geverifieerd')).toBeVisible();
  await page.locator('.coded').first().click();
  await expect(quote(page)).toHaveText('Mijn buurvrouw haalt mijn boodschappen.');

  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('textbox', { name: 'Zoek in citaat, spreker en memo' })).toHaveValue('');
  await expect(page.locator('.passages-counts')).toContainText('1 codering');
  await view(page, 'Analyse').click();
  const documentChoice = page.getByRole('button', { name: /(^|\s)Document(\s|$)/ }).first();
  await expect(documentChoice).toContainText('alle');
  await documentChoice.click();
  await page.getByRole('option', { name: 'Over de pont' }).click();
  await expect(documentChoice).toContainText('Over de pont');
  await view(page, 'Lezen').click();
  await page.getByRole('button', { name: 'Wat kan met Over de pont' }).click();
  await page.getByRole('menuitem', { name: 'Uit het project halen' }).click();
  await view(page, 'Analyse').click();
  await expect(documentChoice).toContainText('alle');
  await saved(page);
  expect(troubles).toEqual([]);
});

test('a name is corrected on all of one’s work, and somebody else’s work is kept apart', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await introduce(page);
  await newProject(page, 'Twee codeurs');
  const file = path.join(workbenches.folders.root, 'lift.txt');
  writeFileSync(file, 'Aan de gemeente\n\nDe lift in de flat is stuk. Mijn buurvrouw haalt mijn boodschappen.\n');
  await chooseDocument(running, file);
  await accept(page);
  await selectPassage(page, 'De lift in de flat is stuk.');
  await page.keyboard.press('3');
  await page.keyboard.press('Control+Comma');
  const settings = page.getByRole('dialog', { name: 'Instellingen' });
  await settings.getByLabel('Naam').fill('Anna de Boer-Vis');
  await settings.getByLabel('Initialen').fill('ABV');
  await settings.getByRole('button', { name: 'Bewaar de naam' }).click();
  await expect(settings.getByRole('button', { name: 'Bewaard' })).toBeVisible();
  await settings.getByRole('button', { name: 'Iemand anders codeert verder' }).click();
  const other = settings.getByRole('group', { name: 'Iemand anders codeert verder' });
  await other.getByLabel('Naam').fill('Berend Bos');
  await other.getByRole('button', { name: 'Ga verder' }).click();
  await expect(settings.getByLabel('Naam').first()).toHaveValue('Berend Bos');
  await page.keyboard.press('Escape');
  await expect(status(page)).toContainText('Codeur BB');

  // The same theme over both sentences: Anna's coding stays as it is.
  await selectPassage(page, 'De lift in de flat is stuk. Mijn buurvrouw haalt mijn boodschappen.');
  await page.keyboard.press('3');
  await expectCount(page, 'mantelzorg', 2);
  await page.keyboard.press('Alt+2');
  for (const initials of ['ABV', 'BB']) await expect(page.locator('.passage-source').getByText(initials, { exact: true })).toHaveCount(1);

  await page.keyboard.press('Control+Comma');
  await settings.getByRole('button', { name: 'Iemand anders codeert verder' }).click();
  await settings.getByRole('button', { name: 'Verder als Anna de Boer-Vis (ABV)' }).click();
  await page.keyboard.press('Escape');
  await expect(status(page)).toContainText('Codeur ABV');
  await saved(page);
});
