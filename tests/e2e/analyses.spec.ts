import { unzipSync } from 'fflate';
import papaparse from 'papaparse';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { openSample } from './screens.ts';
import { introduce, saved, status, testimony, theme, topWords, view } from './steps.ts';
import { expect, test, type Workbenches } from './workbench.ts';
import { sayIn } from './words.ts';

test('a figure leads to its passages, from the table and from the picture, and one comes back to it', async ({ workbenches }) => {
  const { page, troubles } = await analysisOf(workbenches);
  const first = page.locator('.results tbody tr').first();
  const [name = '', codings = ''] = await first.locator('th, td').allTextContents();
  await first.getByRole('button').click();
  const chosen = page.locator('.passages-chosen');
  await expect(chosen).toContainText(`Alleen wat achter ${name} zit.`);
  await expect(page.locator('.passages-counts')).toContainText(`${codings} coderingen`);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(first.getByRole('button')).toBeFocused();

  await open(page, 'Thema × spreker');
  const cell = page.locator('.picture [data-row]').nth(2);
  const row = Number(await cell.getAttribute('data-row'));
  const [code = '', speaker = '', count = ''] = await page.locator('.results tbody tr').nth(row).locator('th, td').allTextContents();
  await cell.click();
  await expect(chosen).toContainText(`Alleen wat achter ${code} · ${speaker} zit.`);
  await expect(page.locator('.passages-counts')).toContainText(count === '1' ? '1 codering' : `${count} coderingen`);
  // From a passage in its text the list comes first, and then the figures.
  await page.locator('.passage-quote').first().click();
  await page.keyboard.press('Enter');
  await expect(testimony(page)).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('.passage-quote').first()).toBeFocused();
  await expect(chosen).toBeVisible();
  await status(page).getByRole('button', { name: 'Terug naar de analyse' }).click();
  await expect(page.getByRole('heading', { name: 'Thema × spreker' })).toBeVisible();
  await view(page, 'Passages').click();
  await expect(chosen).toHaveCount(0);
  expect(troubles).toEqual([]);
});

