import { z } from 'zod';
import { codeIdSchema } from '../../schemas/ids.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { subtree } from '../coding/tree.ts';
import { commonControls, type Control } from './controls.ts';
import { byStart, coverage, placeCodings, touched, type PlacedCoding } from './counting.ts';
import { counts, scopeOptions, speechIn } from './scope.ts';
import type { Speech } from './speech.ts';

/** The options of which words are looked at. */
export const wordScopeOptions = {
  ...scopeOptions,
  /** A speaker, or a document without turns; null: all. */
  voice: z.guid().nullable().default(null),
  /** Only words under this theme or one below it; null: all words. */
  theme: codeIdSchema.nullable().default(null),
};
export type WordScope = z.output<z.ZodObject<typeof wordScopeOptions>>;

export const wordScopeControls: readonly Control[] = [
  commonControls.document,
  { id: 'voice', kind: 'voice', name: { nl: 'Spreker', en: 'Speaker' } },
  { id: 'theme', kind: 'theme', name: { nl: 'Thema', en: 'Theme' } },
  commonControls.includeModerators,
];

/** A document's speech with its codings, and which of its words are looked at. */
export interface ScopedSpeech { speech: Speech; places: readonly PlacedCoding[]; isIn: readonly boolean[] }

export function wordsIn(snapshot: ProjectSnapshot, scope: WordScope): ScopedSpeech[] {
  const speeches = speechIn(snapshot, scope);
  const placed = placeCodings(snapshot, speeches);
  const codes = scope.theme === null ? null : subtree(snapshot.state, scope.theme);
  return speeches.map((speech) => {
    const places = [...(placed.get(speech.document.id)?.values() ?? [])].flat().toSorted(byStart);
    const isCounted = speech.units.map((unit) => counts(unit, scope) && (scope.voice === null || unit.voice?.id === scope.voice));
    const under = codes && wordsCovered(speech, places.filter(({ coding }) => codes.has(coding.codeId)));
    return { speech, places, isIn: speech.words.map(({ unit }, at) => isCounted[unit] === true && (under === null || under.has(at))) };
  });
}

/** The words under these sorted places, as indexes, in the order of the text. */
export function wordsCovered(speech: Speech, places: readonly PlacedCoding[]): Set<number> {
  const found = new Set<number>();
  for (const range of coverage(places)) {
    const { first, after } = touched(speech.words, range);
    for (let at = first; at < after; at += 1) found.add(at);
  }
  return found;
}
