import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { accept, chooseDocument, introduce, newProject, selectPassage, status, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';

/** A hearing with all that a review puts right; every word of it is invented. */
const report = [
  'Verslag van de avond over de bakfiets', '14 maart 2024, Assen', '',
  'Bijdrage van de fietsers', '',
  'Voorzitter: Goedenavond. Wie wil er beginnen met vertellen hoe het was?', '',
  'Vera Blom: Ik reed die ochtend met mijn bakfiets naar de markt en zag dat de brug open-',
  'stond. De brug openstond had ik niet verwacht, want het was nog lang geen', '',
  'Avond over de bakfiets', '1 van 3', '',
  'tijd voor de eerste boot. Toen heb ik gewacht en gezwaaid.', '',
  'Voorzitter: En wat zei de brugwachter?', '',
  'V. Blom: Hij zei niets. Niemand zegt ooit iets over een bakfiets, en dat is na twintig jaar heel vermoei-', '',
  'Avond over de bakfiets', '2 van 3', '',
  'end. Het is vermoeiend.', '',
  'Kees Los: Dat vind ik ook, als voetganger.', '',
  'Voorzitter: Wat vindt de gemeente?', '',
  'Wim de Wit: Wij hebben de brug verhoogd. Bakfietsen passen er nu onderdoor.', '',
  'Voorzitter: Hoe krap is het?', '',
  'V. Blom: Met een kind erin net.', '',
  'Wim de Wit: Dat klopt.', '',
  'Avond over de bakfiets', '3 van 3',
].join('\n');

function written(folder: string, text = report): string {
  const file = path.join(folder, 'bakfiets.txt');
  writeFileSync(file, text);
  return file;
}

const found = (page: Page): Locator => page.getByRole('navigation', { name: 'Herkend' });
const result = (page: Page): Locator => page.getByRole('region', { name: 'De tekst zoals die in het project komt' });
const card = (page: Page): Locator => page.getByRole('region', { name: 'Deze plek' });
const toolbar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Op de plek van de leescursor' });
/** Tabs on, as a user without a mouse does, until this has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

test('a hearing is put right by keyboard alone: doubts, import changes, turns and speakers', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await introduce(page);
  await newProject(page, 'Brug');
  await chooseDocument(running, written(workbenches.folders.root));
  await expect(found(page).getByRole('button', { name: 'Beurten 10' })).toBeVisible();

  // The doubts, one after the other: who is named once is a speaker all the same
  await expect(found(page).getByRole('button', { name: /^Spreker met één beurt 2$/ })).toBeVisible();
  await page.keyboard.press('n');
  await expect(card(page)).toContainText('1 van 2');
  await expect(toolbar(page).getByRole('button', { name: 'Wie spreekt hier: Vera Blom' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(toolbar(page).getByRole('button', { name: 'Wie spreekt hier: Kees Los' })).toBeVisible();
  await page.keyboard.press('v');
  await expect(card(page)).toContainText('1 van 1');
  await page.keyboard.press('v');
  await expect(card(page)).toHaveCount(0);
  await expect(found(page).getByRole('button', { name: /^Spreker met één beurt 0$/ })).toBeDisabled();

  // A header is put back, singly; then the whole rule, and out again
  await tabTo(page, found(page).getByRole('button', { name: /^Kop- en voetregels weg 3$/ }));
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('1 van 3');
  await page.keyboard.press('Delete');
  await expect(result(page)).toContainText('nog lang geen Avond over de bakfiets 1 van 3');
  await expect(found(page).getByRole('button', { name: /^Kop- en voetregels weg 2 van 3$/ })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('Shift+Delete');
  await expect(found(page).getByRole('button', { name: /^Kop- en voetregels weg 0 van 3$/ })).toBeVisible();
  await expect(result(page)).toContainText('Avond over de bakfiets 3 van 3');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(found(page).getByRole('button', { name: /^Kop- en voetregels weg 3$/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(result(page)).toContainText('nog lang geen Avond over de bakfiets 1 van 3');

  // A turn is split at a sentence, by the reading cursor, and joined again
  await tabTo(page, result(page));
  await page.keyboard.press('Home');
  await expect(toolbar(page).getByRole('button', { name: 'Soort alinea: kop' })).toBeVisible();
  for (let block = 0; block < 6; block += 1) await page.keyboard.press('ArrowDown');
  await expect(result(page).getByRole('button', { name: /Hij zei niets/ })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(found(page).getByRole('button', { name: 'Beurten 11' })).toBeVisible();
  await expect(result(page).getByRole('button', { name: /Niemand zegt ooit/ })).toBeFocused();
  await page.keyboard.press('4');
  await expect(toolbar(page).getByRole('button', { name: 'Soort beurt: opmerking' })).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(found(page).getByRole('button', { name: 'Beurten 10' })).toBeVisible();
  await expect(toolbar(page).getByRole('button', { name: 'Soort beurt: antwoord' })).toBeVisible();

  // Another speaker for a turn, and a new one
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: 'Nieuwe spreker …' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('De brugwachter');
  await page.keyboard.press('Enter');
  await expect(toolbar(page).getByRole('button', { name: 'Wie spreekt hier: De brugwachter' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(toolbar(page).getByRole('button', { name: 'Wie spreekt hier: V. Blom' })).toBeVisible();

  // A speaker is renamed from the text
  await page.keyboard.press('r');
  await expect(page.getByRole('group', { name: 'V. Blom' }).getByLabel('Naam')).toBeFocused();
  await page.keyboard.type('Vera Blom-Smit');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(toolbar(page).getByRole('button', { name: 'Wie spreekt hier: Vera Blom-Smit' })).toBeVisible();

  // Two that are one are merged
  const speaker = (name: string) => page.getByRole('group', { name, exact: true });
  for (const name of ['Vera Blom', 'Vera Blom-Smit']) {
    await speaker(name).getByRole('checkbox', { name: `${name} kiezen om samen te voegen` }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: '2 samenvoegen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Als Vera Blom', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(found(page).getByRole('button', { name: 'Sprekers 4' })).toBeVisible();
  await expect(speaker('Vera Blom')).toContainText('3 beurten');

  // One that is two is split
  await speaker('Vera Blom').getByRole('button', { name: 'Beurten van Vera Blom aan een ander geven' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Vera Blom splitsen' });
  await page.keyboard.type('Een vader');
  await dialog.getByRole('checkbox', { name: /Met een kind erin net/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(found(page).getByRole('button', { name: 'Sprekers 5' })).toBeVisible();
  await expect(speaker('Een vader')).toContainText('1 beurt');

  // Somebody who is no speaker
  await speaker('Kees Los').getByRole('button', { name: 'Kees Los is geen spreker' }).focus();
  await page.keyboard.press('Enter');
  await expect(result(page)).toContainText('Kees Los: Dat vind ik ook, als voetganger.');
  await page.keyboard.press('Control+z');
  await expect(found(page).getByRole('button', { name: 'Sprekers 5' })).toBeVisible();

  // The keys are told, and it is taken in as it was put right
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toContainText('Beurt hier splitsen');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Opnemen in het project' }).focus();
  await page.keyboard.press('Enter');
  await expect(testimony(page)).toContainText('nog lang geen Avond over de bakfiets 1 van 3');
  await expect(page.getByRole('button', { name: /^Een vader, / })).toBeVisible();
  expect(running.troubles).toEqual([]);
});

test('a document is read as another kind, with its corrections gone and brought back', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await introduce(page);
  await newProject(page, 'Brug');
  await chooseDocument(running, written(workbenches.folders.root));
  await page.getByRole('button', { name: 'Beurten 10' }).click();
  await page.keyboard.press('1');
  await expect(page.getByText('1 correctie', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'verslag van een hoorzitting herkend' }).click();
  await expect(page.getByRole('menuitem', { name: 'Tekst zonder opbouw' })).toContainText('Uw correctie vervalt; ongedaan maken brengt ze terug');
  await page.getByRole('menuitem', { name: 'Tekst zonder opbouw' }).click();
  await expect(found(page).getByRole('button', { name: 'Beurten 0' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(found(page).getByRole('button', { name: 'Beurten 10' })).toBeVisible();
  await expect(toolbar(page).getByRole('button', { name: 'Soort beurt: betoog' })).toBeVisible();
  expect(running.troubles).toEqual([]);
});

test('a coded document is reviewed again and imported anew: codings stay with their passages, and all is undone', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await introduce(page);
  await newProject(page, 'Brug');
  await chooseDocument(running, written(workbenches.folders.root));
  await accept(page);
  await selectPassage(page, 'Hoe krap is het?');
  await page.keyboard.press('1');
  await selectPassage(page, 'Goedenavond.');
  await page.keyboard.press('2');
  await expect(status(page)).toContainText('2 van 2 coderingen geverifieerd');

  // Again: a header is put back, before one of the codings
  await menuOf(page, 'Opnieuw nakijken');
  await expect(page.getByText('Het project is nog zoals het was')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Wat er in het project verandert' })).toContainText('2 coderingen: 2 blijven staan');
  await found(page).getByRole('button', { name: /^Kop- en voetregels weg 3$/ }).click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('region', { name: 'Wat er in het project verandert' })).toContainText('1 blijven staan, 1 verplaatst');
  await page.getByRole('button', { name: 'Bewaren in het project' }).click();
  await expect(testimony(page)).toContainText('nog lang geen Avond over de bakfiets 1 van 3');
  await expect(page.getByRole('region', { name: 'Berichten' })).toContainText('2 van 2 coderingen geverifieerd; 1 verplaatst');
  await expect(status(page)).toContainText('2 van 2 coderingen geverifieerd');

  // One change, undone and redone
  await page.keyboard.press('Control+z');
  await expect(testimony(page)).not.toContainText('Avond over de bakfiets 1 van 3');
  await expect(status(page)).toContainText('2 van 2 coderingen geverifieerd');
  await page.keyboard.press('Control+Shift+z');
  await expect(testimony(page)).toContainText('Avond over de bakfiets 1 van 3');

  // It is still listed as taken back, and can be done again
  await menuOf(page, 'Opnieuw nakijken');
  await expect(found(page).getByRole('button', { name: /^Kop- en voetregels weg 2 van 3$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Annuleren' }).click();

  // Anew: the same file, and what was taken back is so again
  await menuOf(page, 'Opnieuw inlezen');
  await expect(page.getByRole('region', { name: 'Wat er in het project verandert' })).toContainText('2 coderingen: 2 blijven staan');
  await expect(found(page).getByRole('button', { name: /^Kop- en voetregels weg 2 van 3$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Bewaren in het project' }).click();
  await expect(testimony(page)).toContainText('Avond over de bakfiets 1 van 3');
  await expect(status(page)).toContainText('2 van 2 coderingen geverifieerd');
  expect(running.troubles).toEqual([]);
});

async function menuOf(page: Page, item: string): Promise<void> {
  await page.getByRole('region', { name: /^Documenten/ }).locator('.row-menu').first().click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('button', { name: 'Bewaren in het project' })).toBeVisible({ timeout: 60_000 });
}
