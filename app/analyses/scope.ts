import { z } from 'zod';
import { documentIdSchema } from '../../schemas/ids.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { speechOf, type Speech, type SpeechUnit } from './speech.ts';

/** The options of who and what is counted; every analysis that counts speech has them. */
export const scopeOptions = {
  /** Null: all documents. */
  document: documentIdSchema.nullable().default(null),
  /** Count moderators, and turns without a speaker, too. */
  includeModerators: z.boolean().default(false),
};

export type Scope = z.output<z.ZodObject<typeof scopeOptions>>;

/** The speech of the documents that are looked at, the oldest import first. */
export function speechIn(snapshot: ProjectSnapshot, { document }: Pick<Scope, 'document'>): Speech[] {
  return speechOf(snapshot).filter((speech) => document === null || speech.document.id === document);
}

/** Whether what is said in a unit counts (counting.md). */
export function counts({ voice }: SpeechUnit, { includeModerators }: Pick<Scope, 'includeModerators'>): boolean {
  return includeModerators || (voice !== null && !voice.moderator);
}
