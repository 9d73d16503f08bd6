import { z } from 'zod';
import { create } from 'zustand';
import { setLanguage } from '../../i18n/index.ts';

/** Sizes of the page's type, in px; look.md's is 17. */
export const textSizes = [15, 16, 17, 18, 20, 22, 24] as const;
const usualSize = 17;

const preferencesSchema = z.object({
  language: z.enum(['nl', 'en']).catch('nl'),
  scheme: z.enum(['system', 'light', 'dark']).catch('system'),
  textSize: z.number().refine((size) => textSizes.some((known) => known === size)).catch(usualSize),
  /** Width of the page's column in letters, and the distance of its lines. */
  measure: z.enum(['narrow', 'normal', 'wide']).catch('normal'),
  leading: z.enum(['tight', 'normal', 'loose']).catch('normal'),
  pageFont: z.enum(['serif', 'sans']).catch('serif'),
  /** Everything but the turn under the cursor steps back. */
  focusMode: z.boolean().catch(false),
  /** What the mouse selects is made whole: words, sentences, or not at all. */
  snap: z.enum(['word', 'sentence', 'off']).catch('word'),
  /** Codings may weigh from 0 to 100. */
  weights: z.boolean().catch(false),
  /** Which panes beside the page are open. */
  left: z.boolean().catch(true),
  right: z.boolean().catch(true),
  /** Widths of those panes, in px. */
  leftWidth: z.number().min(180).max(560).catch(248),
  rightWidth: z.number().min(220).max(640).catch(304),
  /** Width of the right pane while a page of the file stands in it. */
  pageWidth: z.number().min(300).max(1000).catch(520),
  /** The list of passages has the whole width, also where there is room for the text beside it; else its width, in px. */
  passagesWide: z.boolean().catch(false),
  passagesWidth: z.number().min(340).max(1100).catch(460),
});
/** How somebody likes the screen. Not work: kept by the browser, and the usual where that is lost. */
export type Preferences = z.infer<typeof preferencesSchema>;

const place = 'hoorwerk.preferences';

export const usePreferences = create<Preferences>(() => preferencesSchema.safeParse(stored()).data ?? preferencesSchema.parse({}));

/** Changes some preferences, keeps them and shows them at once. */
export function setPreferences(patch: Partial<Preferences>): void {
  usePreferences.setState(patch);
  const next = usePreferences.getState();
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // A full or forbidden localStorage costs a preference, never work: it holds until the window closes.
  }
  applyPreferences(next);
}

/** Letters in a line, of about half the type's size each; look.md's page has 68. */
const measures: Record<Preferences['measure'], number> = { narrow: 27, normal: 32.6, wide: 40 };
const leadings: Record<Preferences['leading'], number> = { tight: 1.45, normal: 1.6, loose: 1.85 };

/** Puts language, scheme and the look of the page on the screen. Called before the first paint. */
export function applyPreferences({ language, scheme, textSize, measure, leading, pageFont, focusMode }: Preferences = usePreferences.getState()): void {
  const root = document.documentElement;
  setLanguage(language);
  if (scheme === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
  root.style.setProperty('--page-size', `${textSize}px`);
  root.style.setProperty('--page-measure', String(measures[measure]));
  root.style.setProperty('--page-leading', String(leadings[leading]));
  root.style.setProperty('--page-font', `var(--${pageFont})`);
  if (focusMode) root.dataset.focusMode = 'on';
  else delete root.dataset.focusMode;
}

/** One size up or down; stays at the ends. */
export function stepTextSize(step: 1 | -1): void {
  const { textSize } = usePreferences.getState();
  const next = textSizes[textSizes.findIndex((size) => size === textSize) + step];
  if (next !== undefined) setPreferences({ textSize: next });
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
