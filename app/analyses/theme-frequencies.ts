import { z } from 'zod';
import type { Analysis, AnalysisColumn, AnalysisTable, Lead } from './analysis.ts';
import { commonControls } from './controls.ts';
import { groupColumns, groupings, groupingWords } from './groups.ts';
import { scopeOptions } from './scope.ts';
import { Counted, Tally, type CountedOptions } from './theme-tally.ts';
import { themeCells, themeColumns, themesOf, type Theme } from './themes.ts';

const options = z.strictObject({
  /** Null: one row a theme. */
  by: z.enum([...groupings, 'coder']).nullable().default(null),
  ...scopeOptions,
  /** Let each theme's row hold the codings of all themes below it as well. */
  withSubtree: z.boolean().default(false),
});

/**
 * How much was said on each theme, by how many. Rows in the order of the codebook; with `by`, a row for each theme and
 * each group that is counted, zeros included. Rows also hold `code_id`, and who the one voice is, which are no columns.
 */
export const themeFrequencies: Analysis<typeof options> = {
  id: 'theme-frequencies',
  name: { nl: 'Themafrequenties', en: 'Theme frequencies' },
  caption: {
    nl: 'Elk woord telt één keer per thema, ook waar coderingen van hetzelfde thema overlappen. Het aandeel is van alle woorden die meetellen.',
    en: 'Each word counts once a theme, also where codings of the same theme overlap. The share is of all words that are counted.',
  },
  definition: {
    nl: 'Per thema: coderingen; passages (aaneengesloten tekst onder overlappende coderingen; wat elkaar alleen raakt, blijft apart); woorden en tekens onder ten minste één codering, elk één keer (een woord telt als één teken ervan gecodeerd is); aandeel (die woorden gedeeld door alle woorden van de sprekers die meetellen); en beurten, sprekers en documenten met ten minste één gecodeerd woord. Geteld wordt wat in beurten is gezegd. Notities van de verslaglegger tussen vierkante haken zijn geen spraak. Gespreksleiders en beurten zonder spreker tellen niet mee, tenzij daarom is gevraagd; een codering die alleen daarin of buiten de beurten valt, telt dan ook niet. Een codering over meer beurten telt bij elke spreker die zij raakt en één keer in het totaal. Een document zonder beurten is één stem. In een rij per codeur staat wat die ene heeft gecodeerd, gedeeld door alle woorden die meetellen. Eén stem: één spreker heeft meer dan de helft van de woorden in de rij; in een rij per spreker: van de woorden van het thema.',
    en: 'For each theme: codings; passages (text under overlapping codings; what only touches stays apart); words and characters under at least one coding, each once (a word counts if any character of it is coded); share (those words over all words of the speakers counted); and turns, speakers and documents with at least one coded word. What is counted is what was said in turns. The reporter\'s notes in square brackets are not speech. Moderators and turns without a speaker are left out unless asked for; a coding that lies only there or outside the turns then does not count either. A coding that crosses turns counts for each speaker it touches and once in the total. A document without turns is one voice. A row by coder holds what that one coded, over all words that are counted. One voice: one speaker has more than half of the words in the row; in a row by speaker: of the words of the theme.',
  },
  options,
  controls: [
    {
      id: 'by', kind: 'choice', name: { nl: 'Per', en: 'By' },
      choices: [{ value: null, name: { nl: 'per thema', en: 'by theme' } }, ...([...groupings, 'coder'] as const).map((value) => ({
        value, name: { nl: `per thema en ${groupingWords[value].per.nl.replace('per ', '')}`, en: `by theme and ${groupingWords[value].per.en.replace('by ', '')}` },
      }))],
    },
    commonControls.document, commonControls.includeModerators, commonControls.withSubtree,
  ],
  run: (snapshot, chosen) => {
    const counted = new Counted(snapshot, chosen);
    const rows = themesOf(snapshot.state, chosen.withSubtree).flatMap((theme) => rowsOf(theme, counted, chosen));
    const groups = chosen.by ? groupColumns(chosen.by) : [];
    return { columns: [...themeColumns, ...groups, ...figures], rows, notes: counted.notes };
  },
  picture: ({ by }) => (by ? { kind: 'heat', rows: 'code', columns: 'by', value: 'share' } : { kind: 'bars', label: 'code', values: ['share'] }),
  follow(snapshot, chosen, row): Lead | null {
    const theme = themesOf(snapshot.state, chosen.withSubtree).find(({ id }) => id === row['code_id']);
    if (!theme) return null;
    const counted = new Counted(snapshot, chosen);
    return { kind: 'codings', ids: counted.codingsIn(theme.codes, String(row['by_id'] ?? '')).map(({ coding }) => coding.id) };
  },
};

const figures: readonly AnalysisColumn[] = [
  { id: 'codings', name: { nl: 'Coderingen', en: 'Codings' }, unit: 'count' },
  { id: 'passages', name: { nl: 'Passages', en: 'Passages' }, unit: 'count' },
  { id: 'words', name: { nl: 'Woorden', en: 'Words' }, unit: 'count' },
  { id: 'characters', name: { nl: 'Tekens', en: 'Characters' }, unit: 'count' },
  { id: 'share', name: { nl: 'Aandeel', en: 'Share' }, unit: 'share', of: { nl: '% van de woorden', en: '% of the words' } },
  { id: 'turns', name: { nl: 'Beurten', en: 'Turns' }, unit: 'count' },
  { id: 'speakers', name: { nl: 'Sprekers', en: 'Speakers' }, unit: 'count' },
  { id: 'documents', name: { nl: 'Documenten', en: 'Documents' }, unit: 'count' },
  { id: 'speakers_counted', name: { nl: 'Sprekers meegeteld', en: 'Speakers counted' }, unit: 'count', only: 'files' },
  { id: 'words_counted', name: { nl: 'Woorden meegeteld', en: 'Words counted' }, unit: 'count', only: 'files' },
  { id: 'one_voice', name: { nl: 'Eén stem', en: 'One voice' }, unit: 'flag' },
];

function rowsOf(theme: Theme, counted: Counted, { by }: CountedOptions): AnalysisTable['rows'] {
  const tallies = counted.tally(theme.codes);
  const allWords = [...tallies.values()].reduce((sum, { words }) => sum + words, 0);
  return [...counted.groups].map(([key, group]) => {
    const found = tallies.get(key) ?? new Tally();
    const voice = oneVoice(found, by === 'speaker' ? allWords : found.words);
    return {
      ...themeCells(theme),
      ...(by === null ? {} : { by: group.name, by_id: key }),
      codings: found.codings, passages: found.passages, words: found.words, characters: found.characters,
      share: group.words === 0 ? 0 : found.words / group.words,
      turns: found.turns.size, speakers: found.voices.size, documents: found.documents.size,
      speakers_counted: group.voices.size, words_counted: group.words,
      one_voice: voice !== null, one_voice_name: voice && (counted.names.get(voice.id) ?? null), one_voice_share: voice && voice.share,
    };
  });
}

/** The speaker who has more than half of these words. Of a speaker's own row that is asked of the whole theme. */
function oneVoice({ voices }: Tally, words: number) {
  const found = [...voices].find(([, own]) => own * 2 > words);
  return found ? { id: found[0], share: found[1] / words } : null;
}
