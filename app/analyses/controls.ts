import type { Words } from '../support/words.ts';

/**
 * How the screen asks for an option. `choice`: one of these values; `flag`: yes or no; `number`: a whole number; `text`:
 * words; `document`, `theme`, `voice`: one of the project's, or all; `query`: conditions on codings.
 */
export type Control = { id: string; name: Words; when?(options: Readonly<Record<string, unknown>>): boolean } & (
  | { kind: 'choice'; choices: readonly { value: string | null; name: Words }[] }
  | { kind: 'number'; least: number; most: number }
  | { kind: 'flag' | 'text' | 'document' | 'theme' | 'voice' | 'query' }
);

/** The controls that several analyses share. */
export const commonControls = {
  document: { id: 'document', kind: 'document', name: { nl: 'Document', en: 'Document' } },
  includeModerators: { id: 'includeModerators', kind: 'flag', name: { nl: 'Gespreksleiders meetellen', en: 'Count moderators' } },
  withSubtree: { id: 'withSubtree', kind: 'flag', name: { nl: 'Met subthema’s', en: 'With subthemes' } },
} as const satisfies Record<string, Control>;
