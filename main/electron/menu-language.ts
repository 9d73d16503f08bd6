import { readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { menuLanguage, type MenuLanguage } from './labels.ts';

const keptSchema = z.object({ language: z.enum(['nl', 'en']) });

/** The language that the screen was last set to; the system's until it has said so. */
export function readLanguage(userData: string, locale: string): MenuLanguage {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(languageFile(userData), 'utf8'))).language;
  } catch {
    // Missing or unreadable: as at the first start.
    return menuLanguage(locale);
  }
}

/** Keeps it, so that the menu has it at the next start before the page has loaded. */
export function keepLanguage(userData: string, language: MenuLanguage, log: (line: string) => void): void {
  try {
    writeFileAtomic.sync(languageFile(userData), JSON.stringify({ language }));
  } catch (cause) {
    log(`the menu's language could not be kept: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

const languageFile = (userData: string) => path.join(userData, 'language.json');
