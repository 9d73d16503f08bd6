import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { channels } from '../../main/electron/bridge.ts';
import { startPage } from '../../main/electron/origin.ts';
import { launchStandIn } from '../electron/stand-in/launch.ts';
import { beginWith, expectCount, introduce, sampleReport, saved, status, testimony } from './steps.ts';
import { standInDriver } from './drivers/stand-in-driver.ts';
import { expect, test } from './workbench.ts';

/** What Electron adds around the page, by the compiled main process in the stand-in. */
test('the menu runs the commands of the screen', async ({ workbenches }) => {
  const { data, profile } = workbenches.folders;
  const standIn = await launchStandIn({ userData: profile, args: [`--data=${data}`] });
  try {
    const page = await standIn.firstPage();
    await introduce(page);
    await page.getByRole('button', { name: 'Voorbeeldproject openen' }).click();
    await expect(testimony(page)).toBeVisible();
    standIn.menu('view.analysis');
    await expect(page.getByRole('heading', { name: 'Themafrequenties' })).toBeVisible();
    standIn.menu('edit.undo');
    await expect(status(page)).not.toContainText('Ongedaan: spreker De Brug');
    standIn.menu('keys.show');
    await expect(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeVisible();
    standIn.menu('data-folder');
    expect(standIn.world.opened).toEqual([data]);
  } finally {
    await standIn.quit();
  }
  // The window's place is kept for the next time.
  expect(JSON.parse(readFileSync(path.join(profile, 'window.json'), 'utf8'))).toMatchObject({ width: 1280, height: 800, maximized: false });
});

test('the menu speaks the language that the screen is set to, also at the next start', async ({ workbenches }) => {
  const { data, profile } = workbenches.folders;
  const start = () => launchStandIn({ userData: profile, args: [`--data=${data}`] });
  const heads = (standIn: Awaited<ReturnType<typeof start>>) => standIn.world.menu.map(({ label }) => label);
  const dutch = ['Bestand', 'Bewerken', 'Beeld', 'Help'];
  const english = ['File', 'Edit', 'View', 'Help'];
  const first = await start();
  try {
    const page = await first.firstPage();
    await introduce(page);
    expect(heads(first)).toEqual(dutch);
    first.menu('settings.show');
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    await expect.poll(() => heads(first)).toEqual(english);
  } finally {
    await first.quit();
  }
  const second = await start();
  try {
    const page = await second.firstPage();
    await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
    expect(heads(second)).toEqual(english);
  } finally {
    await second.quit();
  }
});

test('files that the system opens with Hoorwerk come in: at the start, at a second start, by the system\'s event', async ({ workbenches }) => {
  const { root, data, profile } = workbenches.folders;
  // A first start on this data folder, so that nothing is asked below.
  const first = await standInDriver.launch({ data, profile });
  await introduce(first.page);
  await first.close();
  const project = path.join(root, 'voorbeeld.hoorwerk');
  copyFileSync('dist/renderer/sample.hoorwerk', project);

  const standIn = await launchStandIn({ userData: profile, args: [`--data=${data}`, project] });
  try {
    const page = await standIn.firstPage();
    await expectCount(page, 'mantelzorg', 11);
    standIn.world.app.emit('second-instance', {}, ['hoorwerk', path.basename(sampleReport)], path.dirname(sampleReport));
    await expect(page.getByRole('button', { name: 'Opnemen in het project' }).or(page.getByText('Dit bestand staat al in het project'))).toBeVisible();
    expect(standIn.world.focused.length).toBeGreaterThan(0);
    const prevented: boolean[] = [];
    standIn.world.app.emit('open-file', { preventDefault: () => prevented.push(true) }, project);
    expect(prevented).toEqual([true]);
  } finally {
    await standIn.quit();
  }
});

test('the page goes nowhere else and opens nothing', async ({ workbenches }) => {
  const { data, profile } = workbenches.folders;
  const standIn = await launchStandIn({ userData: profile, args: [`--data=${data}`] });
  try {
    const page = await standIn.firstPage();
    const address = page.url();
    await page.evaluate(() => { window.location.href = 'https://example.org/'; });
    await page.evaluate(() => { window.open('https://example.org/'); });
    expect(await page.evaluate(() => fetch('https://example.org/').then(() => 'reached', () => 'refused'))).toBe('refused');
    expect(page.url()).toBe(address);
    expect(standIn.world.windows).toHaveLength(1);
  } finally {
    await standIn.quit();
  }
});

test('the app’s own filter refuses what the policy does not see, and no window or address elsewhere opens', async ({ workbenches }) => {
  const { page, troubles } = await workbenches.launch();
  await introduce(page);
  const home = page.url();
  const other = await page.context().newPage();
  await expect(other.goto('https://example.org/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  await other.close();
  expect(troubles).toContain('refused: https://example.org/');

  const windows = page.context().pages().length;
  await page.evaluate(() => { window.open('https://example.org/', '_blank'); });
  await page.evaluate(() => { location.href = 'https://example.org/'; });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
  });
  await page.evaluate(() => { location.href = 'file:///etc/hostname'; }).catch(() => undefined);
  await expect.poll(() => page.context().pages().length).toBe(windows);
  expect(page.url()).toBe(home);
  await page.getByRole('button', { name: 'Voorbeeldproject openen' }).click();
  await expect(testimony(page)).toBeVisible();
});

test('the page is given two functions and nothing of Node', async ({ workbenches }) => {
  const { page } = await workbenches.launch();
  await introduce(page);
  const given = await page.evaluate(() => {
    const bridge = (window as unknown as Record<string, Record<string, unknown>>)['hoorwerk'] ?? {};
    const node = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window);
    return { members: Object.keys(bridge).toSorted().map((name) => `${name}: ${typeof bridge[name]}`), node, frozen: Object.isFrozen(bridge) };
  });
  expect(given).toEqual({ members: ['call: function', 'onEvent: function'], node: [], frozen: true });
});

test('the main process writes for the page that has the lease, and for no other', async ({ workbenches }) => {
  const { data, profile } = workbenches.folders;
  const standIn = await launchStandIn({ userData: profile, args: [`--data=${data}`] });
  try {
    const page = await standIn.firstPage();
    await introduce(page);
    const [window] = standIn.world.windows;
    const senderFrame = { url: startPage, parent: null };
    const codeFor = async (sender: object | undefined) => {
      const answer = await standIn.world.handlers.get(channels.call)?.({ sender, senderFrame }, 'snapshots.make', { projectId: crypto.randomUUID() });
      return (answer as { problem: { code: string } }).problem.code;
    };
    expect(await codeFor(window?.webContents)).toBe('not-found');
    expect(await codeFor({})).toBe('read-only');
    // A page that is loaded anew has the lease no more until it asks for it.
    window?.webContents.emit('did-start-loading');
    expect(await codeFor(window?.webContents)).toBe('read-only');
  } finally {
    await standIn.quit();
  }
});

test('quitting waits for the work: what was done last is in the journal, and a snapshot is made', async ({ workbenches }) => {
  const running = await workbenches.launch();
  await beginWith(running, sampleReport);
  await running.page.getByRole('button', { name: 'Nieuw thema' }).click();
  await running.page.keyboard.type('wachttijd');
  await running.page.keyboard.press('Enter');
  await expectCount(running.page, 'wachttijd', 0);
  await saved(running.page);
  await running.close();
  expect(existsSync(path.join(workbenches.folders.profile, 'running'))).toBe(false);
  expect(existsSync(path.join(workbenches.folders.data, 'snapshots'))).toBe(true);
});
