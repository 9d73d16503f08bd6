import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, stillScreen } from './axe.ts';
import { codedPassage } from './begun.ts';
import { expectCount, beginWith, sampleReport, saved, selectPassage, status, theme } from './steps.ts';
import { expect, test } from './workbench.ts';

const first = codedPassage;
const second = 'Mijn man was dakdekker.';
const third = 'Ik zie de partner op het spreekuur met slaapproblemen, met rugklachten, met een kort lontje.';

/** The journal's file of the only project in a data folder. */
function journalIn(data: string): string {
  const [project = ''] = readdirSync(path.join(data, 'projects'));
  return path.join(data, 'projects', project, 'journal.ndjson');
}

test('a profile that was deleted costs nothing: all of the work comes back from the data folder, and axe finds nothing where that is asked', async ({ workbenches }) => {
  await workbenches.begin();
  rmSync(workbenches.folders.profile, { recursive: true });

  const running = await workbenches.launch();
  const { page } = running;
  await stillScreen(page);
  await expect(page.getByRole('button', { name: 'Zet alles terug' })).toBeVisible();
  await expectAccessible(page, 'recovery');
  await enter(page);
  await expectCount(page, 'diagnosevertraging', 1);
  await expect(status(page)).toContainText('1 van 1 codering geverifieerd');
  // The history came back too: the coding can still be undone.
  await page.keyboard.press('Control+z');
  await expectCount(page, 'diagnosevertraging', 0);
  expect(running.troubles).toEqual([]);
});

test('a last line of the journal that was cut is made good from the store, and what was cut is set aside', async ({ workbenches }) => {
  let running = await workbenches.launch();
  await beginWith(running, sampleReport);
  await selectPassage(running.page, first);
  await running.page.keyboard.press('1');
  await selectPassage(running.page, second);
  await running.page.keyboard.press('3');
  await expectCount(running.page, 'mantelzorg', 1);
  await saved(running.page);
  await running.close();
  const journal = journalIn(workbenches.folders.data);
  const whole = readFileSync(journal);
  truncateSync(journal, whole.length - 40);

  running = await workbenches.launch();
  await running.page.getByRole('button', { name: /^Proef/ }).click();
  await expectCount(running.page, 'mantelzorg', 1);
  await expect(status(running.page)).toContainText('2 van 2 coderingen geverifieerd');
  await saved(running.page);
  await expect.poll(() => readFileSync(journal).equals(whole)).toBe(true);
  expect(readdirSync(path.dirname(journal)).filter((name) => name.includes('damaged'))).toHaveLength(1);
});

test('a journal with a line that is not its own is read up to there, and the store makes it good', async ({ workbenches }) => {
  await workbenches.begin();
  const journal = journalIn(workbenches.folders.data);
  appendFileSync(journal, '{"seq": 99, "made by": "something else"}\n');

  const running = await workbenches.launch();
  await running.page.getByRole('button', { name: /^Proef/ }).click();
  await expectCount(running.page, 'diagnosevertraging', 1);
  await selectPassage(running.page, second);
  await running.page.keyboard.press('3');
  await saved(running.page);
  expect(readFileSync(journal, 'utf8')).not.toContain('something else');
});

