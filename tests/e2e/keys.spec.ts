import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { accept, beginWith, chooseDocument, expectCount, sampleReport, saved, testimony, theme } from './steps.ts';
import { expect, test } from './workbench.ts';

const first = 'Op een dinsdagochtend stapte ik uit bed en de vloer bewoog.';

test('keys of the page are told, go by turn, grow and shrink, and act on what one is at', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  await beginWith(running, sampleReport);
  const heard = page.getByRole('status', { name: 'Bij de leescursor' });
  const press = (...keys: string[]) => pressed(page, keys);

  await test.step('the sheet tells them under a heading of their own, and the palette does them', async () => {
    await testimony(page).focus();
    await press('Shift+?');
    const sheet = page.getByRole('dialog', { name: 'Sneltoetsen' });
    await expect(sheet.getByRole('heading', { name: 'Lezen en selecteren' })).toBeVisible();
    await expect(sheet.locator('.keys-row', { hasText: 'Selectie ruimer' })).toContainText('Shift Alt →');
    await press('Escape', 'Control+Home');
    await fromPalette(page, 'selectie ruimer', /^Selectie ruimer/);
    await expect(heard).toHaveText(/^Geselecteerd: Verslag\b/);
    await expect(testimony(page)).toBeFocused();
  });

  await test.step('a turn is selected from its start on, said with its speaker, and one more with Shift', async () => {
    await press('Escape', 'Control+Home');
    for (let turns = 0; turns < 4; turns += 1) {
      if ((await heard.textContent())?.includes(first)) break;
      await press('l');
      await page.waitForTimeout(400);
    }
    await expect(heard).toContainText(`Geselecteerd: ${first}`);
    await expect(heard).toContainText('De Stilstaande Vloer');
    await expect(testimony(page).getByText(first)).toBeInViewport();
    const one = await selectedLength(page);
    await press('Shift+L');
    await expect.poll(() => selectedLength(page)).toBeGreaterThan(one);
    await press('Shift+H', 'h', 'l');
    await expect(heard).toContainText(`Geselecteerd: ${first}`);
  });

  await test.step('a word that grew to its sentence and its paragraph shrinks the way it grew', async () => {
    await press('ArrowLeft', 'j', 'ArrowLeft', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight', 'Shift+Control+ArrowRight');
    const word = await selection(page);
    expect(word.trim()).not.toBe('');
    expect(first.startsWith(word.trim())).toBe(false);
    await press('Shift+Alt+ArrowRight', 'Shift+Alt+ArrowRight', 'Shift+Alt+ArrowLeft', 'Shift+Alt+ArrowLeft');
    expect(await selection(page)).toBe(word);
  });

  await test.step('a theme goes where one is, not on what was tagged before', async () => {
    await press('Escape', 'j', '1');
    await expectCount(page, 'diagnosevertraging', 1);
    await expect(page.locator('.coded.focused').first()).toBeVisible();
    await press(...Array.from({ length: 12 }, () => 'ArrowDown'), '2');
    await expect(page.getByText('Selecteer eerst een stuk tekst; kies daarna een thema.')).toBeVisible();
    await expectCount(page, 'UWV-keuring', 0);
    await press('p');
    await expect(page.locator('.coded.focused').first()).toBeVisible();
    await press('2');
    await expectCount(page, 'UWV-keuring', 1);
    await saved(page);
  });

  await test.step('a coding of one document stays where another one is open', async () => {
    const letter = path.join(workbenches.folders.root, 'brief.txt');
    writeFileSync(letter, 'Geachte commissie,\n\nWij schrijven u over de wachttijden bij het spreekuur.\n');
    await chooseDocument(running, letter);
    await accept(page);
    await fromPalette(page, 'evenwichtsklachten', /evenwichtsklachten/);
    await expect(testimony(page).getByText(first)).toBeAttached();
    await testimony(page).focus();
    await press('Control+Home', 'n');
    await expect(page.locator('.inspector .quote')).toBeVisible();
    await fromPalette(page, 'brief', /^brief/);
    await expect(testimony(page).getByText('Geachte commissie,')).toBeVisible();
    await expect(page.locator('.inspector .quote')).toHaveCount(0);
    await press('Delete');
    await expectCount(page, 'UWV-keuring', 1);
    await expectCount(page, 'diagnosevertraging', 1);
  });

  const choices = page.getByRole('option');
  await test.step('several themes are put and none of them taken off by the Enter that ends it', async () => {
    await testimony(page).focus();
    await press('Control+Home', 'j', 't');
    await page.keyboard.type('mante');
    await expect(choices.first()).toHaveText(/^mantelzorg/);
    await press('Shift+Enter');
    await expectCount(page, 'mantelzorg', 1);
    await expect(page.getByRole('combobox')).toBeFocused();
    await expect(page.locator('[role="option"][data-focused]')).toHaveCount(0);
    await expect(choices.last()).toHaveText(/^mantelzorg.*haalt weg/);
    await press('Enter');
    await expect(choices).toHaveCount(0);
    await expectCount(page, 'mantelzorg', 1);
    // A name within that of a theme which is there already: the new theme, unless one moves to the other.
    await press('k', 't');
    await page.keyboard.type('zorg');
    await expect(choices.first()).toHaveText(/^Nieuw thema “zorg”/);
    await expect(page.getByText('Weghalen: hele naam, of met pijltjes gekozen')).toBeVisible();
    await press('ArrowDown', 'Enter');
    await expectCount(page, 'mantelzorg', 0);
  });

  await test.step('a theme that is not active is refused by its key, told in the codebook and offered by its name', async () => {
    await theme(page, 'mantelzorg').focus();
    await press('F2');
    const key = await theme(page, 'mantelzorg').locator('.key').textContent() ?? '';
    await page.getByText('Aanbieden bij het coderen').click();
    await press('Escape');
    await expect(theme(page, 'mantelzorg')).toHaveAccessibleName(/, niet actief$/);
    await expect(theme(page, 'mantelzorg').getByText('niet actief')).toBeVisible();
    await testimony(page).focus();
    await press('Control+Home', 'j', key);
    await expect(page.getByText(/^Het thema mantelzorg is niet actief/)).toBeVisible();
    await expectCount(page, 'mantelzorg', 0);
    await press('t');
    await page.keyboard.type('mantelzorg');
    await expect(choices.first()).toHaveText(/^mantelzorg.*niet actief: weer actief maken/);
    await press('Enter');
    await expectCount(page, 'mantelzorg', 1);
    await expect(theme(page, 'mantelzorg')).not.toHaveAccessibleName(/niet actief/);
    await press('Control+z');
    await expect(theme(page, 'mantelzorg')).toHaveAccessibleName(/, niet actief$/);
    await expectCount(page, 'mantelzorg', 0);
  });
});

async function pressed(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The same name may stand under documents and words of the text: the first is meant. */
async function fromPalette(page: Page, words: string, name: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Zoeken en opdrachten' }).locator('input').fill(words);
  await page.getByRole('menuitem', { name }).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const selection = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '');
const selectedLength = async (page: Page) => (await selection(page)).length;
