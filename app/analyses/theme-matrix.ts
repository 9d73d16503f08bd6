import { z } from 'zod';
import type { Analysis, AnalysisColumn } from './analysis.ts';
import { commonControls } from './controls.ts';
import { groupColumns, groupingSchema, groupings, groupingWords } from './groups.ts';
import { scopeOptions } from './scope.ts';
import { themeFrequencies } from './theme-frequencies.ts';
import { themeColumns } from './themes.ts';

const options = z.strictObject({
  by: groupingSchema.default('speaker'),
  /** What the picture shows; the table has all of them. */
  measure: z.enum(['share_of_group', 'share_of_theme', 'words', 'codings']).default('share_of_group'),
  ...scopeOptions,
  withSubtree: z.boolean().default(false),
});

/** Who says what: a row for each theme and each group, zeros included; the counts are those of the theme frequencies. */
export const themeMatrix: Analysis<typeof options> = {
  id: 'theme-matrix',
  name: { nl: 'Thema × spreker', en: 'Theme × speaker' },
  caption: {
    nl: 'Wie zegt wat: elk thema naast elke spreker, rol, organisatie of document.',
    en: 'Who says what: each theme beside each speaker, role, organisation or document.',
  },
  press: { nl: 'Een druk op een cel opent de passages.', en: 'A press on a cell opens the passages.' },
  definition: {
    nl: 'Een rij per thema en groep (spreker, rol, organisatie, document of soort beurt). Coderingen: die in een beurt van de groep ten minste één teken raken. Woorden: woorden van de groep onder ten minste één codering van het thema, elk één keer. Aandeel van de groep (kolom): die woorden gedeeld door alle woorden van de groep die meetellen. Aandeel van het thema (rij): die woorden gedeeld door alle woorden van het thema; over de groepen is dat samen 100 %. Notities van de verslaglegger tussen vierkante haken zijn geen spraak. Gespreksleiders en beurten zonder spreker tellen niet mee, tenzij daarom is gevraagd. Een document zonder beurten is één stem.',
    en: 'One row for each theme and group (speaker, role, organisation, document or kind of turn). Codings: those that touch at least one character in a turn of the group. Words: words of the group under at least one coding of the theme, each once. Share of the group (column): those words over all words of the group that are counted. Share of the theme (row): those words over all words of the theme; over the groups that makes 100 %. The reporter\'s notes in square brackets are not speech. Moderators and turns without a speaker are left out unless asked for. A document without turns is one voice.',
  },
  options,
  controls: [
    { id: 'by', kind: 'choice', name: { nl: 'Per', en: 'By' }, choices: groupings.map((value) => ({ value, name: groupingWords[value].per })) },
    {
      id: 'measure', kind: 'choice', name: { nl: 'In beeld', en: 'Shown' },
      choices: [
        { value: 'share_of_group', name: { nl: 'aandeel van de groep', en: 'share of the group' } },
        { value: 'share_of_theme', name: { nl: 'aandeel van het thema', en: 'share of the theme' } },
        { value: 'words', name: { nl: 'woorden', en: 'words' } },
        { value: 'codings', name: { nl: 'coderingen', en: 'codings' } },
      ],
    },
    commonControls.document, commonControls.includeModerators, commonControls.withSubtree,
  ],
  run(snapshot, chosen) {
    const { rows, notes = [] } = themeFrequencies.run(snapshot, chosen);
    const ofTheme = new Map<unknown, number>();
    for (const row of rows) ofTheme.set(row['code_id'], (ofTheme.get(row['code_id']) ?? 0) + Number(row['words']));
    return {
      columns: [...themeColumns, ...groupColumns(chosen.by), ...figures],
      rows: rows.map(({ code = null, path = null, code_id = null, by = null, by_id = null, codings = 0, words = 0, share = 0 }) => {
        const all = ofTheme.get(code_id) ?? 0;
        return { code, path, code_id, by, by_id, codings, words, share_of_group: share, share_of_theme: all === 0 ? 0 : Number(words) / all };
      }),
      notes,
    };
  },
  picture: ({ measure }) => ({ kind: 'heat', rows: 'code', columns: 'by', value: measure }),
  follow: (snapshot, chosen, row) => themeFrequencies.follow(snapshot, chosen, row),
};

const figures: readonly AnalysisColumn[] = [
  { id: 'codings', name: { nl: 'Coderingen', en: 'Codings' }, unit: 'count' },
  { id: 'words', name: { nl: 'Woorden', en: 'Words' }, unit: 'count' },
  { id: 'share_of_group', name: { nl: 'Aandeel van de groep', en: 'Share of the group' }, unit: 'share', of: { nl: '% van de woorden van de groep', en: '% of the words of the group' } },
  { id: 'share_of_theme', name: { nl: 'Aandeel van het thema', en: 'Share of the theme' }, unit: 'share', of: { nl: '% van de woorden van het thema', en: '% of the words of the theme' } },
];
