import type { Page } from '@playwright/test';
import { analyses } from '../../app/analyses/registry.ts';
import { selectPassage, testimony } from './steps.ts';
import { expect } from './workbench.ts';
import type { Say } from './words.ts';

/** One state of the screen in the sample project: how a user gets there from the page of text, and back. */
export interface Stop { name: string; open(page: Page, say: Say): Promise<void>; close(page: Page, say: Say): Promise<void> }

const passage = 'Binnen twintig minuten had ik een diagnose.';
const theme = 'mantelzorg';

/** Opens the sample from the start screen, and goes to where its first coding is in sight. */
export async function openSample(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('start.sample') }).click();
  await expect(testimony(page)).toBeVisible();
  await page.keyboard.press('n');
  const chosen = page.locator('.stripes button[aria-pressed="true"]');
  await chosen.click();
  await expect(chosen).toHaveCount(0);
}

/** All of the screen that a project has. */
export const stops: readonly Stop[] = [
  { name: 'reading', async open() {}, async close() {} },
  {
    name: 'a coding in the inspector',
    open: async (page) => {
      await page.locator('.stripes button').first().click();
      await expect(page.locator('.inspector .quote')).toBeVisible();
    },
    close: async (page) => page.locator('.stripes button').first().click(),
  },
  {
    name: 'a theme in the inspector',
    open: async (page) => {
      await themeRow(page).click();
      await expect(page.locator('.inspector h2').first()).toBeVisible();
    },
    close: async (page) => themeRow(page).click(),
  },
  { name: 'quick bar', open: openQuickBar, close: leaveSelection },
  {
    name: 'tagging palette',
    open: async (page, say) => {
      await openQuickBar(page, say);
      await page.keyboard.press('t');
      await expect(page.getByRole('dialog', { name: say('reading.palette') })).toBeVisible();
    },
    close: async (page, say) => {
      await page.keyboard.press('Escape');
      await leaveSelection(page, say);
    },
  },
  { name: 'theme menu', open: openThemeMenu, close: escape },
  {
    name: 'theme editor',
    open: async (page, say) => {
      await openThemeMenu(page);
      await page.getByRole('menuitem', { name: say('codebook.edit'), exact: false }).first().click();
      await expect(page.getByRole('dialog', { name: say('codebook.edit-of', { name: theme }) })).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'merge dialog',
    open: async (page, say) => {
      await openThemeMenu(page);
      await page.getByRole('menuitem', { name: say('codebook.merge') }).click();
      await expect(page.getByRole('dialog', { name: say('codebook.merge-title', { name: theme }) })).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'new theme',
    open: async (page, say) => {
      await page.getByRole('button', { name: say('codebook.new'), exact: true }).click();
      await expect(page.getByRole('textbox', { name: say('codebook.new') })).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'speaker editor',
    open: async (page) => {
      await page.locator('section[aria-labelledby="speakers-title"] li .row').nth(1).click();
      await expect(page.locator('.speaker-editor')).toBeVisible();
    },
    close: escape,
  },
  {
    name: 'speaker merge dialog',
    open: async (page, say) => {
      await page.locator('section[aria-labelledby="speakers-title"] li').nth(1).hover();
      await page.locator('section[aria-labelledby="speakers-title"] li .row-menu').nth(1).click();
      await page.getByRole('menuitem', { name: say('codebook.merge') }).click();
      await expect(page.getByRole('dialog').getByText(say('codebook.merge-into'))).toBeVisible();
    },
    close: escape,
  },
  { name: 'project menu', open: async (page, say) => openMenu(page, say('shell.menu')), close: escape },
  { name: 'documents menu', open: async (page) => { await page.locator('button.doc').click(); await expect(page.getByRole('menu')).toBeVisible(); }, close: escape },
  {
    name: 'command palette',
    open: async (page, say) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: say('palette.title') })).toBeVisible();
    },
    close: escape,
  },
  { name: 'export dialog', open: async (page, say) => dialog(page, 'Control+e', say('export.title')), close: escape },
  { name: 'settings', open: async (page, say) => dialog(page, 'Control+,', say('settings.title')), close: escape },
  { name: 'sheet of keys', open: async (page, say) => dialog(page, 'Shift+?', say('keys.title')), close: escape },
  {
    name: 'snapshots dialog',
    open: async (page, say) => {
      await openMenu(page, say('shell.menu'));
      await page.getByRole('menuitem', { name: say('command.snapshots.show') }).click();
      await expect(page.getByRole('dialog', { name: say('snapshots.title') })).toBeVisible();
      await page.getByRole('button', { name: say('snapshots.make') }).click();
      await expect(page.locator('.snapshot-actions button').first()).toBeVisible();
    },
    close: escape,
  },
  ...(['theme', 'speaker', 'role', 'document', 'none'] as const).map((grouping): Stop => ({
    name: `passages, grouped by ${grouping}`,
    open: async (page, say) => {
      await page.keyboard.press('Alt+2');
      await choose(page, say('passages.groupBy'), say(`passages.group.${grouping}`));
      await expect(page.locator('[data-screen="passages"]')).toBeVisible();
    },
    close: backToReading,
  })),
  {
    name: 'passages over the whole width',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await expect(page.locator('.passage-quote:focus')).toHaveCount(1);
      await page.keyboard.press('w');
      await expect(testimony(page)).toHaveCount(0);
    },
    close: async (page, say) => {
      await page.keyboard.press('w');
      await backToReading(page, say);
    },
  },
  {
    name: 'passages, some chosen and another theme asked for',
    open: async (page, say) => {
      await choosePassages(page, say);
      await page.keyboard.press('t');
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    },
    close: leavePassages,
  },
  {
    name: 'passages, some chosen and a name for their own theme asked for',
    open: async (page, say) => {
      await choosePassages(page, say);
      await page.keyboard.press('Shift+T');
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    },
    close: leavePassages,
  },
  {
    name: 'passages, some chosen and a memo for them asked for',
    open: async (page, say) => {
      await choosePassages(page, say);
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    },
    close: leavePassages,
  },
  {
    name: 'passages, a memo in its row',
    open: async (page, say) => {
      await choosePassages(page, say);
      await page.keyboard.press('Escape');
      await page.keyboard.press('m');
      await expect(page.locator('.passages textarea')).toBeFocused();
    },
    close: leavePassages,
  },
  {
    name: 'passages, a place to split at',
    open: async (page, say) => {
      await choosePassages(page, say);
      await page.keyboard.press('x');
      await expect(page.getByRole('slider', { name: say('passages.split.place') })).toBeFocused();
    },
    close: leavePassages,
  },
  {
    name: 'passages, none found',
    open: async (page, say) => {
      await page.keyboard.press('Alt+2');
      await page.getByRole('textbox', { name: say('passages.filter') }).fill('woord dat er niet staat');
      await expect(page.getByText(say('passages.empty.filter'))).toBeVisible();
    },
    close: async (page, say) => {
      await page.getByRole('textbox', { name: say('passages.filter') }).fill('');
      await backToReading(page, say);
    },
  },
  ...analyses.map(({ id }, at): Stop => ({
    name: `analysis ${id}, its definition unfolded`,
    open: async (page) => {
      await openAnalysis(page, at);
      await page.locator('details summary').click();
      await expect(page.locator('details[open]')).toBeVisible();
    },
    close: backToReading,
  })),
  {
    name: 'analysis of a query with conditions in groups',
    open: async (page, say) => {
      await openAnalysis(page, analyses.findIndex(({ id }) => id === 'query'));
      await page.getByRole('button', { name: say('analysis.query.add') }).click();
      await page.getByRole('button', { name: say('analysis.query.addGroup') }).first().click();
      await expect(page.getByRole('group', { name: say('analysis.query.group') })).toBeVisible();
      await expect(page.locator('.analysis-found')).toHaveAttribute('aria-busy', 'false');
    },
    close: async (page, say) => {
      for (let condition = 0; condition < 2; condition += 1) await page.locator('.query > .query-group > .query-conditions > li > .icon-button').first().click();
      await backToReading(page, say);
    },
  },
  {
    name: 'passages behind a figure',
    open: async (page) => {
      await openAnalysis(page, 0);
      await page.locator('.results tbody th button').first().click();
      await expect(page.locator('.passages-chosen')).toBeVisible();
    },
    close: async (page, say) => {
      await page.getByRole('button', { name: say('analysis.back') }).click();
      await expect(page.locator('.results')).toBeVisible();
      await backToReading(page, say);
    },
  },
  {
    name: 'history',
    open: async (page) => {
      await page.keyboard.press('Alt+4');
      await expect(page.locator('.history-line').first()).toBeVisible();
    },
    close: backToReading,
  },
];