test('what leaves is what is shown: its options, its order and its filter', async ({ workbenches }) => {
  const running = await analysisOf(workbenches);
  const { page } = running;
  await choose(page, 'Per', 'per thema en spreker');
  await page.getByText('Gespreksleiders meetellen').click();
  await page.getByRole('button', { name: 'Woorden aantal' }).click();
  await page.getByRole('textbox', { name: 'Zoek in de rijen' }).fill('mantelzorg');
  await found(page);
  const shown = (await page.locator('.results tbody tr').allTextContents()).length;
  const leave = (what: string) => running.save(async () => {
    await page.getByRole('button', { name: 'Exporteren', exact: true }).click();
    await page.getByRole('menuitem', { name: what }).click();
  });

  const csv = await leave('Tabel als CSV');
  expect(csv.name).toMatch(/ themafrequenties\.zip$/);
  const files = unzipSync(csv.bytes);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const rows = papaparse.parse<Record<string, string>>(text('theme-frequencies.csv'), { header: true, skipEmptyLines: true }).data;
  expect(rows).toHaveLength(shown);
  expect(rows.some((row) => row['by'] === 'Commissie')).toBe(true);
  const words = rows.map((row) => Number(row['words']));
  expect(words).toEqual(words.toSorted((a, b) => b - a));
  for (const line of ['Per: per thema en spreker', 'Gespreksleiders meetellen: ja', 'Alleen rijen met “mantelzorg”', 'Gesorteerd op Woorden, aflopend.']) expect(text('README.txt')).toContain(line);

  const xlsx = await leave('Tabel als rekenblad');
  expect(Object.keys(unzipSync(xlsx.bytes))).toContain('xl/worksheets/sheet1.xml');
  const svg = new TextDecoder().decode((await leave('Beeld als SVG')).bytes);
  expect(svg).toContain('Gespreksleiders meetellen: ja.');
  expect(svg).not.toMatch(/var\(|<style/);
  const png = await leave('Beeld als PNG');
  expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(png.bytes.length).toBeGreaterThan(5000);
  expect(running.troubles).toEqual([]);
});

test('a table is copied as text and a picture as a picture', async ({ workbenches }) => {
  const { page } = await analysisOf(workbenches, 'browser');
  const copy = async (what: string) => {
    await page.getByRole('button', { name: 'Kopieer', exact: true }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  await copy('Kopieer de tabel');
  await expect(page.getByText('Tabel gekopieerd')).toBeVisible();
  const [head = '', first = ''] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(head.split('\t').slice(0, 3)).toEqual(['Thema', 'Coderingen', 'Passages']);
  expect(first.split('\t')).toHaveLength(head.split('\t').length);
  await copy('Kopieer het beeld');
  await expect(page.getByText('Beeld gekopieerd')).toBeVisible();
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(kinds.some((kind) => kind === 'image/png' || kind === 'text/html')).toBe(true);
});

test('a query is answered while it is put together', async ({ workbenches }) => {
  const { page, troubles } = await analysisOf(workbenches);
  await open(page, 'Zoekvraag');
  const hits = async () => {
    await found(page);
    return Number(/^(\d+) gevonden van 35 coderingen/.exec(await page.locator('.analysis-bar output').textContent() ?? '')?.[1] ?? Number.NaN);
  };
  expect(await hits()).toBe(35);
  const add = page.getByRole('button', { name: 'Voorwaarde erbij' }).last();
  await add.click();
  await expect.poll(hits).toBe(8);
  await page.getByText('niet', { exact: true }).click();
  await expect.poll(hits).toBe(27);
  await add.click();
  await choose(page, 'Waarover', 'memo', 1);
  await expect.poll(hits).toBeLessThan(27);
  const withMemo = await hits();
  await choose(page, 'Wanneer telt een codering', 'iets hieronder klopt');
  await expect.poll(hits).toBeGreaterThan(27);
  expect(withMemo).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Toon in Passages' }).click();
  await expect(page.locator('.passages-chosen')).toBeVisible();
  expect(troubles).toEqual([]);
});

test('a query that was saved is there after a restart, with its change, and opens as it was saved', async ({ workbenches }) => {
  const running = await analysisOf(workbenches);
  const { page } = running;
  await open(page, 'Zoekvraag');
  await page.getByRole('button', { name: 'Voorwaarde erbij' }).last().click();
  await keepQuery(page, 'Eerste thema');
  const row = (at: Page) => at.locator('.saved-query');
  await expect(row(page)).toHaveText(/Eerste thema8/);
  await page.getByText('niet', { exact: true }).click();
  await page.getByRole('button', { name: 'Bewaar de wijziging in Eerste thema' }).click();
  await expect(row(page)).toHaveText(/Eerste thema27/);
  await saved(page);
  await running.close();

  const { page: again } = await workbenches.launch();
  await again.getByRole('button', { name: /Voorbeeld/ }).first().click();
  await view(again, 'Analyse').click();
  await again.getByRole('navigation', { name: 'Analyses' }).getByRole('button', { name: 'Zoekvraag', exact: true }).click();
  await expect(row(again)).toHaveText(/Eerste thema27/);
  await row(again).getByRole('button').first().click();
  await expect(again.locator('.analysis-bar output')).toHaveText(/^27 gevonden van 35/);
});

test('a saved query says which theme of it is gone and what that does, and lives again when that is undone', async ({ workbenches }) => {
  const { page, troubles } = await analysisOf(workbenches);
  await open(page, 'Zoekvraag');
  await page.getByRole('button', { name: 'Voorwaarde erbij' }).last().click();
  await keepQuery(page, 'Late diagnose');
  const row = page.locator('.saved-query');
  await expect(row).toHaveText(/Late diagnose8/);

  await view(page, 'Lezen').click();
  await theme(page, 'diagnosevertraging').click();
  await page.keyboard.press('Delete');
  await expect(theme(page, 'diagnosevertraging')).toHaveCount(0);
  await view(page, 'Analyse').click();
  await expect(row).toHaveText(/Late diagnose0/);
  await expect(row).toContainText('Deze zoekvraag noemt het thema “diagnosevertraging”, dat er niet meer is.');
  const note = page.locator('.query-gone');
  await expect(note).toHaveText('Deze voorwaarde noemt het thema “diagnosevertraging”, dat er niet meer is; geen enkele codering voldoet eraan. Ctrl Z haalt dat terug. Of kies iets anders, of haal de voorwaarde weg.');
  const hits = page.locator('.analysis-bar output');
  await expect(hits).toHaveText(/^0 gevonden van 27/);
  await expectAccessible(page, 'a query that names what is gone');
  await page.getByText('niet', { exact: true }).click();
  await expect(note).toContainText('door “niet” voldoet elke codering eraan');
  await expect(hits).toHaveText(/^27 gevonden van 27/);
  await page.getByRole('button', { name: 'Terug naar zoals bewaard' }).click();

  await page.keyboard.press('Control+z');
  await expect(note).toHaveCount(0);
  await expect(row).toHaveText(/Late diagnose8/);
  await expect(row).not.toContainText('noemt');
  await expect(hits).toHaveText(/^8 gevonden van 35/);
  expect(troubles).toEqual([]);
});

test('the keyboard goes on where one is: at the query that was named, else where naming began, and behind a condition that was removed', async ({ workbenches }) => {
  const { page } = await analysisOf(workbenches);
  await open(page, 'Zoekvraag');
  const add = page.getByRole('button', { name: 'Voorwaarde erbij' }).last();
  await add.click();
  await page.getByRole('button', { name: 'Bewaar deze zoekvraag' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Bewaar deze zoekvraag' })).toBeFocused();
  await keepQuery(page, 'Eerste thema');
  await expect(page.locator('.saved-name', { hasText: 'Eerste thema' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Andere naam' }).click();
  await page.keyboard.type('Late diagnose');
  await page.keyboard.press('Enter');
  await expect(page.locator('.saved-name', { hasText: 'Late diagnose' })).toBeFocused();
  await page.getByRole('button', { name: 'Voorwaarde weghalen' }).press('Enter');
  await expect(add).toBeFocused();
});

test('a word leads to its sentences, and a sentence to its place in the text and back', async ({ workbenches }) => {
  const { page } = await analysisOf(workbenches);
  await view(page, 'Lezen').click();
  await testimony(page).locator('p').nth(20).evaluate((one) => one.scrollIntoView({ block: 'start' }));
  // The page writes its place down once it holds still.
  await page.waitForTimeout(400);
  const before = await topWords(page);
  await view(page, 'Analyse').click();
  await open(page, 'Woorden');
  const word = page.locator('.results tbody tr').nth(3);
  const [name = '', , times = ''] = await word.locator('th, td').allTextContents();
  await word.getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'Woord in zijn zin' })).toBeVisible();
  await expect(page.getByLabel('Woord', { exact: true })).toHaveValue(name);
  await expect(page.locator('.results tbody tr')).toHaveCount(Number(times));
  await page.locator('.results tbody tr button').first().click();
  await expect(testimony(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString().toLowerCase() ?? '')).toContain(name);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Woord in zijn zin' })).toBeVisible();
  // Who reads on reads where they were, and not at the sentence that they looked at.
  await view(page, 'Lezen').click();
  await expect.poll(() => topWords(page)).toBe(before);
});

async function analysisOf(workbenches: Workbenches, host?: string) {
  const running = await workbenches.launch({}, host);
  await introduce(running.page);
  await openSample(running.page, sayIn('nl'));
  await view(running.page, 'Analyse').click();
  await found(running.page);
  return running;
}

/** Keeps the query on the screen under a name. */
async function keepQuery(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Bewaar deze zoekvraag' }).click();
  await page.getByRole('textbox', { name: 'Naam van de zoekvraag' }).fill(name);
  await page.keyboard.press('Enter');
}

async function found(page: Page): Promise<void> {
  await expect(page.locator('.results')).toBeVisible();
  await expect(page.locator('.analysis-found')).toHaveAttribute('aria-busy', 'false');
}

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Analyses' }).getByRole('button', { name, exact: true }).click();
  await found(page);
}

async function choose(page: Page, label: string, option: string, at = 0): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`(^|\\s)${label}(\\s|$)`) }).nth(at).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
