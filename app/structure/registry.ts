import { answers } from './answers.ts';
import { hearing } from './hearing.ts';
import { letter } from './letter.ts';
import { plain } from './plain.ts';
import type { Recogniser } from './recogniser.ts';

/** Every kind of document that is understood; the one that is surest of a text reads it. */
export const recognisers: readonly Recogniser[] = [hearing, answers, letter, plain];