const inViews = (name: string) => /^(passages|analysis|history)/.test(name);
const inDialogs = (name: string) => /(dialog|settings|sheet of keys|command palette|project menu|documents menu)$/.test(name);

/** The states in three parts, so that a walk through one of them is no long test. */
export const parts = {
  'the reading page and what opens from it': (name: string) => !inViews(name) && !inDialogs(name),
  'menus and dialogs': inDialogs,
  'passages, analysis and history': inViews,
} as const;

/** Goes to each of these states and back, and does `look` in each. */
export async function walk(page: Page, say: Say, names: (name: string) => boolean, look: (name: string) => Promise<void>): Promise<void> {
  for (const stop of stops.filter(({ name }) => names(name))) {
    await stop.open(page, say);
    await look(stop.name);
    await stop.close(page, say);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(testimony(page)).toBeVisible();
  }
}

/** Opens an analysis by its place in the list, with what it needs to have something to show. */
async function openAnalysis(page: Page, at: number): Promise<void> {
  await page.keyboard.press('Alt+3');
  await page.locator('.analysis-link').nth(at).click();
  if (analyses[at]?.id === 'keywords') await page.locator('.analysis-text input').fill('keuring');
  await expect(page.locator('.results')).toBeVisible();
  await expect(page.locator('.analysis-found')).toHaveAttribute('aria-busy', 'false');
}

const themeRow = (page: Page) => page.getByRole('treegrid').getByRole('row', { name: new RegExp(`^${theme},`) });

async function openThemeMenu(page: Page): Promise<void> {
  await themeRow(page).click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
}

async function openQuickBar(page: Page, say: Say): Promise<void> {
  await selectPassage(page, passage);
  await expect(page.getByRole('toolbar', { name: say('reading.quick-bar') })).toBeVisible();
}

async function leaveSelection(page: Page, say: Say): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: say('reading.quick-bar') })).toHaveCount(0);
}

async function dialog(page: Page, keys: string, name: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog', { name })).toBeVisible();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`(^|\\s)${label}(\\s|$)`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** The first two passages of the list. */
async function choosePassages(page: Page, say: Say): Promise<void> {
  await page.keyboard.press('Alt+2');
  await expect(page.locator('.passage-quote:focus')).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: say('passages.selected.actions') })).toBeVisible();
}

async function leavePassages(page: Page, say: Say): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('.passage-quote:focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await backToReading(page, say);
}

async function backToReading(page: Page, say: Say): Promise<void> {
  await page.getByRole('navigation', { name: say('shell.views') }).getByRole('button', { name: say('view.reading') }).click();
}
