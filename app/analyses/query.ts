import { z } from 'zod';
import type { CodingId } from '../../schemas/ids.ts';
import { querySchema, type ConditionGroup } from '../../schemas/query.ts';
import { allGone } from '../coding/query-names.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { codePath } from '../coding/tree.ts';
import type { Words } from '../support/words.ts';
import type { Analysis, AnalysisColumn, AnalysisRow } from './analysis.ts';
import { answer, type Asked } from './ask.ts';
import { byStart, placeCodings, touched, type PlacedCoding } from './counting.ts';
import { amount } from './notes.ts';
import { goneWords } from './query-words.ts';
import { speechIn } from './scope.ts';
import type { Speech } from './speech.ts';
import { themeColumns } from './themes.ts';
import { hiddenPlaceColumns, placeColumns, placeInSpeech } from './word-places.ts';

const options = z.strictObject({ query: querySchema });

/** The codings for which a query holds, in the order of the text. */
export const query: Analysis<typeof options> = {
  id: 'query',
  name: { nl: 'Zoekvraag', en: 'Query' },
  caption: {
    nl: 'De coderingen die aan alle voorwaarden voldoen.',
    en: 'The codings for which all conditions hold.',
  },
  press: { nl: 'Een druk op een rij opent de passage.', en: 'A press on a row opens the passage.' },
  definition: {
    nl: 'Een rij per codering waarvoor de vraag klopt. Een voorwaarde over het thema, de codeur, het gewicht, een memo of de woorden gaat over de codering zelf; een over spreker, rol, organisatie of soort beurt klopt als de codering zo’n beurt met ten minste één teken raakt. Overlapt met, ligt in, bevat, gevolgd door, voorafgegaan door en dichtbij gaan over een andere codering in hetzelfde document: overlappen is ten minste één teken delen, en wat elkaar alleen raakt overlapt niet; gevolgd en voorafgegaan zijn er hoogstens het gekozen aantal hele woorden tussen, ook over beurten heen; dichtbij is overlappend, gevolgd of voorafgegaan. Een codering heeft één thema: wat onder twee thema’s ligt, vindt men met overlapt met. Hier telt iedereen mee, ook gespreksleiders. Woorden: gesproken woorden onder de codering, zonder notities van de verslaglegger. Coderingen die niet in de tekst zijn teruggevonden, zijn niet doorzocht.',
    en: 'One row for each coding for which the query holds. A condition on theme, coder, weight, memo or words is about the coding itself; one on speaker, role, organisation or kind of turn holds if the coding touches at least one character of such a turn. Overlaps, lies in, contains, followed by, preceded by and near are about another coding in the same document: to overlap is to share at least one character, and what only touches does not overlap; followed and preceded have at most the chosen number of whole words between, across turns too; near is overlapping, followed or preceded. A coding has one theme: what lies under two themes is found by overlaps. Everybody counts here, moderators too. Words: spoken words under the coding, without the reporter\'s notes. Codings that were not found in the text were not searched.',
  },
  options,
  controls: [{ id: 'query', kind: 'query', name: { nl: 'Voorwaarden', en: 'Conditions' } }],
  run(snapshot, chosen) {
    const searched = searchedIn(snapshot);
    const rows = searched.flatMap((asked) => answer(snapshot, asked, chosen.query).map((coding) => rowOf(snapshot, asked.speech, coding)));
    const of = amount(searched.reduce((sum, { codings }) => sum + codings.length, 0), ['codering', 'coderingen'], ['coding', 'codings']);
    const hits = amount(rows.length, ['gevonden', 'gevonden'], ['found', 'found']);
    return { columns, rows: withMemos(snapshot, rows), notes: [{ nl: `${hits.nl} van ${of.nl}.`, en: `${hits.en} of ${of.en}.` }, ...goneNotes(snapshot, chosen.query)] };
  },
  picture: () => ({ kind: 'portrait', lane: 'code' }),
  follow: (_, __, row) => ({ kind: 'codings', ids: [row['coding_id'] as CodingId] }),
};

/** How many codings each of these queries finds. */
export function countHits(snapshot: ProjectSnapshot, queries: readonly ConditionGroup[]): number[] {
  const searched = searchedIn(snapshot);
  return queries.map((asked) => searched.reduce((sum, one) => sum + answer(snapshot, one, asked).length, 0));
}

/** Every coding that is in the text, in its order. */
function searchedIn(snapshot: ProjectSnapshot): Asked[] {
  const speeches = speechIn(snapshot, { document: null });
  const places = placeCodings(snapshot, speeches);
  return speeches.map((speech) => ({ speech, codings: [...(places.get(speech.document.id)?.values() ?? [])].flat().toSorted(byStart) }));
}

/** What the query names and the project has no longer: such a condition is not left out, nothing belongs to it. */
function goneNotes({ state }: ProjectSnapshot, asked: ConditionGroup): Words[] {
  return allGone(state, asked).map((kind) => ({
    nl: `De vraag noemt ${goneWords[kind].nl}; daar hoort geen enkele codering bij.`, en: `The query names ${goneWords[kind].en}; no coding belongs to it.`,
  }));
}

const columns: readonly AnalysisColumn[] = [
  { id: 'quotation', name: { nl: 'Passage', en: 'Passage' }, unit: 'text' },
  ...themeColumns, placeColumns.speaker, placeColumns.page, placeColumns.document,
  { id: 'words', name: { nl: 'Woorden', en: 'Words' }, unit: 'count' },
  { id: 'weight', name: { nl: 'Gewicht', en: 'Weight' }, unit: 'number' },
  { id: 'memo', name: { nl: 'Memo', en: 'Memo' }, unit: 'text' },
  { id: 'coder', name: { nl: 'Codeur', en: 'Coder' }, unit: 'text' },
  { id: 'coding_id', name: { nl: 'Kenmerk', en: 'Identifier' }, unit: 'text', only: 'programs' },
  ...hiddenPlaceColumns,
];

function rowOf({ state }: ProjectSnapshot, speech: Speech, { coding, ...range }: PlacedCoding): AnalysisRow {
  const { first, after } = touched(speech.units, range);
  const units = speech.units.slice(first, after);
  const place = placeInSpeech(speech, after > first ? first : null, range);
  return {
    quotation: speech.text.text.slice(range.start, range.end), code: state.codes.get(coding.codeId)?.name ?? '', path: codePath(state, coding.codeId), code_id: coding.codeId,
    ...place, speaker: [...new Set(units.flatMap(({ voice }) => voice?.name ?? []))].join(', '),
    words: Number(place['to_word']) - Number(place['from_word']), weight: coding.weight, coder: state.coders.get(coding.coderId)?.name ?? '', coding_id: coding.id,
  };
}

/** The rows with the memos on their codings. */
function withMemos({ state }: ProjectSnapshot, rows: readonly AnalysisRow[]): AnalysisRow[] {
  const memos = new Map<unknown, string>();
  for (const { target, text } of state.memos.values()) {
    if (target.kind === 'coding') memos.set(target.id, [memos.get(target.id), text].filter((one) => one !== undefined).join('\n'));
  }
  return rows.map((row) => ({ ...row, memo: memos.get(row['coding_id']) ?? '' }));
}
