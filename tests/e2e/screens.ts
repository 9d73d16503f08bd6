import type { Page } from '@playwright/test';
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
  ...(['total', 'speaker', 'role', 'document'] as const).map((by): Stop => ({
    name: `analysis by ${by}, its definition unfolded`,
    open: async (page, say) => {
      await page.keyboard.press('Alt+3');
      await choose(page, say('analysis.by'), say(`analysis.by.${by}`));
      await expect(page.getByRole('table')).toBeVisible();
      await page.locator('details summary').click();
      await expect(page.locator('details[open]')).toBeVisible();
    },
    close: backToReading,
  })),
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

async function backToReading(page: Page, say: Say): Promise<void> {
  await page.getByRole('navigation', { name: say('shell.views') }).getByRole('button', { name: say('view.reading') }).click();
}
