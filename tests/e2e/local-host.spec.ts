import { request as httpRequest } from 'node:http';
import { expectAccessible, stillScreen } from './axe.ts';
import { codedPassage } from './begun.ts';
import { beginWith, expectCount, introduce, sampleReport, saved, selectPassage, status } from './steps.ts';
import { expect, test } from './workbench.ts';

/** What only a browser has: an address that anybody may try, tabs without a session, and more windows than one. */
test('in a browser the page has no bridge, and the host answers nobody without its session, its name and its origin', async ({ workbenches }) => {
  const { page } = await workbenches.launch();
  await introduce(page);
  expect(await page.evaluate(() => 'hoorwerk' in window)).toBe(false);
  const { origin, port } = new URL(page.url());
  const call = `${origin}/call/projects.list`;
  const post = (headers: Record<string, string>) => fetch(call, { method: 'POST', headers, body: '' }).then((answer) => answer.status);
  expect(await post({ origin })).toBe(401);
  expect(await post({ origin, 'x-hoorwerk-session': 'a'.repeat(43) })).toBe(401);
  expect(await post({ origin: 'https://example.org' })).toBe(403);
  expect(await post({})).toBe(403);
  expect(await fetch(`${origin}/events`).then((answer) => answer.status)).toBe(401);
  expect(await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body: JSON.stringify({ token: 'guessed' }) }).then((answer) => answer.status)).toBe(401);
  expect(await statusFor(port, `127.0.0.1:${port}`)).toBe(200);
  for (const name of [`localhost:${port}`, `example.org:${port}`, 'example.org']) expect(await statusFor(port, name), name).toBe(403);
});

test('a new address that is pasted into a tab without a session opens the workbench there, and axe finds nothing in that tab before', async ({ workbenches }) => {
  const { page, newAddress } = await workbenches.launch();
  await introduce(page);
  const dead = await page.context().newPage();
  await stillScreen(dead);
  await dead.goto(new URL('/', page.url()).href);
  await expect(dead.getByRole('heading', { name: 'Open Hoorwerk opnieuw' })).toBeVisible();
  await expect(dead.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible();
  await expectAccessible(dead, 'no session');
  const address = await newAddress() ?? '';
  // What a browser does with an address that differs in its fragment only.
  await dead.evaluate((pasted) => { location.href = pasted; }, address);
  await expect(dead.getByRole('button', { name: 'Nieuw project' })).toBeVisible();
  expect(new URL(dead.url()).hash).toBe('');
});

test('a second window can read and not write, and takes over when the first one closes', async ({ workbenches }) => {
  const running = await workbenches.launch();
  await beginWith(running, sampleReport);
  await saved(running.page);
  const page = await running.secondWindow();
  if (!page) throw new Error('the browser opens no second window');
  await page.getByRole('button', { name: /^Proef/ }).click();
  await expect(status(page)).toContainText('Alleen lezen: Hoorwerk is open in een ander venster');
  await selectPassage(running.page, codedPassage);
  await running.page.keyboard.press('1');
  await saved(running.page);
  await running.page.close();
  await expect(status(page)).not.toContainText('Alleen lezen');
  await expectCount(page, 'diagnosevertraging', 1);
  await selectPassage(page, 'Mijn man was dakdekker.');
  await page.keyboard.press('3');
  await expectCount(page, 'mantelzorg', 1);
  await saved(page);
});

/** The status for a request that names the host so, as a page does whose name was made to point here. */
function statusFor(port: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path: '/', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end();
  });
}
