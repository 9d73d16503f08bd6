import type { Page } from '@playwright/test';
import { analyses } from '../../app/analyses/registry.ts';
import { exporters } from '../../app/exporters/registry.ts';
import { areas, type Language } from '../../renderer/i18n/index.ts';
import { stillScreen } from './axe.ts';
import { openSample, parts, walk } from './screens.ts';
import { introduce } from './steps.ts';
import { expect, test } from './workbench.ts';
import { sayIn } from './words.ts';

for (const [part, names] of Object.entries(parts)) {
  test(`in English no Dutch word of the screen is left in ${part}`, async ({ workbenches }) => {
    const { page, troubles } = await workbenches.launch();
    await stillScreen(page);
    await introduce(page);
    const inDutch = await textsOf(page);
    expect(inDutch.filter((text) => foreignIn(dutch, text).length > 0).length, 'Dutch is known where it stands').toBeGreaterThan(8);
    await chooseLanguage(page, 'nl', 'English');
    await expectOnly(page, 'en', 'start without projects');
    await openSample(page, sayIn('en'));
    await walk(page, sayIn('en'), names, (name) => expectOnly(page, 'en', name));
    expect(troubles).toEqual([]);
  });
}

test('the language survives a restart, and back in Dutch no English word is left', async ({ workbenches }) => {
  let running = await workbenches.launch();
  await introduce(running.page);
  await chooseLanguage(running.page, 'nl', 'English');
  await openSample(running.page, sayIn('en'));
  await running.close();

  running = await workbenches.launch();
  const { page } = running;
  await stillScreen(page);
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expectOnly(page, 'en', 'start with a project');
  await chooseLanguage(page, 'en', 'Nederlands');
  await expectOnly(page, 'nl', 'start with a project');
  await openSample(page, sayIn('nl'));
  const some = /^(reading|settings|command palette|sheet of keys|passages, grouped by role|analysis |history)/;
  await walk(page, sayIn('nl'), (name) => some.test(name), (name) => expectOnly(page, 'nl', name));
  expect(running.troubles).toEqual([]);
});

async function chooseLanguage(page: Page, now: Language, next: string): Promise<void> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: sayIn(now)('settings.title') });
  await dialog.getByRole('radio', { name: next }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Every text that the screen shows or has read aloud is of this language, as far as the other one's words can tell. */
async function expectOnly(page: Page, language: Language, state: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const texts = await textsOf(page);
  expect(texts.length, state).toBeGreaterThan(10);
  const foreign = language === 'en' ? dutch : english;
  const left = texts.flatMap((text) => foreignIn(foreign, text).map(({ key }) => `${key}: ${text}`));
  expect.soft(left, state).toEqual([]);
}

/**
 * The texts that are shown, and the names read aloud; without the testimony, quotations, names of keys, those of
 * languages, and what is kept in the project: that is the user's own and is in whatever language it is in.
 */
const textsOf = (page: Page) => page.evaluate(() => {
  const own = '[role="document"], q, blockquote, .passage-split .passage-quote, .passage-link, .here, .passage-memo, .card-definition, .passages-definition, .passages-chosen, .results tbody, .picture svg, textarea, .theme-name, .quick-name, .keys-row dd';
  const texts = new Set<string>();
  const wordsIn = (element: Element): string => [...element.childNodes].map((node) => {
    if (node instanceof Element) return node.matches(own) ? '' : wordsIn(node);
    return node.textContent ?? '';
  }).join('');
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.closest(own) || !element.checkVisibility()) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription', 'aria-valuetext']) texts.add(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.add(node.textContent ?? '');
    // A sentence may be put together of several elements.
    if (element.children.length < 4) texts.add(wordsIn(element));
  }
  return [...texts].map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text.length > 1 && text.length < 300);
});

/** A message of one language; `own`: the same in the other language, which some texts fit too (*1 document*). */
interface Foreign { key: string; shape: RegExp; own: RegExp }

/** The messages of the one language that this text must be of; none where the other has the very words. */
const foreignIn = ({ messages, others }: Words, text: string) =>
  (others.has(text.toLowerCase()) ? [] : messages.filter(({ shape, own }) => shape.test(text) && !own.test(text)));

