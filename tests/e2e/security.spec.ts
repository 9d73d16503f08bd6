import { request as httpRequest } from 'node:http';
import { expect, test } from './workbench.ts';
import { openSample, parts, walk } from './screens.ts';
import { introduce, testimony } from './steps.ts';
import { sayIn } from './words.ts';

/** The policy that the design fixed, to the letter. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; worker-src 'self'; connect-src 'self'; "
  + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

test('every answer of the page’s own origin carries the policy', async ({ workbenches }) => {
  const { page } = await workbenches.launch();
  await introduce(page);
  const policies = await page.evaluate(async () => {
    const assets = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map((script) => script.src);
    const answers = await Promise.all([location.href.split('#')[0] ?? '', ...assets, new URL('/nothing-here', location.href).href].map((address) => fetch(address)));
    return answers.map((answer) => answer.headers.get('content-security-policy'));
  });
  expect(policies.length).toBeGreaterThanOrEqual(3);
  expect(new Set(policies)).toEqual(new Set([policy]));
});

for (const [part, names] of Object.entries(parts)) {
  test(`a walk through ${part} leaves the console clean`, async ({ workbenches }) => {
    const { page, troubles } = await workbenches.launch();
    const say = sayIn('nl');
    await introduce(page);
    await openSample(page, say);
    await walk(page, say, names, async (name) => { expect.soft(troubles, name).toEqual([]); });
    expect(troubles).toEqual([]);
  });
}

test('the page reaches no other host: not by fetch, image, frame, beacon, socket or form', async ({ workbenches }) => {
  const { page } = await workbenches.launch();
  await introduce(page);
  const elsewhere: string[] = [];
  page.context().on('response', (response) => {
    if (!response.url().startsWith(new URL(page.url()).origin) && !/^(blob|data):/.test(response.url())) elsewhere.push(response.url());
  });
  const refused = await page.evaluate(async () => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    const fetched = await fetch('https://example.org/').then(() => 'answered', () => 'refused');
    const loaded = (element: HTMLImageElement | HTMLIFrameElement) => new Promise<string>((resolve) => {
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', () => resolve('refused'));
      element.src = 'https://example.org/picture.png';
      document.body.append(element);
    });
    const image = await loaded(document.createElement('img'));
    void loaded(document.createElement('iframe'));
    const socket = await new Promise<string>((resolve) => {
      const made = new WebSocket('wss://example.org/');
      made.addEventListener('open', () => resolve('open'));
      made.addEventListener('error', () => resolve('refused'));
    });
    navigator.sendBeacon('https://example.org/', 'words');
    const script = (() => {
      try {
        // A string is no script: Trusted Types and the policy both say so.
        document.createElement('div').innerHTML = '<b>words</b>';
        return 'taken';
      } catch {
        return 'refused';
      }
    })();
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(form);
    form.submit();
    while (violated.size < 5) await new Promise((resolve) => { setTimeout(resolve, 20); });
    return { fetched, image, socket, script, violated: [...violated].toSorted() };
  });
  expect(refused).toEqual({
    fetched: 'refused', image: 'refused', socket: 'refused', script: 'refused',
    violated: ['connect-src', 'form-action', 'frame-src', 'img-src', 'require-trusted-types-for'],
  });
  expect(elsewhere).toEqual([]);
  // Playwright's locators would wait for the form's refused navigation to end.
  expect(await page.evaluate(() => [...document.querySelectorAll('button')].some((button) => button.textContent === 'Nieuw project'))).toBe(true);
});

test('in Electron the app’s own filter refuses what the policy does not see, and no window or address elsewhere opens', async ({ workbenches }) => {
  const { page, troubles } = await workbenches.launch({}, 'electron-stand-in');
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

test('in Electron the page is given two functions and nothing of Node', async ({ workbenches }) => {
  const { page } = await workbenches.launch({}, 'electron-stand-in');
  await introduce(page);
  const given = await page.evaluate(() => {
    const bridge = (window as unknown as Record<string, Record<string, unknown>>)['hoorwerk'] ?? {};
    const node = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window);
    return { members: Object.keys(bridge).toSorted().map((name) => `${name}: ${typeof bridge[name]}`), node, frozen: Object.isFrozen(bridge) };
  });
  expect(given).toEqual({ members: ['call: function', 'onEvent: function'], node: [], frozen: true });
});

test('in a browser the page has no bridge, and the host answers nobody without its session, its name and its origin', async ({ workbenches }) => {
  const { page } = await workbenches.launch({}, 'browser');
  await introduce(page);
  expect(await page.evaluate(() => 'hoorwerk' in window)).toBe(false);
  const { origin, port } = new URL(page.url());
  const call = `${origin}/call/projects.list`;
  const post = (headers: Record<string, string>) => fetch(call, { method: 'POST', headers, body: '' }).then(({ status }) => status);
  expect(await post({ origin })).toBe(401);
  expect(await post({ origin, 'x-hoorwerk-session': 'a'.repeat(43) })).toBe(401);
  expect(await post({ origin: 'https://example.org' })).toBe(403);
  expect(await post({})).toBe(403);
  expect(await fetch(`${origin}/events`).then(({ status }) => status)).toBe(401);
  expect(await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body: JSON.stringify({ token: 'guessed' }) }).then(({ status }) => status)).toBe(401);
  expect(await statusFor(port, `127.0.0.1:${port}`)).toBe(200);
  for (const name of [`localhost:${port}`, `example.org:${port}`, 'example.org']) expect(await statusFor(port, name), name).toBe(403);
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
