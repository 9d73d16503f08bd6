import type { Page } from '@playwright/test';
import { stillScreen } from './axe.ts';
import { openSample, walk } from './screens.ts';
import { chooseDocument, introduce, sampleReport, testimony } from './steps.ts';
import { expect, test } from './workbench.ts';
import { sayIn } from './words.ts';

const say = sayIn('nl');

test('every control of the reading view is reached by keyboard and shows its focus', async ({ workbenches }) => {
  const { page } = await workbenches.launch();
  await stillScreen(page);
  await introduce(page);
  await openSample(page, say);
  await watchFocus(page);
  // From the very beginning of the page, where the links to its parts are.
  await page.locator('.skip').first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 200 && await noteFocus(page); presses += 1) {
    if (await page.evaluate(() => document.activeElement?.closest('[role="treegrid"]') !== null)) await throughTree(page);
    await page.keyboard.press('Tab');
  }
  const { total, missed, unseen } = await focusReport(page);
  expect(total).toBeGreaterThan(30);
  expect(missed).toEqual([]);
  expect(unseen).toEqual([]);
});

test('F6 goes through the parts of the screen, and Shift F6 back', async ({ workbenches }) => {
  const { page } = await workbenches.launch();
  await introduce(page);
  await openSample(page, say);
  const panes = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-pane]')].map((pane) => pane.dataset['pane'] ?? ''));
  expect(panes).toEqual(['bar', 'left', 'main', 'right', 'status']);
  const here = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? '');
  await page.getByRole('button', { name: 'Menu van Hoorwerk' }).focus();
  const visit = async (keys: string) => {
    const visited: string[] = [];
    for (const _ of panes) {
      visited.push(await here());
      await page.keyboard.press(keys);
    }
    return visited;
  };
  expect(await visit('F6')).toEqual(panes);
  expect(await here()).toBe('bar');
  expect(await visit('Shift+F6')).toEqual(['bar', 'status', 'right', 'main', 'left']);
});

test('at 200 % zoom nothing of the page is out of reach sideways, the text is readable and panes close', async ({ workbenches }) => {
  const running = await workbenches.launch({ width: 640, height: 400 });
  const { page } = running;
  await stillScreen(page);
  await expect(page.getByLabel('Naam')).toBeVisible();
  await expectWithinWidth(page, 'who codes');
  await introduce(page);
  await expectWithinWidth(page, 'start');
  await openSample(page, say);
  const text = await testimony(page).evaluate((root) => {
    const paragraphs = [...root.querySelectorAll('p')].filter((one) => one.textContent.length > 200).map((one) => one.getBoundingClientRect());
    return {
      size: Number.parseFloat(getComputedStyle(root.querySelector('p') ?? root).fontSize),
      narrowest: Math.min(...paragraphs.map(({ width }) => width)), left: Math.min(...paragraphs.map(({ left }) => left)), right: Math.max(...paragraphs.map(({ right }) => right)),
    };
  });
  expect(text.size).toBeGreaterThanOrEqual(15);
  expect(text.narrowest).toBeGreaterThan(300);
  expect(text.left).toBeGreaterThanOrEqual(0);
  expect(text.right).toBeLessThanOrEqual(640);
  for (const [button, pane] of [['Linkerpaneel tonen of verbergen', 'Thema’s en documenten'], ['Rechterpaneel tonen of verbergen', 'Details']] as const) {
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('region', { name: pane })).toBeInViewport();
    await expectWithinWidth(page, pane);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('region', { name: pane })).toHaveCount(0);
  }
  await walk(page, say, (name) => /^(reading|quick bar|tagging palette|project menu|command palette|export|settings|sheet|snapshots|passages, grouped by theme|analysis |history)/.test(name),
    (name) => expectWithinWidth(page, name));
  // The head of the list scrolls along, so that the passages have the height of the window.
  await page.keyboard.press('Alt+2');
  expect(await page.locator('.passages').evaluate((one) => one.clientHeight)).toBeGreaterThan(250);
  await expect(page.locator('.passage-quote[tabindex="0"]')).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator('.passages-head')).not.toBeInViewport();
  await expect(page.locator('.passage-quote[tabindex="0"]')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Home');
  await expect(page.locator('.passage-quote[tabindex="0"]')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.locator('.dialog-body').evaluate((one) => one.clientHeight)).toBeGreaterThan(220);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+n');
  await expectWithinWidth(page, 'new project');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await chooseDocument(running, sampleReport);
  await expectWithinWidth(page, 'review');
});

