import type { AnalysisTable } from '../../analyses/analysis.ts';
import { themeFrequencies } from '../../analyses/theme-frequencies.ts';
import type { ExportOptions } from '../exporter.ts';
import { longDate } from './dates.ts';
import { definitions } from './definitions.ts';

/** README.txt of the frequencies, line by line: what is in the files, what each column counts. */
export function frequenciesReadme(project: string, columns: AnalysisTable['columns'], { now, version, language }: ExportOptions): string[] {
  const words = language === 'nl' ? dutch : english;
  const title = `${themeFrequencies.name[language]}: ${project}`;
  return [
    title, `Hoorwerk ${version}, ${longDate(now, language)} (${now})`, '',
    words.files, '-'.repeat(words.files.length), ...words.about.map((line) => `- ${line}`), '',
    words.counts, '-'.repeat(words.counts.length), themeFrequencies.definition[language], '', ...definitions[language].map((line) => `- ${line}`), '',
    words.columns, '-'.repeat(words.columns.length), ...columns.map(({ id, name }) => `- ${id}: ${name[language]}. ${words.column[id] ?? ''}`.trimEnd()), '',
  ];
}

const dutch = {
  files: 'Bestanden',
  about: [
    'frequencies.csv: een rij per thema, in de volgorde van het codeboek. Elk thema telt voor zichzelf, zonder de thema\'s eronder.',
    'frequencies-by-speaker.csv, frequencies-by-role.csv, frequencies-by-document.csv: een rij per thema en per spreker, rol of document, ook waar het aantal 0 is.',
    'frequencies.xlsx: dezelfde tabellen, om te lezen in een rekenblad.',
    'In geen van deze bestanden tellen gespreksleiders en beurten zonder spreker mee.',
    'CSV-bestanden: met komma\'s, UTF-8 zonder BOM, rijen eindigen op LF. Getallen hebben een punt als decimaalteken en al hun cijfers; ja en nee zijn true en false.',
  ],
  counts: 'Wat er telt',
  columns: 'Kolommen',
  column: {
    path: 'Het thema met de thema\'s erboven, met " > " ertussen.', by: 'Naam van de spreker, de rol of het document; leeg voor sprekers zonder rol.',
    by_id: 'Kenmerk van de spreker of het document (UUID), of de rol.', characters: 'In Unicode-codepunten.', share: 'Tussen 0 en 1: words gedeeld door words_counted.',
    speakers_counted: 'Sprekers met ten minste één woord van wie de woorden meetellen.', words_counted: 'Alle woorden van die sprekers.',
    one_voice: 'true als één spreker meer dan de helft van de woorden van het thema heeft.',
  } as Record<string, string>,
};

const english: typeof dutch = {
  files: 'Files',
  about: [
    'frequencies.csv: one row a theme, in the order of the codebook. Each theme counts for itself, without the themes below it.',
    'frequencies-by-speaker.csv, frequencies-by-role.csv, frequencies-by-document.csv: one row for each theme and each speaker, role or document, also where the count is 0.',
    'frequencies.xlsx: the same tables, to read in a spreadsheet.',
    'In none of these files moderators and turns without a speaker are counted.',
    'CSV files: with commas, UTF-8 without BOM, rows end in LF. Numbers have a decimal point and all their digits; yes and no are true and false.',
  ],
  counts: 'What counts',
  columns: 'Columns',
  column: {
    path: 'The theme with the themes above it, joined by " > ".', by: 'Name of the speaker, the role or the document; empty for speakers without a role.',
    by_id: 'Identifier of the speaker or document (UUID), or the role.', characters: 'In Unicode code points.', share: 'Between 0 and 1: words over words_counted.',
    speakers_counted: 'Speakers with at least one word whose words are counted.', words_counted: 'All words of those speakers.',
    one_voice: 'true where one speaker has more than half of the words of the theme.',
  },
};
