import type { z } from 'zod';
import {
  codeRowSchema, documentRowSchema, memoRowSchema, pairRowSchema, segmentRowSchema, segmentTurnRowSchema, speakerRowSchema, turnRowSchema,
} from '../../../schemas/dataset.ts';
import type { ExportOptions } from '../exporter.ts';
import { definitions } from './definitions.ts';
import {
  codeColumns, documentColumns, memoColumns, pairColumns, segmentColumns, segmentTurnColumns, speakerColumns, turnColumns,
} from './columns-nl.ts';
import { longDate } from './dates.ts';

interface Table { file: string; schema: z.ZodObject; dutch: Record<string, string>; about: { nl: string; en: string } }

/** The CSV files of the dataset with what they hold, in the order of the README. */
export const tables: readonly Table[] = [
  { file: 'segments.csv', schema: segmentRowSchema, dutch: segmentColumns, about: { nl: 'Een rij per codering.', en: 'One row a coding.' } },
  {
    file: 'segment_turns.csv', schema: segmentTurnRowSchema, dutch: segmentTurnColumns,
    about: {
      nl: 'Een rij per codering en per beurt die zij raakt. Een codering over meer beurten telt mee voor elke spreker die zij raakt, met de woorden van die spreker: reken daarvoor met deze rijen.',
      en: 'One row for each coding and each turn that it touches. A coding that crosses turns counts for each speaker it touches, with the words of that speaker: use these rows for that.',
    },
  },
  { file: 'turns.csv', schema: turnRowSchema, dutch: turnColumns, about: { nl: 'Een rij per beurt.', en: 'One row a turn.' } },
  { file: 'pairs.csv', schema: pairRowSchema, dutch: pairColumns, about: { nl: 'Een rij per vraag met haar antwoord.', en: 'One row for each question and its answer.' } },
  { file: 'documents.csv', schema: documentRowSchema, dutch: documentColumns, about: { nl: 'Een rij per document.', en: 'One row a document.' } },
  { file: 'codebook.csv', schema: codeRowSchema, dutch: codeColumns, about: { nl: 'Een rij per thema, in de volgorde van het codeboek.', en: 'One row a theme, in the order of the codebook.' } },
  { file: 'speakers.csv', schema: speakerRowSchema, dutch: speakerColumns, about: { nl: 'Een rij per spreker.', en: 'One row a speaker.' } },
  { file: 'passage_memos.csv', schema: memoRowSchema, dutch: memoColumns, about: { nl: 'Een rij per memo bij een passage.', en: 'One row for each memo on a passage.' } },
];

/** The columns of a table in their order, each with what it holds. */
export function columnsOf({ schema, dutch }: Pick<Table, 'schema' | 'dutch'>, language: 'nl' | 'en'): { name: string; about: string }[] {
  return Object.entries(schema.shape).map(([name, column]) => ({ name, about: (language === 'nl' ? dutch[name] : column.description) ?? '' }));
}

/** README.txt of the dataset: what is in it, units, definitions, and every column. Plain text, LF. */
export function readme(project: string, guarded: boolean, { now, version, language }: ExportOptions): string {
  const words = language === 'nl' ? dutch : english;
  const written = `Hoorwerk ${version}, ${longDate(now, language)} (${now})`;
  return [
    `${words.title}: ${project}`, written, '',
    ...section(words.filesTitle, words.files),
    ...section(words.unitsTitle, [...words.units, ...(guarded ? words.guarded : words.exact)]),
    ...section(words.definitionsTitle, definitions[language]),
    ...tables.flatMap((table) => section(table.file, [table.about[language], ...columnsOf(table, language).map(({ name, about }) => `${name}: ${about}`)])),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]) => [title, '-'.repeat(title.length), ...lines.map((line) => `- ${line}`), ''];

