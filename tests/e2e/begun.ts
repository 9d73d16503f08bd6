import { mkdtempSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Driver, Running } from './drivers/driver.ts';
import { beginWith, expectCount, sampleReport, saved, selectPassage } from './steps.ts';

/** Where a workbench keeps its work, and where a test may put what else it needs. */
export interface Folders { root: string; data: string; profile: string }

export function newFolders(): Folders {
  const root = mkdtempSync(path.join(tmpdir(), 'hoorwerk-e2e-'));
  return { root, data: path.join(root, 'data'), profile: path.join(root, 'profile') };
}

/** The passage that `codeOnce` puts its coding on, of the theme *diagnosevertraging*. */
export const codedPassage = 'Op een dinsdagochtend stapte ik uit bed en de vloer bewoog.';

/** Makes a project *Proef* with the sample report and one coding, as a user does at a first start, and closes the workbench. */
export async function codeOnce(running: Running): Promise<void> {
  await beginWith(running, sampleReport);
  await selectPassage(running.page, codedPassage);
  await running.page.keyboard.press('1');
  await expectCount(running.page, 'diagnosevertraging', 1);
  await saved(running.page);
  await running.close();
}

/** Copies all of the work of a workbench that is closed. */
export async function copyWork(driver: Driver, from: Folders, to: Folders): Promise<void> {
  for (const folder of ['data', 'profile'] as const) await cp(from[folder], to[folder], { recursive: true });
  driver.copied?.(from.profile, to.profile);
}