test('a journal damaged in the middle, with the profile gone, comes back from snapshot and journal, and the screen says so', async ({ workbenches }) => {
  const { data } = workbenches.folders;
  // At its close a snapshot was made of these three steps.
  await workbenches.begin();
  let running = await workbenches.launch();
  await running.page.getByRole('button', { name: /^Proef/ }).click();
  await selectPassage(running.page, second);
  await running.page.keyboard.press('3');
  await saved(running.page);
  await running.close();
  const journal = journalIn(data);
  const whole = readFileSync(journal);
  const lines = whole.toString().split('\n');
  lines[3] = (lines[3] ?? '').replace('"seq"', '"sep"');
  writeFileSync(journal, lines.join('\n'));
  const damaged = readFileSync(journal);
  const snapshots = path.join(data, 'snapshots', path.basename(path.dirname(journal)));
  for (const name of readdirSync(snapshots)) if (name.endsWith(' 4.hoorwerk')) rmSync(path.join(snapshots, name));
  rmSync(workbenches.folders.profile, { recursive: true });

  running = await workbenches.launch();
  const { page } = running;
  const found = page.getByRole('article');
  await expect(found).toContainText('2 stappen, 1 document, 0 coderingen');
  await expect(found).toContainText(/Uit momentopnamen .* komt 1 stap terug/);
  await expect(found).toContainText('Uit het logboek komt 1 stap terug die na de beschadiging staat');
  await expect(found).toContainText('tot en met stap 4');
  await expect(found).toContainText('Er ontbreekt dan niets.');
  await enter(page);
  await expectCount(page, 'diagnosevertraging', 1);
  await expectCount(page, 'mantelzorg', 1);
  await expect(status(page)).toContainText('2 van 2 coderingen geverifieerd');
  expect(readFileSync(journal).equals(whole)).toBe(true);
  const kept = readdirSync(path.dirname(journal)).filter((name) => name.startsWith('journal.kept-'));
  expect(kept.map((name) => readFileSync(path.join(path.dirname(journal), name)).equals(damaged))).toEqual([true]);
  expect(running.troubles).toEqual([]);
});

test('what is lost for good is said before the user goes on, and after', async ({ workbenches }) => {
  const { data } = workbenches.folders;
  let running = await workbenches.launch();
  await beginWith(running, sampleReport);
  for (const [passage, key] of [[first, '1'], [second, '3'], [third, '2']] as const) {
    await selectPassage(running.page, passage);
    await running.page.keyboard.press(key);
  }
  await expectCount(running.page, 'UWV-keuring', 1);
  await saved(running.page);
  await running.close();
  const journal = journalIn(data);
  const lines = readFileSync(journal, 'utf8').split('\n');
  lines[4] = (lines[4] ?? '').replace('"seq"', '"sep"');
  writeFileSync(journal, lines.join('\n'));
  rmSync(path.join(data, 'snapshots'), { recursive: true });
  rmSync(workbenches.folders.profile, { recursive: true });

  running = await workbenches.launch();
  const { page } = running;
  await expect(page.getByRole('article')).toContainText(/Er ontbreken dan 2 stappen: wat er na .* is gedaan/);
  await page.getByRole('button', { name: 'Zet alles terug' }).click();
  await expect(page.getByRole('region', { name: 'Berichten' })).toContainText('Van Proef ontbreken 2 stappen');
  await enter(page);
  await expectCount(page, 'diagnosevertraging', 1);
  await expectCount(page, 'mantelzorg', 0);
});

