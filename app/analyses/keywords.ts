import { z } from 'zod';
import type { CodePoint, DocumentId } from '../../schemas/ids.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { TextRange } from '../document/plain-text.ts';
import { firstIndex } from '../support/first-index.ts';
import { touched, type PlacedCoding } from './counting.ts';
import type { Speech } from './speech.ts';
import type { Analysis, AnalysisColumn, AnalysisRow } from './analysis.ts';
import { amount } from './notes.ts';
import { formOf, wordForms, type WordForm } from './word-forms.ts';
import { hiddenPlaceColumns, placeColumns, placeInSpeech } from './word-places.ts';
import { wordScopeControls, wordScopeOptions, wordsIn, type ScopedSpeech } from './word-scope.ts';

const options = z.strictObject({
  /** One or more words; `*` stands for any letters. Empty: nothing is found. */
  word: z.string().max(200).default(''),
  stems: z.boolean().default(true),
  /** Words on either side. */
  context: z.int().min(1).max(40).default(8),
  ...wordScopeOptions,
});

/** A word wherever it is said, with the words around it; in the order of the text. */
export const keywords: Analysis<typeof options> = {
  id: 'keywords',
  name: { nl: 'Woord in zijn zin', en: 'Keyword in context' },
  caption: {
    nl: 'Waar een woord valt, met de woorden eromheen.',
    en: 'Where a word is said, with the words around it.',
  },
  press: { nl: 'Een druk op een rij gaat naar de plaats in de tekst.', en: 'A press on a row goes to its place in the text.' },
  definition: {
    nl: 'Een rij per keer dat het woord, of de woorden achter elkaar binnen één beurt, wordt gezegd. Hoofdletters en leestekens om een woord tellen niet; met woordstammen telt elke vorm met dezelfde stam (de Nederlandse regels van Snowball). Een sterretje staat voor willekeurige letters; zo’n woord wordt zonder stam vergeleken. Links en rechts staan de woorden van dezelfde beurt. Thema’s: die met een codering over ten minste één woord van het gevondene. De plaats is geteld in woorden van wat er in het document is gezegd. Notities van de verslaglegger zijn geen spraak; gespreksleiders en beurten zonder spreker doen niet mee, tenzij daarom is gevraagd.',
    en: 'One row for each time that the word, or the words one after another within a turn, is said. Capitals and signs around a word do not count; with stems each form with the same stem counts (Snowball\'s rules for Dutch). An asterisk stands for any letters; such a word is compared without its stem. Left and right stand the words of the same turn. Themes: those with a coding over at least one word of what was found. The place is counted in words of what was said in the document. The reporter\'s notes are not speech; moderators and turns without a speaker are left out unless asked for.',
  },
  options,
  controls: [
    { id: 'word', kind: 'text', name: { nl: 'Woord', en: 'Word' } },
    { id: 'stems', kind: 'flag', name: { nl: 'Ook andere vormen', en: 'Other forms too' } },
    { id: 'context', kind: 'number', least: 1, most: 40, name: { nl: 'Woorden eromheen', en: 'Words around it' } },
    ...wordScopeControls,
  ],
  run: (snapshot, { word, stems, context, ...scope }) => {
    const wanted = word.split(/\s+/u).map((part) => matcher(part, stems)).filter((match) => match !== null);
    if (wanted.length === 0) return { columns, rows: [] };
    const rows = wordsIn(snapshot, scope).flatMap((scoped) => found(snapshot, scoped, wanted, context));
    const times = amount(rows.length, ['keer', 'keer'], ['time', 'times']);
    return { columns, rows, notes: [{ nl: `${times.nl} gevonden.`, en: `Found ${times.en}.` }] };
  },
  picture: () => ({ kind: 'portrait', lane: 'speaker' }),
  follow: (_, __, row) => ({
    kind: 'place', documentId: row['document_id'] as DocumentId, start: Number(row['start']) as CodePoint, end: Number(row['end']) as CodePoint,
  }),
};

const columns: readonly AnalysisColumn[] = [
  { id: 'left', name: { nl: 'Ervoor', en: 'Before' }, unit: 'text' },
  { id: 'keyword', name: { nl: 'Gevonden', en: 'Found' }, unit: 'text' },
  { id: 'right', name: { nl: 'Erna', en: 'After' }, unit: 'text' },
  placeColumns.speaker, placeColumns.page, placeColumns.document,
  { id: 'themes', name: { nl: 'Thema’s', en: 'Themes' }, unit: 'text' },
  ...hiddenPlaceColumns,
];

type Matcher = (word: WordForm) => boolean;

/** Null where nothing is left to look for. */
function matcher(part: string, stems: boolean): Matcher | null {
  if (part.includes('*')) {
    const letters = part.normalize('NFC').toLowerCase().split('*').map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&')).join('.*');
    const pattern = new RegExp(`^${letters}$`, 'u');
    return letters === '.*' ? null : ({ form }) => pattern.test(form);
  }
  const wanted = formOf(part);
  if (wanted.form === '') return null;
  return stems ? ({ stem }) => stem === wanted.stem : ({ form }) => form === wanted.form;
}

function found(snapshot: ProjectSnapshot, { speech, places, isIn }: ScopedSpeech, wanted: readonly Matcher[], context: number): AnalysisRow[] {
  const { words, text } = speech;
  const forms = wordForms(speech);
  const said = (from: number, to: number) => {
    const [first, last] = [words[from], words[to - 1]];
    return first && last && from < to ? text.text.slice(first.start, last.end).replaceAll(/\s+/gu, ' ') : '';
  };
  const themes = themesOfWords(snapshot, speech, places);
  return words.flatMap(({ unit }, at): AnalysisRow[] => {
    const after = at + wanted.length;
    const isHere = wanted.every((match, step) => isIn[at + step] === true && words[at + step]?.unit === unit && match(forms[at + step] ?? { form: '', stem: '' }));
    const [first, last] = [words[at], words[after - 1]];
    if (!isHere || !first || !last) return [];
    const range: TextRange = { start: first.start, end: last.end };
    const starts = firstIndex(words.length, (other) => (words[other]?.unit ?? 0) >= unit);
    const ends = firstIndex(words.length, (other) => (words[other]?.unit ?? 0) > unit);
    return [{
      left: said(Math.max(starts, at - context), at), keyword: said(at, after), right: said(after, Math.min(ends, after + context)),
      themes: [...new Set(wanted.flatMap((_, step) => [...(themes.get(at + step) ?? [])]))].join(', '), ...placeInSpeech(speech, unit, range),
    }];
  });
}

/** The names of the themes over each coded word, by its index. */
function themesOfWords({ state }: ProjectSnapshot, speech: Speech, places: readonly PlacedCoding[]): Map<number, Set<string>> {
  const themes = new Map<number, Set<string>>();
  for (const place of places) {
    const name = state.codes.get(place.coding.codeId)?.name ?? '';
    const { first, after } = touched(speech.words, place);
    for (let at = first; at < after; at += 1) themes.set(at, (themes.get(at) ?? new Set()).add(name));
  }
  return themes;
}
