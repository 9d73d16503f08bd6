import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openSample } from './screens.ts';
import { accept, atRest, chooseDocument, expectCount, introduce, saved, status, testimony, theme, topWords, view } from './steps.ts';
import { expect, test, type Workbenches } from './workbench.ts';
import { sayIn } from './words.ts';

test('passages stand beside the text, show their place there, and lead back to where one read', async ({ workbenches }) => {
  const { page, troubles } = await sampleOpen(workbenches);
  // Well inside a paragraph: the page puts lines back where they were, not pixels.
  for (const beyond of [0, 60]) {
    await testimony(page).locator('p').nth(20).evaluate((one, down) => {
      one.scrollIntoView({ block: 'start' });
      document.querySelector('.reading-stage')?.scrollBy(0, down);
    }, beyond);
    await atRest(page);
  }
  const before = await topWords(page);
  await page.keyboard.press('Alt+2');
  await expect(row(page)).toBeFocused();
  await expect(testimony(page)).toBeVisible();
  await expect.poll(() => topWords(page)).toBe(before);

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const shown = await row(page).textContent() ?? '';
  await expect(page.locator('.coded.focused').first()).toBeInViewport();
  await expect.poll(() => topWords(page)).not.toBe(before);
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(testimony(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page)).toBeFocused();
  await expect(row(page)).toHaveText(shown);

  await page.keyboard.press('Escape');
  await expect(page.locator('.passages')).toHaveCount(0);
  await expect(testimony(page)).toBeFocused();
  await expect.poll(() => topWords(page)).toBe(before);

  // What is searched for is an excursion too, and one search from another.
  const find = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.getByRole('menuitem').filter({ hasText: words }).first().click();
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString() ?? '')).toBe(words);
    await page.waitForTimeout(400);
  };
  await find('de vloer bewoog');
  const found = await topWords(page);
  expect(found).not.toBe(before);
  await find('Een kapster die zes uur');
  expect(await topWords(page)).not.toBe(found);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => topWords(page)).toBe(found);
  await status(page).getByRole('button', { name: 'Terug naar waar u las' }).click();
  await expect.poll(() => topWords(page)).toBe(before);
  await expect(status(page).getByRole('button', { name: 'Terug naar waar u las' })).toHaveCount(0);

  // Alone where there is no room, and over the whole width when asked; its place in the text is one Enter away, and back.
  await page.setViewportSize({ width: 1000, height: 800 });
  await atRest(page);
  const inNarrow = await topWords(page);
  await page.keyboard.press('Alt+2');
  await expect(row(page)).toBeFocused();
  await expect(testimony(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(testimony(page)).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row(page)).toHaveText(shown);
  await view(page, 'Lezen').click();
  await expect.poll(() => topWords(page)).toBe(inNarrow);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Alt+2');
  await expect(testimony(page)).toBeVisible();
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('w');
  await expect(testimony(page)).toHaveCount(0);

  // On paper: the list alone, with all of its rows.
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.passage')).toHaveCount(35);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('w');
  await expect(page.locator('.passages')).toBeVisible();
  for (const part of ['.stage', '.bar', '.foot', '.side.left', '.passages-toolbar']) await expect(page.locator(part)).toBeHidden();
  expect(troubles).toEqual([]);
});

