import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { inventedParagraph } from './invented-text.ts';
import { expectAccessible, stillScreen } from './axe.ts';
import { introduce, newProject, saved, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

const evening = (number: number, after = '') => [
  `Verslag van avond ${number} over de veerdienst`, '',
  'De voorzitter: Wie wil er beginnen over de dienstregeling?', '',
  `Mevrouw Lindeboom: In de winter vaart er na ${number + 5} uur geen boot meer, en dan sta ik aan de kade.`, '',
  'De heer Oudkerk: Dat merk ik op het werk ook iedere week weer.', '', after,
].join('\n');

const binary = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 37) % 256));

/** Six files: two that are good, one of them twice, and three that are none, in the order of their names. */
function sixFiles(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const files: [string, string | Buffer][] = [
    ['1-avond.txt', evening(1)], ['2-dezelfde-avond.txt', evening(1)], ['3-ruis.txt', binary],
    ['4-leeg.txt', ''], ['5-opmaak.css', 'body { margin: 0 }'], ['6-avond.txt', evening(2)],
  ];
  return files.map(([name, contents]) => {
    writeFileSync(path.join(folder, name), contents);
    return path.join(folder, name);
  });
}

const rows = (page: Page) => page.getByRole('main', { name: 'Bestanden' }).getByRole('listitem');
const row = (page: Page, name: string): Locator => rows(page).filter({ has: page.getByText(name, { exact: true }) });
const documents = (page: Page) => page.getByRole('region', { name: /^Documenten \d/ }).getByRole('listitem');
const asDone = (page: Page) => expect(page.getByRole('main', { name: 'Bestanden' }).locator('[data-state="waiting"], [data-state="reading"]')).toHaveCount(0, { timeout: 120_000 });

test('six files at once: each says what became of it, one bad file stops nothing, and only what is accepted is kept', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const files = sixFiles(workbenches.folders.root);
  await stillScreen(page);
  await introduce(page);
  await newProject(page, 'Veerdienst');
  await running.choose(files, () => page.keyboard.press('Control+i'));
  await expect(page.getByRole('heading', { name: '6 bestanden opnemen' })).toBeFocused();
  await asDone(page);
  const states = [
    ['1-avond.txt', /verslag van een hoorzitting herkend · 3 beurten · geen twijfels/], ['2-dezelfde-avond.txt', /hetzelfde bestand is er al, als 1-avond\.txt/],
    ['3-ruis.txt', /geen tekstbestand/], ['4-leeg.txt', /is leeg/], ['5-opmaak.css', /dit soort bestand kent Hoorwerk niet/],
    ['6-avond.txt', /verslag van een hoorzitting herkend · 3 beurten · geen twijfels/],
  ] as const;
  for (const [name, words] of states) await expect(row(page, name)).toContainText(words);
  await expectAccessible(page, 'files that were read together');

  // One is reviewed from the list and left again: it stays as it was.
  await row(page, '6-avond.txt').getByRole('button', { name: '6-avond.txt nakijken' }).press('Enter');
  await page.getByRole('button', { name: 'Annuleren' }).click();
  await expect(row(page, '6-avond.txt')).toContainText('geen twijfels');

  // Both good ones are taken in; what was skipped can still be read, by itself.
  await page.getByRole('button', { name: '2 zonder twijfels opnemen' }).press('Enter');
  await expect(row(page, '1-avond.txt')).toContainText('Opgenomen in het project');
  await expect(row(page, '6-avond.txt')).toContainText('Opgenomen in het project');
  await row(page, '5-opmaak.css').getByRole('button', { name: '5-opmaak.css toch lezen' }).click();
  await expect(row(page, '5-opmaak.css')).toContainText('geen opbouw herkend');
  await page.getByRole('button', { name: 'Sluiten' }).click();
  const leave = page.getByRole('alertdialog', { name: 'Niet opgenomen bestanden loslaten?' });
  await expect(leave).toContainText('Eén bestand is nog niet opgenomen');
  await leave.getByRole('button', { name: 'Loslaten' }).click();

  // Who speaks in both is asked about once, at the end.
  await page.getByRole('button', { name: '2 sprekers samenvoegen' }).click();
  await expect(testimony(page)).toContainText('In de winter vaart er na 6 uur');
  await expect(documents(page)).toHaveCount(2);
  await saved(page);
  expect(running.troubles).toEqual([]);

  // The same folder again: all of it is known.
  await running.choose(files.slice(0, 2), () => page.keyboard.press('Control+i'));
  await asDone(page);
  for (const name of ['1-avond.txt', '2-dezelfde-avond.txt']) await expect(row(page, name)).toContainText('hetzelfde bestand is er al');
  await page.getByRole('button', { name: 'Sluiten' }).click();
  await expect(testimony(page)).toBeVisible();
});

test('the files of a folder are reviewed one after the other, and stopped one by one or all at once', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const folder = path.join(workbenches.folders.root, 'zaak');
  mkdirSync(path.join(folder, 'dag 2'), { recursive: true });
  writeFileSync(path.join(folder, 'a.txt'), evening(3));
  writeFileSync(path.join(folder, 'dag 2', 'b.txt'), evening(4));
  writeFileSync(path.join(folder, '.verborgen.txt'), evening(5));
  await introduce(page);
  await newProject(page, 'Zaak');
  const chooseFolder = async () => {
    await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
    await page.getByRole('menuitem', { name: 'Map met documenten opnemen' }).click();
  };
  await running.choose([folder], chooseFolder);
  await asDone(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(row(page, '.verborgen.txt')).toContainText('een verborgen bestand');
  await expect(row(page, 'b.txt')).toContainText('zaak/dag 2/');

  await page.getByRole('button', { name: 'Alle 2 nakijken, één voor één' }).click();
  for (const name of [/^(a|b)\.txt$/, /^(a|b)\.txt$/]) {
    await expect(page.getByRole('heading', { level: 1 }).getByText(name)).toBeVisible();
    await page.getByRole('button', { name: 'Opnemen in het project' }).click();
  }
  await expect(page.getByRole('heading', { name: '3 bestanden opnemen' })).toBeVisible();
  await page.getByRole('button', { name: 'Sluiten' }).click();
  await page.getByRole('button', { name: 'Apart houden' }).click();
  await expect(documents(page)).toHaveCount(2);

  // Large texts take a while: one is stopped while it is read, and the rest that waits with it.
  const large = [1, 2, 3].map((number) => {
    const file = path.join(workbenches.folders.root, `groot-${number}.txt`);
    writeFileSync(file, evening(number, `${inventedParagraph(number)}\n\n`.repeat(12_000)));
    return file;
  });
  await running.choose(large, () => page.keyboard.press('Control+i'));
  await page.getByRole('button', { name: 'Stop met groot-1.txt' }).click();
  await expect(row(page, 'groot-1.txt')).toContainText('Gestopt');
  await page.getByRole('button', { name: 'Alles stoppen' }).click();
  await asDone(page);
  await expect(row(page, 'groot-3.txt')).toContainText('Gestopt');
  await page.getByRole('button', { name: 'Sluiten' }).click();
  await expect(documents(page)).toHaveCount(2);
  await saved(page);
  expect(running.troubles).toEqual([]);
});
