import type { TextRange } from '../document/plain-text.ts';
import { pageAt } from '../document/locate.ts';
import type { AnalysisColumn, AnalysisRow } from './analysis.ts';
import { touched } from './counting.ts';
import { turnKindWords } from './groups.ts';
import type { Speech } from './speech.ts';

/**
 * Where a range stands, in columns: document, who speaks in this unit (null: outside all), turn and page (from 1),
 * offsets in code points, and its words among all words of the document's speech.
 */
export function placeInSpeech(speech: Speech, unitAt: number | null, range: TextRange): AnalysisRow {
  const { document, text, words } = speech;
  const unit = unitAt === null ? undefined : speech.units[unitAt];
  const { first, after } = touched(words, range);
  return {
    document: document.name, document_id: document.id, speaker: unit?.voice?.name ?? '', speaker_id: unit?.voice?.id ?? '',
    turn: unit && unit.turn !== null ? unit.turn + 1 : null, kind: unit?.kind ?? '', page: pageAt(text, range.start),
    from_word: first, to_word: after, document_words: words.length, start: text.toCodePoint(range.start), end: text.toCodePoint(range.end),
  };
}

/** The columns of a place, for what stands before and behind others. */
export const placeColumns = {
  document: { id: 'document', name: { nl: 'Document', en: 'Document' }, unit: 'text' },
  speaker: { id: 'speaker', name: { nl: 'Spreker', en: 'Speaker' }, unit: 'text', terms: { '': { nl: 'zonder spreker', en: 'without speaker' } } },
  turn: { id: 'turn', name: { nl: 'Beurt', en: 'Turn' }, unit: 'number', only: 'files' },
  kind: { id: 'kind', name: { nl: 'Soort beurt', en: 'Kind of turn' }, unit: 'text', only: 'files', terms: { ...turnKindWords, '': { nl: 'geen beurt', en: 'no turn' } } },
  page: { id: 'page', name: { nl: 'Bladzijde', en: 'Page' }, unit: 'number' },
  fromWord: { id: 'from_word', name: { nl: 'Vanaf woord', en: 'From word' }, unit: 'number', only: 'files' },
  toWord: { id: 'to_word', name: { nl: 'Tot woord', en: 'To word' }, unit: 'number', only: 'files' },
  documentWords: { id: 'document_words', name: { nl: 'Woorden van het document', en: 'Words of the document' }, unit: 'number', only: 'files' },
  start: { id: 'start', name: { nl: 'Begin', en: 'Start' }, unit: 'number', only: 'programs' },
  end: { id: 'end', name: { nl: 'Einde', en: 'End' }, unit: 'number', only: 'programs' },
} as const satisfies Record<string, AnalysisColumn>;

/** What files and portraits need of a place. */
export const hiddenPlaceColumns: readonly AnalysisColumn[] = [
  placeColumns.turn, placeColumns.kind, placeColumns.fromWord, placeColumns.toWord, placeColumns.documentWords, placeColumns.start, placeColumns.end,
];