interface Words { messages: readonly Foreign[]; others: ReadonlySet<string> }

/** The words of one language that the other does not have too, each as the shape of the texts that it makes. */
function wordsOf(language: Language): Words {
  const other: Language = language === 'nl' ? 'en' : 'nl';
  const entries: [string, string, string][] = [
    ...areas.flatMap((area) => Object.entries(area[language]).map(([key, text]): [string, string, string] => [key, text, (area[other] as Record<string, string>)[key] ?? ''])),
    ...exporters.flatMap(({ id, name, description }): [string, string, string][] => [
      [`exporter ${id}`, name[language], name[other]], [`exporter ${id}, description`, description[language], description[other]],
    ]),
    ...analyses.flatMap(({ id, name, caption, press, definition, controls }): [string, string, string][] => [
      [`name of ${id}`, name[language], name[other]], [`caption of ${id}`, caption[language], caption[other]], [`definition of ${id}`, definition[language], definition[other]],
      ...(press ? [[`press of ${id}`, press[language], press[other]] satisfies [string, string, string]] : []),
      ...controls.map((control): [string, string, string] => [`option ${control.id} of ${id}`, control.name[language], control.name[other]]),
    ]),
  ];
  const messages = entries
    // The names of the languages are written in themselves.
    .filter(([key, text, translated]) => text !== translated && !/^settings\.(nl|en)$/.test(key) && lettersIn(shapeOf(text)) > 1)
    .map(([key, text, translated]) => ({ key, shape: patternOf(text), own: patternOf(translated) }));
  return { messages, others: new Set(entries.map(([, , translated]) => translated.toLowerCase())) };
}

/** With few words of its own, a message is only told from what people say where its values are single words. */
function patternOf(message: string): RegExp {
  const shape = shapeOf(message);
  return new RegExp(`^${lettersIn(shape) < 10 ? shape.replaceAll(anything, '\\S+') : shape}$`, 'iu');
}

/** How many letters of its own every text of this shape has. */
const lettersIn = (shape: string) => shape.replaceAll(/\\[dS]|\(\?:/g, '').replaceAll(/[^\p{L}]/gu, '').length;

const anything = '.+?';

/** A message as a pattern: a value may be anything, a plural is one of its forms. */
function shapeOf(message: string): string {
  let shape = '';
  for (let at = 0; at < message.length;) {
    if (message[at] !== '{') {
      shape += message[at] === '#' ? '[\\d.,]+' : (message[at] ?? '').replace(/[.*+?^${}()|[\]\\]/, '\\$&');
      at += 1;
      continue;
    }
    const end = closing(message, at);
    const inside = message.slice(at + 1, end);
    shape += /^\s*\w+\s*,\s*plural\s*,/.test(inside) ? `(?:${forms(inside).map(shapeOf).join('|')})` : anything;
    at = end + 1;
  }
  return shape;
}

function forms(plural: string): string[] {
  const found: string[] = [];
  for (let at = plural.indexOf('{'); at >= 0; at = plural.indexOf('{', at)) {
    const end = closing(plural, at);
    found.push(plural.slice(at + 1, end));
    at = end + 1;
  }
  return found;
}

function closing(text: string, open: number): number {
  for (let at = open, depth = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a message whose braces do not close: ${text}`);
}

const dutch = wordsOf('nl');
const english = wordsOf('en');

test('the shapes of messages tell the languages apart', () => {
  const hits = (words: Words, text: string) => foreignIn(words, text).length > 0;
  expect(hits(dutch, '3 coderingen')).toBe(true);
  expect(hits(dutch, 'Wat kan met mantelzorg')).toBe(true);
  expect(hits(dutch, '12 van 12 coderingen geverifieerd')).toBe(true);
  expect(hits(dutch, '3 codings')).toBe(false);
  expect(hits(dutch, 'Licht of donker')).toBe(true);
  expect(hits(dutch, '1 document')).toBe(false);
  expect(hits(english, '3 codings')).toBe(true);
  expect(hits(english, 'Licht of donker')).toBe(false);
  expect(hits(english, 'mantelzorg')).toBe(false);
});
