import { stemmer } from '@orama/stemmers/dutch';
import type { Speech } from './speech.ts';

/** A word as it is counted: lower case, without the signs around it; `stem` by the Dutch rules of Snowball. */
export interface WordForm { form: string; stem: string }

/**
 * The form of each word of the speech, in its order; an empty form for what holds no letter or digit. The stem of a word
 * is looked up once.
 */
export function wordForms({ text, words }: Speech): WordForm[] {
  const known = new Map<string, WordForm>();
  return words.map(({ start, end }) => {
    const said = text.text.slice(start, end);
    const found = known.get(said) ?? formOf(said);
    known.set(said, found);
    return found;
  });
}

/** *"Klachten,"* is *klachten*; *zo’n* and *zo'n* are one, and so are accents that are written in two ways. Signs inside a word stay. */
export function formOf(said: string): WordForm {
  const form = said.normalize('NFC').toLowerCase().replaceAll(/[’‘]/gu, '\'').replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}\p{M}]+$/u, '');
  return { form, stem: form === '' ? '' : stemmer(form) };
}