test('a text that the data folder lost is put back from the store; one that nobody has is marked, and the rest opens', async ({ workbenches }) => {
  const { data } = workbenches.folders;
  await workbenches.begin();
  const blobs = path.join(path.dirname(journalIn(data)), 'blobs');
  const before = readdirSync(blobs);
  for (const name of before) truncateSync(path.join(blobs, name), 10);

  let running = await workbenches.launch();
  await running.page.getByRole('button', { name: /^Proef/ }).click();
  await expect(status(running.page)).toContainText('1 van 1 codering geverifieerd');
  await expect.poll(() => before.every((name) => statSync(path.join(blobs, name)).size > 10)).toBe(true);
  await running.close();

  rmSync(blobs, { recursive: true });
  rmSync(path.join(data, 'snapshots'), { recursive: true });
  rmSync(workbenches.folders.profile, { recursive: true });
  running = await workbenches.launch();
  const { page } = running;
  await enter(page);
  await expect(page.getByRole('button', { name: /, tekst ontbreekt$/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('De tekst van dit document ontbreekt');
  await expect(page.getByRole('main').getByRole('blockquote')).toContainText(first);
  await expectCount(page, 'diagnosevertraging', 1);
  await expectAccessible(page, 'a document whose text was lost');
});

test('work begun in one host goes on in the other', async ({ workbenches }, info) => {
  const other = info.project.name === 'browser' ? 'electron-stand-in' : 'browser';
  const profile = path.join(workbenches.folders.root, 'other-profile');
  await workbenches.begin();

  let running = await workbenches.launch({ profile }, other);
  await enter(running.page);
  await expectCount(running.page, 'diagnosevertraging', 1);
  await selectPassage(running.page, third);
  await running.page.keyboard.press('3');
  await expectCount(running.page, 'mantelzorg', 1);
  await saved(running.page);
  await running.close();

  running = await workbenches.launch();
  await running.page.getByRole('button', { name: /^Proef/ }).click();
  await expectCount(running.page, 'mantelzorg', 1);
  await expect(status(running.page)).toContainText('2 van 2 coderingen geverifieerd');
  await running.page.keyboard.press('Control+z');
  await expectCount(running.page, 'mantelzorg', 0);
});

test('a second program on the same data folder can read and not write, and says so', async ({ workbenches }) => {
  await workbenches.begin();
  const running = await workbenches.launch();
  await running.page.getByRole('button', { name: /^Proef/ }).click();
  await expectCount(running.page, 'diagnosevertraging', 1);
  await saved(running.page);

  const reader = await workbenches.launch({ profile: path.join(workbenches.folders.root, 'second-profile') }, 'browser');
  await enter(reader.page);
  await expectCount(reader.page, 'diagnosevertraging', 1);
  await expect(status(reader.page)).toContainText('Alleen lezen');
  await selectPassage(reader.page, third);
  await reader.page.keyboard.press('3');
  await expect(reader.page.getByRole('region', { name: 'Berichten' })).toContainText('ander programma');
  await expectCount(reader.page, 'mantelzorg', 0);
});

test('a project whose journal went another way is kept in both versions, and the user chooses', async ({ workbenches }) => {
  const { data } = workbenches.folders;
  let running = await workbenches.launch();
  await beginWith(running, sampleReport);
  await saved(running.page);
  await running.close();
  const journal = journalIn(data);
  const before = readFileSync(journal);

  running = await workbenches.launch();
  await running.page.getByRole('button', { name: /^Proef/ }).click();
  await selectPassage(running.page, first);
  await running.page.keyboard.press('1');
  await saved(running.page);
  await running.close();

  // The data folder is put back from a backup, snapshots too, and another store goes on from there.
  writeFileSync(journal, before);
  rmSync(path.join(data, 'snapshots'), { recursive: true });
  running = await workbenches.launch({ profile: path.join(workbenches.folders.root, 'other-profile') });
  await enter(running.page);
  await selectPassage(running.page, second);
  await running.page.keyboard.press('3');
  await expectCount(running.page, 'mantelzorg', 1);
  await saved(running.page);
  await running.close();

  running = await workbenches.launch();
  const { page } = running;
  await enter(page, 'Ga verder met de gegevensmap');
  await expectCount(page, 'mantelzorg', 1);
  await expectCount(page, 'diagnosevertraging', 0);
  // The other version is there as a project of its own.
  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).click();
  await page.getByRole('menuitem', { name: 'Sluit het project' }).click();
  await expect(page.getByRole('button', { name: /^Proef/ })).toHaveCount(2);
});

/** Opens the project in a store that has not seen it as it is now, through whatever is asked on the way. */
async function enter(page: Page, answer = 'Zet alles terug'): Promise<void> {
  const quick = { timeout: 2000 };
  const wanted = [
    page.getByRole('button', { name: answer }),
    page.getByRole('button', { name: 'Verder' }),
    page.getByRole('button', { name: /^Proef/ }).first(),
  ];
  await expect(async () => {
    if (await page.getByLabel('Naam', { exact: true }).isVisible()) await page.getByLabel('Naam', { exact: true }).fill('Anna de Boer', quick);
    for (const button of wanted) if (await button.isVisible()) await button.click(quick);
    await expect(theme(page, 'diagnosevertraging')).toBeVisible(quick);
  }).toPass({ timeout: 60_000 });
}
