import { expectAccessible, expectAccessibleInForcedColors, stillScreen } from './axe.ts';
import { openSample, parts, stops, walk } from './screens.ts';
import { accept, chooseDocument, introduce, newProject, sampleReport } from './steps.ts';
import { expect, test } from './workbench.ts';
import { sayIn } from './words.ts';

const say = sayIn('nl');

/** One of each kind: the main screens, and what lies over them. */
const inForcedColors = new Set([
  'reading', 'a coding in the inspector', 'quick bar', 'tagging palette', 'theme editor', 'settings', 'command palette', 'passages, grouped by theme',
  'analysis theme-frequencies, its definition unfolded', 'analysis theme-matrix, its definition unfolded', 'history',
]);

test('axe finds nothing at the first start, in an empty project, in its dialogs, in a review and on a start screen with a project', async ({ workbenches }) => {
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
  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
  await page.getByRole('menuitem', { name: 'Sluit het project' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'start with a project');
});

for (const [part, names] of Object.entries(parts)) {
  test(`axe finds nothing in ${part}, also with forced colours, and the console stays clean`, async ({ workbenches }) => {
    const { page, troubles } = await workbenches.launch();
    await stillScreen(page);
    await introduce(page);
    await openSample(page, say);
    await walk(page, say, names, async (name) => {
      await expectAccessible(page, name);
      if (inForcedColors.has(name)) await expectAccessibleInForcedColors(page, name);
      expect.soft(troubles, name).toEqual([]);
    });
    expect(troubles).toEqual([]);
  });
}

test('the states that are looked at with forced colours are on the walk', () => {
  expect(stops.filter(({ name }) => inForcedColors.has(name))).toHaveLength(inForcedColors.size);
});
