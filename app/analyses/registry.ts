import type { Analysis } from './analysis.ts';
import { themeFrequencies } from './theme-frequencies.ts';

/** Every analysis, in the order of menus and help. A new one is a file in this folder and a line here. */
export const analyses = [themeFrequencies] as const satisfies readonly Analysis[];