/** Notes all controls that are on the page now, and gets ready to note those that take the focus. */
async function watchFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const selector = 'a[href], button, input, select, textarea, summary, [role="row"], [role="separator"], [contenteditable="true"], [tabindex="0"]:not([role="treegrid"])';
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility() && !one.closest('[inert], [aria-hidden="true"]') && !one.matches(':disabled'));
    const looks = new Map<HTMLElement, string>();
    const look = (element: HTMLElement): string => {
      const parts: string[] = [];
      for (let one: HTMLElement | null = element, height = 0; one && height < 3; one = one.parentElement, height += 1) {
        for (const pseudo of [undefined, '::before', '::after']) {
          const style = getComputedStyle(one, pseudo);
          parts.push(style.outlineStyle === 'none' ? '' : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`, style.boxShadow, style.backgroundColor, style.borderColor, style.top);
        }
      }
      for (const inner of element.querySelectorAll('*')) parts.push(getComputedStyle(inner).outlineStyle, getComputedStyle(inner).backgroundColor);
      return parts.join('|');
    };
    Object.assign(window, { reach: { all, looks, look } });
  });
}

interface Reach { reach: { all: HTMLElement[]; looks: Map<HTMLElement, string>; look(element: HTMLElement): string } }

/** Notes what has the focus and how it looks; false where nothing has it or it was there before: once around. */
const noteFocus = (page: Page) => page.evaluate(() => {
  const { looks, look } = (window as unknown as Reach).reach;
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || looks.has(element)) return false;
  looks.set(element, look(element));
  return true;
});

/** A tree is one stop for Tab: the arrows go to its rows and to what is in them. */
async function throughTree(page: Page): Promise<void> {
  for (;;) {
    let inRow = true;
    while (inRow) {
      await page.keyboard.press('ArrowRight');
      inRow = await noteFocus(page);
    }
    const before = await page.evaluate(() => {
      const row = document.activeElement?.closest<HTMLElement>('[role="row"]');
      row?.focus();
      return row?.dataset['key'] ?? '';
    });
    await page.keyboard.press('ArrowDown');
    const after = await page.evaluate(() => document.activeElement?.closest<HTMLElement>('[role="row"]')?.dataset['key'] ?? '');
    if (after === before) return;
    await noteFocus(page);
  }
}

/** What was not reached, and what looks the same with and without the focus. */
const focusReport = (page: Page) => page.evaluate(() => {
  const { all, looks, look } = (window as unknown as Reach).reach;
  const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className}: ${one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)}`;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return {
    total: looks.size,
    missed: all.filter((one) => one.isConnected && one.checkVisibility() && !looks.has(one)).map(name),
    unseen: [...looks].filter(([one, focused]) => one.isConnected && look(one) === focused).map(([one]) => name(one)),
  };
});

/** The page does not scroll sideways, and no control lies beside it unless something around it scrolls. */
async function expectWithinWidth(page: Page, state: string): Promise<void> {
  const beside = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean => element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const out = [...document.querySelectorAll<HTMLElement>('a[href]:not(.skip), button, input:not([type="radio"], [type="checkbox"]), textarea, summary, h1:not(.hidden-text), h2')]
      .filter((one) => one.checkVisibility() && !one.closest('[aria-hidden="true"], .hidden-text'))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right - left > 1 && (left < -1 || right > width + 1) && !scrolls(one.parentElement);
      })
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)}`);
    const root = document.scrollingElement ?? document.documentElement;
    return { out, scrolls: root.scrollWidth > width };
  });
  expect.soft(beside, state).toEqual({ out: [], scrolls: false });
}
