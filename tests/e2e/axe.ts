import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './workbench.ts';

/** Motion ends at once, so that no colour is measured halfway. */
export async function stillScreen(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
}

/** All of axe's rules in the light scheme, and those of colour in the dark one; what is wrong is told with the state's name. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page, looking(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, looking(page).withRules(['color-contrast', 'link-in-text-block']));
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft({ light, dark }, state).toEqual({ light: [], dark: [] });
}

/** With forced colours the contrast is the user's own; axe reads what the author's style says, which is not what is drawn. */
export async function expectAccessibleInForcedColors(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await violations(page, looking(page).disableRules(['color-contrast']));
  await page.emulateMedia({ forcedColors: 'none' });
  expect.soft(forced, `${state}, with forced colours`).toEqual([]);
}

/** Every place is looked at; only of what is wrong are all of them described, which is most of axe's work on a page that is in order. */
const looking = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] });

/** Legacy mode: the page has no frames, and the stand-in opens no windows but the app's. */
async function violations(page: Page, axe: AxeBuilder): Promise<string[]> {
  const found = await axe.setLegacyMode(true).analyze();
  expect(found.passes.length, `axe looked at ${page.url()}`).toBeGreaterThan(0);
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${(node.failureSummary ?? '').replaceAll(/\s+/g, ' ')}`));
}