test('chosen passages go to another theme or a new one, a passage is split and noted, and each is one step', async ({ workbenches }) => {
  const { page, troubles } = await sampleOpen(workbenches);
  await theme(page, 'diagnosevertraging').click();
  await page.keyboard.press('Alt+2');
  await expect(page.locator('.passages-counts')).toContainText('8 coderingen');
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 passages gekozen').last()).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('mante');
  await page.keyboard.press('Enter');
  await expectCount(page, 'mantelzorg', 13);
  await expectCount(page, 'diagnosevertraging', 6);
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expectCount(page, 'diagnosevertraging', 8);

  await page.locator('.passage-quote').nth(1).click({ modifiers: ['Control'] });
  await page.locator('.passage-quote').nth(2).click({ modifiers: ['Control'] });
  await page.keyboard.press('Shift+T');
  const dialog = page.getByRole('dialog', { name: 'diagnosevertraging splitsen' });
  await dialog.getByLabel('Naam van het thema').fill('geen naam ervoor');
  await page.keyboard.press('Enter');
  await expectCount(page, 'geen naam ervoor', 2);
  await expect(theme(page, 'geen naam ervoor')).toHaveAttribute('aria-level', '2');
  await expect(status(page)).toContainText('thema geen naam ervoor afgesplitst van diagnosevertraging, met 2 coderingen');
  await page.keyboard.press('Control+z');
  await expect(theme(page, 'geen naam ervoor')).toHaveCount(0);
  await expectCount(page, 'diagnosevertraging', 8);

  await expect(row(page)).toBeFocused();
  await page.keyboard.press('m');
  await page.keyboard.type('Navragen bij de vereniging.');
  await page.keyboard.press('Escape');
  await expect(row(page)).toBeFocused();
  await expect(page.locator('.passage-memo', { hasText: 'Navragen bij de vereniging.' })).toBeVisible();
  await page.keyboard.press('x');
  const slider = page.getByRole('slider', { name: 'Plaats van de knip' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^tussen “.+” en “.+”$/);
  await page.keyboard.press('Enter');
  await expectCount(page, 'diagnosevertraging', 9);
  await page.keyboard.press('Control+z');
  await expectCount(page, 'diagnosevertraging', 8);

  // The same memo on two, below what stands there; then the two are joined, with the words between them.
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: 'Memo bij 2 passages' }).getByRole('textbox').fill('Samen lezen.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.passage-memo', { hasText: 'Samen lezen.' })).toHaveCount(2);
  await expect(page.locator('.passage-memo', { hasText: 'Navragen bij de vereniging.' })).toHaveCount(1);
  await expect(status(page)).toContainText('memo bij 2 passages');
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('v');
  await expect(page.getByText('Kies twee of meer coderingen om samen te voegen.')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('v');
  await expectCount(page, 'diagnosevertraging', 7);
  await expect(status(page)).toContainText(/2 coderingen diagnosevertraging samengevoegd, met \d+ woorden ertussen/);
  await expect(page.getByText(/^Samengevoegd tot één passage; de \d+ woorden ertussen horen er nu ook bij\./)).toBeVisible();
  await expect(row(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expectCount(page, 'diagnosevertraging', 8);

  // In the text the chosen passage takes in the next one of its theme.
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(testimony(page)).toBeFocused();
  await page.keyboard.press('v');
  await expectCount(page, 'diagnosevertraging', 7);
  await page.keyboard.press('Control+z');
  await expectCount(page, 'diagnosevertraging', 8);
  await page.keyboard.press('Escape');
  await expect(row(page)).toBeFocused();

  // Several themes together, sorted and sought in
  await page.getByRole('button', { name: /Thema’s$/ }).click();
  await page.getByRole('option', { name: /mantelzorg/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'diagnosevertraging, mantelzorg' })).toBeVisible();
  await expect(page.locator('.passages-counts')).toContainText('19 coderingen');
  await page.getByRole('textbox', { name: 'Zoek in citaat, spreker en memo' }).fill('navragen');
  await expect(page.locator('.passages-counts')).toContainText('1 van 19 coderingen');
  await saved(page);
  expect(troubles).toEqual([]);
});

