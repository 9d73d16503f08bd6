import { z } from 'zod';
import type { Words } from '../support/words.ts';
import type { Analysis, AnalysisColumn, AnalysisRow, Lead } from './analysis.ts';
import { groupColumns, groupings, groupingWords, type Grouping } from './groups.ts';
import { amount } from './notes.ts';
import { stopWords } from './stop-words.ts';
import { countWords, wordName, type WordGroup } from './word-counts.ts';
import { wordScopeControls, wordScopeOptions } from './word-scope.ts';

const options = z.strictObject({
  /** Null: one row a word. A word under several themes stands in the row of each. */
  by: z.enum([...groupings, 'theme']).nullable().default(null),
  ...wordScopeOptions,
  /** Forms with the same stem are one word. */
  stems: z.boolean().default(true),
  withStopWords: z.boolean().default(false),
  /** Words said less often, in all that is looked at, have no row. */
  least: z.int().min(1).max(1000).default(2),
});

const list = [...stopWords].join(', ');

/** Which words are said most, by whom and under which theme; the most frequent first. */
export const words: Analysis<typeof options> = {
  id: 'words',
  name: { nl: 'Woorden', en: 'Words' },
  caption: {
    nl: 'Welke woorden het vaakst vallen.',
    en: 'Which words are said most.',
  },
  press: { nl: 'Een druk op een woord toont het in zijn zinnen.', en: 'A press on a word shows it in its sentences.' },
  definition: {
    nl: `Elk gesproken woord telt als het woord zonder hoofdletters en zonder leestekens eromheen. Met woordstammen tellen vormen met dezelfde stam samen (de Nederlandse regels van Snowball, die zich kunnen vergissen); de rij heet naar de vaakst gezegde vorm en noemt alle vormen. Aantal: keren dat het is gezegd. Aandeel: dat aantal gedeeld door alle woorden die hier meetellen, stopwoorden ook; in een rij per groep of thema: door de woorden daarvan. Een woord onder meer thema’s staat bij elk. Wat geen letter of cijfer bevat, krijgt geen rij maar telt wel in het totaal. Notities van de verslaglegger zijn geen spraak; gespreksleiders en beurten zonder spreker tellen niet mee, tenzij daarom is gevraagd. Stopwoorden krijgen geen rij, tenzij daarom is gevraagd; het zijn: ${list}.`,
    en: `Each spoken word counts as the word without capitals and without signs around it. With stems, forms with the same stem count together (Snowball's rules for Dutch, which can be wrong); the row is named after the form said most, and lists all forms. Number: times that it was said. Share: that number over all words that are counted here, stop words too; in a row by group or theme: over the words of that. A word under several themes stands with each. What holds no letter or digit has no row but is in the total. The reporter's notes are not speech; moderators and turns without a speaker are left out unless asked for. Stop words have no row unless asked for; they are (Dutch): ${list}.`,
  },
  options,
  controls: [
    {
      id: 'by', kind: 'choice', name: { nl: 'Per', en: 'By' },
      choices: [
        { value: null, name: { nl: 'per woord', en: 'by word' } }, { value: 'theme', name: { nl: 'per thema', en: 'by theme' } },
        ...groupings.map((value) => ({ value, name: groupingWords[value].per })),
      ],
    },
    ...wordScopeControls,
    { id: 'stems', kind: 'flag', name: { nl: 'Woordstammen samennemen', en: 'Join forms by stem' } },
    { id: 'withStopWords', kind: 'flag', name: { nl: 'Ook stopwoorden', en: 'Stop words too' } },
    { id: 'least', kind: 'number', least: 1, most: 1000, name: { nl: 'Minstens zo vaak', en: 'At least so often' } },
  ],
  run(snapshot, chosen) {
    const { all, groups } = countWords(snapshot, chosen);
    const shown = [...all.words].filter(([, { count }]) => count >= chosen.least).map(([key, word]) => ({ key, count: word.count, ...wordName(word) }))
      .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    return {
      columns: [...wordColumns, ...(chosen.by === null ? [] : columnsOf(chosen.by)), ...figures],
      rows: shown.flatMap(({ key, word, forms }) => (chosen.by === null ? [all] : groups).flatMap((group): AnalysisRow[] => {
        const said = group.words.get(key);
        return said ? [{
          word, forms, ...(chosen.by === null ? {} : { by: group.name, by_id: group.id }),
          count: said.count, share: said.count / group.total, speakers: said.voices.size, documents: said.documents.size,
        }] : [];
      })),
      notes: notesOf(all, shown.length, chosen.least),
    };
  },
  picture: ({ by }) => (by === null ? { kind: 'bars', label: 'word', values: ['count'] } : { kind: 'heat', rows: 'word', columns: 'by', value: 'count' }),
  follow(_, { by, stems, document, includeModerators, voice, theme }, row): Lead {
    const group = row['by_id'] ?? null;
    return {
      kind: 'analysis', id: 'keywords',
      options: {
        word: row['word'], stems, includeModerators, document: by === 'document' ? group : document,
        voice: by === 'speaker' && group !== '' ? group : voice, theme: by === 'theme' ? group : theme,
      },
    };
  },
};

const wordColumns: readonly AnalysisColumn[] = [
  { id: 'word', name: { nl: 'Woord', en: 'Word' }, unit: 'text' },
  { id: 'forms', name: { nl: 'Vormen', en: 'Forms' }, unit: 'text' },
];

const figures: readonly AnalysisColumn[] = [
  { id: 'count', name: { nl: 'Aantal', en: 'Number' }, unit: 'count' },
  { id: 'share', name: { nl: 'Aandeel', en: 'Share' }, unit: 'share', of: { nl: '% van de woorden', en: '% of the words' } },
  { id: 'speakers', name: { nl: 'Sprekers', en: 'Speakers' }, unit: 'count' },
  { id: 'documents', name: { nl: 'Documenten', en: 'Documents' }, unit: 'count' },
];

/** A theme is a group by its path. */
function columnsOf(by: Grouping | 'theme'): AnalysisColumn[] {
  if (by !== 'theme') return groupColumns(by);
  return groupColumns(null).map((column) => (column.id === 'by' ? { ...column, name: { nl: 'Thema', en: 'Theme' } } : column));
}

function notesOf({ total, words: { size } }: WordGroup, shown: number, least: number): Words[] {
  const all = amount(total, ['woord', 'woorden'], ['word', 'words']);
  const rare = amount(size - shown, ['ander woord is', 'andere woorden zijn'], ['other word was', 'other words were']);
  return [
    { nl: `Geteld: ${all.nl}.`, en: `Counted: ${all.en}.` },
    ...(size === shown ? [] : [{ nl: `${rare.nl} minder dan ${least} keer gezegd.`, en: `${rare.en} said less than ${least} times.` }]),
  ];
}
