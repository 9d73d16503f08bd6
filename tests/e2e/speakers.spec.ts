import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { chooseDocument, introduce, newProject, saved, selectPassage, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

const evening = (number: number, who: string) => [
  `Verslag van avond ${number} over de veerdienst`, '',
  'De voorzitter: Wie wil er beginnen over de dienstregeling?', '',
  `${who}: In de winter vaart er na zes uur geen boot meer, en dan sta ik aan de kade.`, '',
  'De heer Oudkerk: Dat merk ik op het werk ook iedere week weer.', '',
  'De voorzitter: Hoe vaak gebeurt dat?', '',
  `${who}: Drie keer in de maand, en in januari nog vaker.`, '',
].join('\n');

const speakers = (page: Page) => page.getByRole('region', { name: /^Sprekers \d/ });
const documents = (page: Page) => page.getByRole('region', { name: /^Documenten \d/ });
const same = (page: Page) => page.getByRole('alertdialog', { name: 'Dezelfde sprekers?' });

test('one person in two documents is made one voice: as proposed after the import, and by hand', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const [first, second] = [[1, 'Mevrouw Lindeboom'], [2, 'Mevrouw A. Lindeboom']].map(([number, who]) => {
    const file = path.join(workbenches.folders.root, `avond-${number}.txt`);
    writeFileSync(file, evening(Number(number), String(who)));
    return file;
  });
  await introduce(page);
  await newProject(page, 'Veerdienst');
  await chooseDocument(running, first ?? '');
  await page.getByRole('button', { name: 'Opnemen in het project' }).click();
  await expect(testimony(page)).toBeVisible();
  await expect(same(page)).toHaveCount(0);
  await selectPassage(page, 'Drie keer in de maand, en in januari nog vaker.');
  await page.keyboard.press('1');

  // The same name is proposed; whoever leads the hearing is not, since anybody may be called so.
  await chooseDocument(running, second ?? '');
  await page.getByRole('button', { name: 'Opnemen in het project' }).click();
  await expect(same(page).getByRole('checkbox')).toHaveCount(1);
  await expect(same(page).getByRole('checkbox', { name: 'De heer Oudkerk' })).toBeChecked();
  await same(page).getByRole('button', { name: '1 spreker samenvoegen' }).click();
  await expect(same(page)).toHaveCount(0);

  // The other name is merged by hand, with the keyboard.
  await speakers(page).getByRole('button', { name: /^Mevrouw A\. Lindeboom,/ }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Meer over Mevrouw A. Lindeboom' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Samenvoegen met …' }).press('Enter');
  const merge = page.getByRole('dialog', { name: 'Mevrouw A. Lindeboom samenvoegen' });
  await merge.getByRole('button', { name: /Gaat op in/ }).press('Enter');
  await page.getByRole('option', { name: /^Mevrouw Lindeboom/ }).press('Enter');
  await merge.getByRole('button', { name: 'Samenvoegen', exact: true }).press('Enter');
  await expect(speakers(page).getByRole('button', { name: /^Mevrouw Lindeboom,/ })).toBeVisible();
  await expect(testimony(page)).toContainText('Mevrouw Lindeboom');

  // Figures count one voice: two speakers in the project, besides who leads.
  await page.keyboard.press('Alt+3');
  await expect(page.getByText(/van 2 sprekers/).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/van 3 sprekers/).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/van 4 sprekers/).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText(/van 2 sprekers/).first()).toBeVisible();
  await page.keyboard.press('Alt+1');
  await documents(page).getByRole('listitem').first().getByRole('button').first().click();
  await expect(speakers(page).getByRole('button', { name: /^Mevrouw Lindeboom,/ })).toBeVisible();
  await saved(page);
  expect(running.troubles).toEqual([]);
});