const dutch = {
  title: 'Gecodeerde dataset',
  filesTitle: 'Bestanden',
  files: [
    'documents/*.txt: de tekst van elk document; documents.csv zegt welk bestand bij welk document hoort.',
    'segments.csv, segment_turns.csv, turns.csv, pairs.csv, documents.csv, codebook.csv, speakers.csv, passage_memos.csv: tabellen om mee te rekenen, hieronder beschreven.',
    'segments.xlsx: dezelfde coderingen, om te lezen in een rekenblad. Een citaat dat langer is dan een cel toelaat, is daar afgekapt en zegt dat.',
    'dataset.json: alles in één bestand; dataset.schema.json is het schema ervan (JSON Schema 2020-12).',
  ],
  unitsTitle: 'Eenheden',
  units: [
    'text_start, text_end, source_start, source_end en characters tellen Unicode-codepunten, vanaf 0; het einde hoort er niet meer bij. Zo tellen R en Python ook: in Python open(file, encoding="utf-8", newline="").read()[text_start:text_end], in R substr(text, text_start + 1, text_end).',
    'source_start en source_end tellen in het bronbestand zoals het is gedecodeerd, ook codepunten.',
    'Tekstbestanden zijn UTF-8 zonder BOM; regels eindigen op LF. text_sha256 is de SHA-256 van het bestand, byte voor byte.',
    'Een lege cel betekent: er is geen waarde. Ja en nee zijn true en false. Tijden zijn ISO 8601 in UTC. Getallen hebben geen scheidingsteken voor duizendtallen.',
  ],
  exact: ['CSV-bestanden: volgens RFC 4180 met komma\'s en dubbele aanhalingstekens, UTF-8 zonder BOM; rijen eindigen op LF, ook binnen een cel staat LF. Wat in een cel staat is letterlijk wat er in het project staat.'],
  guarded: [
    'CSV-bestanden zijn beveiligd voor rekenbladen: met puntkomma\'s, UTF-8 met BOM, regels eindigen op CRLF; binnen een cel staat LF.',
    'Een tekst die begint met =, +, -, @, |, %, een tab of een regeleinde (of een van de eerste vier in brede vorm), ook na spaties, heeft een apostrof voor zich gekregen, zodat een rekenblad er geen formule in ziet. Zo\'n cel is dus niet meer letterlijk. De tekstbestanden en dataset.json zijn ongewijzigd.',
  ],
  definitionsTitle: 'Wat er telt',
};

const english: typeof dutch = {
  title: 'Coded dataset',
  filesTitle: 'Files',
  files: [
    'documents/*.txt: the text of each document; documents.csv says which file belongs to which document.',
    'segments.csv, segment_turns.csv, turns.csv, pairs.csv, documents.csv, codebook.csv, speakers.csv, passage_memos.csv: tables to compute with, described below.',
    'segments.xlsx: the same codings, to read in a spreadsheet. A quotation longer than a cell can hold is cut there, and says so.',
    'dataset.json: everything in one file; dataset.schema.json is its schema (JSON Schema 2020-12).',
  ],
  unitsTitle: 'Units',
  units: [
    'text_start, text_end, source_start, source_end and characters count Unicode code points, from 0; the end is exclusive. R and Python count the same way: in Python open(file, encoding="utf-8", newline="").read()[text_start:text_end], in R substr(text, text_start + 1, text_end).',
    'source_start and source_end count in the source file as it was decoded, in code points too.',
    'Text files are UTF-8 without BOM; lines end in LF. text_sha256 is the SHA-256 of the file, byte for byte.',
    'An empty cell means: there is no value. Yes and no are true and false. Times are ISO 8601 in UTC. Numbers have no thousands separator.',
  ],
  exact: ['CSV files: by RFC 4180, with commas and double quotes, UTF-8 without BOM; rows end in LF, and inside a cell stands LF too. What a cell holds is to the letter what the project holds.'],
  guarded: [
    'CSV files are guarded for spreadsheets: with semicolons, UTF-8 with BOM, lines end in CRLF; inside a cell stands LF.',
    'A text that starts with =, +, -, @, |, %, a tab or a line break (or the full-width form of the first four), also after spaces, got an apostrophe before it, so that a spreadsheet sees no formula in it. Such a cell is no longer to the letter. The text files and dataset.json are unaltered.',
  ],
  definitionsTitle: 'What counts',
};
