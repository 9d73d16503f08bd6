import { introduce } from './steps.ts';
import { expect, test } from './workbench.ts';

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
