import { z } from 'zod';
import type { CodePoint } from '../../schemas/ids.ts';
import type { Analysis, AnalysisRow, Lead } from './analysis.ts';
import { commonControls } from './controls.ts';
import { coverage, intersection, placeCodings, touched } from './counting.ts';
import { placesOf } from './meetings.ts';
import { leftOutNotes } from './notes.ts';
import { counts, scopeOptions, speechIn } from './scope.ts';
import type { Speech } from './speech.ts';
import { themeColumns, themesOf, type Theme } from './themes.ts';
import { hiddenPlaceColumns, placeColumns, placeInSpeech } from './word-places.ts';

const options = z.strictObject({
  /** A lane for each theme, or for each theme of each speaker. */
  lanes: z.enum(['theme', 'speaker']).default('theme'),
  ...scopeOptions,
});

/** The themes along the text: a row for each stretch of a theme within a turn, in the order of the codebook and the text. */
export const portrait: Analysis<typeof options> = {
  id: 'portrait',
  name: { nl: 'Documentportret', en: 'Document portrait' },
  caption: {
    nl: 'De thema’s langs de tekst, van het eerste woord tot het laatste.',
    en: 'The themes along the text, from the first word to the last.',
  },
  definition: {
    nl: 'Een rij per stuk tekst onder een thema, binnen één beurt: wat onder coderingen van hetzelfde thema ligt die overlappen of elkaar raken, is één stuk; wat over een beurt heen loopt, wordt per beurt een stuk. De plaats is geteld in woorden van wat er in het document is gezegd, van iedereen, zonder notities van de verslaglegger. Woorden: de gecodeerde woorden van het stuk; een woord dat in twee stukken van een thema valt, staat in beide. Wat alleen in beurten van gespreksleiders, zonder spreker of buiten de beurten valt, staat er niet in, tenzij daarom is gevraagd.',
    en: 'One row for each stretch of text under a theme, within one turn: what lies under codings of the same theme that overlap or touch is one stretch; what crosses a turn becomes a stretch for each turn. The place is counted in words of what was said in the document, by everybody, without the reporter\'s notes. Words: the coded words of the stretch; a word that falls in two stretches of a theme stands in both. What lies only in turns of moderators, without a speaker or outside turns is left out unless asked for.',
  },
  options,
  controls: [
    {
      id: 'lanes', kind: 'choice', name: { nl: 'Banen', en: 'Lanes' },
      choices: [{ value: 'theme', name: { nl: 'een baan per thema', en: 'a lane for each theme' } }, { value: 'speaker', name: { nl: 'per spreker en thema', en: 'by speaker and theme' } }],
    },
    commonControls.document, commonControls.includeModerators,
  ],
  run(snapshot, { lanes, ...scope }) {
    const speeches = speechIn(snapshot, scope);
    const places = placeCodings(snapshot, speeches);
    const rows = speeches.flatMap((speech) => themesOf(snapshot.state, false).flatMap((theme) =>
      stretches(speech, theme, placesOf(places.get(speech.document.id), theme.codes), scope.includeModerators)));
    return {
      columns: lanes === 'theme' ? [...themeColumns, placeColumns.speaker, ...rest] : [placeColumns.speaker, ...themeColumns, ...rest],
      rows: lanes === 'theme' ? rows : bySpeaker(rows, speeches),
      notes: leftOutNotes(snapshot, speeches, places, scope),
    };
  },
  picture: ({ lanes }) => (lanes === 'theme' ? { kind: 'portrait', lane: 'code' } : { kind: 'portrait', lane: 'speaker', group: 'code' }),
  follow(snapshot, _, row): Lead {
    const speeches = speechIn(snapshot, { document: null }).filter(({ document }) => document.id === row['document_id']);
    const placed = [...placeCodings(snapshot, speeches).values()].flatMap((byCode) => [...byCode.values()].flat());
    const ids = speeches.flatMap(({ text }) => {
      const [start, end] = [text.toUtf16(Number(row['start']) as CodePoint), text.toUtf16(Number(row['end']) as CodePoint)];
      return placed.filter(({ coding, ...place }) => coding.codeId === row['code_id'] && place.start < end && place.end > start).map(({ coding }) => coding.id);
    });
    return { kind: 'codings', ids };
  },
};

const rest = [
  placeColumns.document, placeColumns.page, { id: 'words', name: { nl: 'Woorden', en: 'Words' }, unit: 'count' as const }, ...hiddenPlaceColumns,
];

/** The stretches of one theme in one document, cut where turns end, without those that hold no word. */
function stretches(speech: Speech, { id, name, path }: Theme, places: ReturnType<typeof placesOf>, includeModerators: boolean): AnalysisRow[] {
  return coverage(places).flatMap((range) => {
    const { first, after } = touched(speech.units, range);
    return speech.units.slice(first, after).flatMap((unit, at): AnalysisRow[] => {
      if (!counts(unit, { includeModerators })) return [];
      const row = placeInSpeech(speech, first + at, intersection(unit, range));
      const words = Number(row['to_word']) - Number(row['from_word']);
      return words === 0 ? [] : [{ ...row, words, code: name, path, code_id: id }];
    });
  });
}

/** The same rows, the speakers in the order in which they are first heard. */
function bySpeaker(rows: readonly AnalysisRow[], speeches: readonly Speech[]): AnalysisRow[] {
  const heard = new Set<unknown>(speeches.flatMap(({ units }) => units.map(({ voice }) => voice?.id ?? '')));
  const order = new Map([...heard].map((id, at) => [id, at]));
  return rows.toSorted((a, b) => (order.get(a['speaker_id']) ?? 0) - (order.get(b['speaker_id']) ?? 0));
}
