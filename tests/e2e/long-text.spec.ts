import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { longHearing } from './invented-text.ts';
import { chooseDocument, expectCount, introduce, newProject, selectPassage, status, testimony, turnsInReview } from './steps.ts';
import { expect, test } from './workbench.ts';

// The trace keeps every state of the page, and with a page this long that takes longer than the test itself.
test.use({ trace: 'off' });

test('a text of 20 MB opens, is accepted, is read and is tagged', async ({ workbenches }) => {
  const running = await workbenches.launch();
  const { page } = running;
  const file = path.join(workbenches.folders.root, 'twintig-megabyte.txt');
  const { text, turns } = longHearing(20 * 1024 * 1024);
  writeFileSync(file, text);
  await introduce(page);
  await newProject(page, 'Lange adem');
  await chooseDocument(running, file);
  expect(await turnsInReview(page)).toBe(turns);
  await page.getByRole('button', { name: 'Opnemen in het project' }).click();
  await expect(testimony(page)).toBeVisible({ timeout: 90_000 });
  expect(await testimony(page).evaluate((root, words) => root.textContent.includes(words), `In verhaal ${turns * 4} ging het zo.`)).toBe(true);
  await selectPassage(page, 'In verhaal 3 ging het zo.');
  await page.keyboard.press('1');
  await expectCount(page, 'diagnosevertraging', 1);
  await expect(status(page)).toContainText('1 van 1 codering geverifieerd');
  await expect(status(page)).toContainText('Bewaard', { timeout: 60_000 });
  expect(running.troubles).toEqual([]);
});