test('what is being typed is kept by Escape, a reload, a closed project, and a name that can’t be kept is told', async ({ workbenches }) => {
  const { page, troubles } = await sampleOpen(workbenches);
  const editor = page.getByRole('dialog', { name: /^Thema .* wijzigen$/ });
  const edit = async (name: string) => {
    await theme(page, name).click();
    await page.keyboard.press('F2');
    await expect(editor).toBeVisible();
  };
  await edit('mantelzorg');
  await editor.getByLabel('Wanneer wel').fill('Als een naaste vertelt.');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await edit('mantelzorg');
  await expect(editor.getByLabel('Wanneer wel')).toHaveValue('Als een naaste vertelt.');
  // The name of another theme stays where it is; what else was typed is kept.
  await editor.getByLabel('Naam').fill('UWV-keuring');
  await editor.getByLabel('Wanneer wel').fill('Als een naaste het zelf vertelt.');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^De naam blijft mantelzorg\. Op die plaats is al een thema met de naam UWV-keuring\./)).toBeVisible();
  await edit('mantelzorg');
  await expect(editor.getByLabel('Wanneer wel')).toHaveValue('Als een naaste het zelf vertelt.');
  await editor.getByLabel('Naam').fill('');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^De naam blijft mantelzorg\. Geef een naam/)).toBeVisible();
  await expect(theme(page, 'mantelzorg')).toBeVisible();

  const speaker = page.getByRole('region', { name: /^Sprekers \d/ }).getByRole('button', { name: /^Mantelzorger,/ });
  await speaker.click();
  await page.getByLabel('Organisatie').fill('Stichting De Oever');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Organisatie')).toHaveCount(0);
  await speaker.click();
  await expect(page.getByLabel('Organisatie')).toHaveValue('Stichting De Oever');
  await page.keyboard.press('Escape');

  // A reload right behind the last letter
  const memo = page.locator('.inspector .memo-field textarea');
  const open = async () => {
    await page.getByRole('button', { name: /^Voorbeeld(?! van het thema)/ }).first().click();
    await expect(testimony(page)).toBeVisible();
  };
  const toFirst = async () => {
    await testimony(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('n');
    await expect(page.locator('.coded.focused').first()).toBeVisible();
  };
  await toFirst();
  await memo.fill('Tot de laatste letter.');
  await page.reload();
  await open();
  await toFirst();
  await expect(memo).toHaveValue('Tot de laatste letter.');
  await edit('UWV-keuring');
  await editor.getByLabel('Definitie').fill('Tot de laatste letter, hier ook.');
  await page.reload();
  await open();
  await edit('UWV-keuring');
  await expect(editor.getByLabel('Definitie')).toHaveValue('Tot de laatste letter, hier ook.');
  await page.keyboard.press('Escape');
  await saved(page);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hoorwerk.last-moment')))).toEqual([]);

  // The project is closed in the middle of a word
  await toFirst();
  await expect(memo).toHaveValue('Tot de laatste letter.');
  await memo.fill('En bij het sluiten.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sluit het project');
  await page.keyboard.press('Enter');
  await open();
  // The coding is still the chosen one.
  await expect(memo).toHaveValue('En bij het sluiten.');
  expect(troubles).toEqual([]);
});

test('the codebook counts in the document that is open and in all', async ({ workbenches }) => {
  const running = await sampleOpen(workbenches);
  const { page } = running;
  await expect(theme(page, 'mantelzorg')).toHaveAccessibleName(/, 11 coderingen, toets 3$/);
  const other = path.join(workbenches.folders.root, 'brief.txt');
  writeFileSync(other, 'Aan de gemeente\n\nDe lift in de flat is stuk. Mijn buurvrouw haalt mijn boodschappen.\n');
  await chooseDocument(running, other);
  await accept(page);
  await expect(theme(page, 'mantelzorg')).toHaveAccessibleName(/, 11 coderingen, 0 in dit document, toets 3$/);
  await page.getByRole('region', { name: /^Documenten/ }).getByRole('button', { name: /^Hoorzitting/ }).click();
  await expect(theme(page, 'mantelzorg')).toHaveAccessibleName(/, 11 coderingen, 11 in dit document, toets 3$/);
});

/** The row of the list that the keyboard is at. */
const row = (page: Page) => page.locator('.passage-quote[tabindex="0"]');

async function sampleOpen(workbenches: Workbenches) {
  const running = await workbenches.launch();
  await introduce(running.page);
  await openSample(running.page, sayIn('nl'));
  return running;
}
