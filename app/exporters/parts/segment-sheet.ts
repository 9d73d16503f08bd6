import type { DatasetTables } from './dataset-rows.ts';
import { definitions } from './definitions.ts';
import type { Material } from './material.ts';
import { xlsx, type XlsxColumn, type XlsxSheet, type XlsxValue } from './xlsx.ts';

interface Field<Row> extends XlsxColumn { value(row: Row): XlsxValue }

/** segments.xlsx: the codings, the codebook and the speakers for people, with what the figures mean. */
export function segmentWorkbook(tables: DatasetTables, material: Material, language: 'nl' | 'en', now: string): Uint8Array {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en);
  const speakers = new Map(material.codings.map(({ coding, place }) => [coding.id, place?.location.speakers ?? []]));
  const yes = (value: boolean | null) => (value === null ? null : value ? say('ja', 'yes') : say('nee', 'no'));
  const kinds = language === 'nl' ? kindsDutch : kindsEnglish;
  return xlsx([
    sheet(say('segmenten', 'segments'), tables.segments, [
      { title: say('Document', 'Document'), width: 28, wrap: true, value: (row) => row.document },
      { title: say('Thema', 'Theme'), width: 22, wrap: true, value: (row) => row.code },
      { title: say('Pad', 'Path'), width: 26, wrap: true, value: (row) => row.path },
      { title: say('Spreker', 'Speaker'), width: 22, wrap: true, value: (row) => join(speakers.get(row.coding_id)?.map((speaker) => speaker.name)) },
      { title: say('Rol', 'Role'), width: 18, wrap: true, value: (row) => join(speakers.get(row.coding_id)?.map((speaker) => speaker.role ?? '–')) },
      { title: say('Beurt', 'Turn'), width: 12, value: (row) => row.turn_kind && kinds[row.turn_kind] },
      { title: say('Onderdeel', 'Section'), width: 22, wrap: true, value: (row) => row.section },
      { title: say('Bladzijde', 'Page'), width: 10, value: (row) => row.page },
      { title: say('Citaat', 'Quotation'), width: 80, wrap: true, value: (row) => row.quotation },
      { title: say('Woorden', 'Words'), width: 10, value: (row) => row.words },
      { title: say('Gewicht', 'Weight'), width: 9, value: (row) => row.weight },
      { title: say('Memo', 'Memo'), width: 40, wrap: true, value: (row) => row.memo },
      { title: say('Codeur', 'Coder'), width: 18, value: (row) => row.coder },
      { title: say('Gecodeerd op (UTC)', 'Coded at (UTC)'), width: 20, value: (row) => moment(row.created_at) },
      { title: say('Begin', 'Start'), width: 9, value: (row) => row.text_start },
      { title: say('Einde', 'End'), width: 9, value: (row) => row.text_end },
      { title: say('Kenmerk', 'Identifier'), width: 38, value: (row) => row.coding_id },
    ]),
    sheet(say('codeboek', 'codebook'), tables.codebook, [
      { title: say('Thema', 'Theme'), width: 26, wrap: true, value: (row) => row.code },
      { title: say('Pad', 'Path'), width: 40, wrap: true, value: (row) => row.path },
      { title: say('Omschrijving', 'Definition'), width: 80, wrap: true, value: (row) => row.definition },
      { title: say('Wanneer wel', 'When to use'), width: 40, wrap: true, value: (row) => row.when_to_use },
      { title: say('Wanneer niet', 'When not to use'), width: 40, wrap: true, value: (row) => row.when_not_to_use },
      { title: say('Coderingen', 'Codings'), width: 11, value: (row) => row.codings },
      { title: say('Memo', 'Memo'), width: 40, wrap: true, value: (row) => row.memo },
    ]),
    sheet(say('sprekers', 'speakers'), tables.speakers, [
      { title: say('Spreker', 'Speaker'), width: 28, wrap: true, value: (row) => row.speaker },
      { title: say('Rol', 'Role'), width: 20, wrap: true, value: (row) => row.role },
      { title: say('Organisatie', 'Organisation'), width: 28, wrap: true, value: (row) => row.organisation },
      { title: say('Gespreksleider', 'Moderator'), width: 14, value: (row) => yes(row.moderator) },
      { title: say('Beurten', 'Turns'), width: 9, value: (row) => row.turns },
      { title: say('Woorden', 'Words'), width: 10, value: (row) => row.words },
      { title: say('Andere namen', 'Other names'), width: 30, wrap: true, value: (row) => join(row.aliases) },
      { title: say('Memo', 'Memo'), width: 40, wrap: true, value: (row) => row.memo },
    ]),
    notesSheet(say, [...notes(say), ...definitions[language]]),
  ], { now, cut: cutMark(language) });
}

/** The sheet that says what the others mean. */
export function notesSheet(say: (nl: string, en: string) => string, lines: readonly string[]): XlsxSheet {
  return { name: say('toelichting', 'notes'), columns: [{ title: say('Toelichting', 'Notes'), width: 120, wrap: true }], rows: lines.map((line) => [line]) };
}

/** What stands at the end of a cell that could not hold the whole text. */
const cutMark = (language: 'nl' | 'en'): string =>
  (language === 'nl' ? ' [afgekapt: te lang voor een cel; het geheel staat in segments.csv]' : ' [cut: too long for a cell; the whole is in segments.csv]');

function sheet<Row>(name: string, rows: readonly Row[], fields: readonly Field<Row>[]): XlsxSheet {
  return { name, columns: fields, rows: rows.map((row) => fields.map((field) => field.value(row))) };
}

const join = (parts: readonly string[] | undefined): string | null => (parts && parts.length > 0 ? parts.join('; ') : null);
const moment = (instant: string) => instant.slice(0, 16).replace('T', ' ');

const kindsDutch = { presentation: 'presentatie', question: 'vraag', answer: 'antwoord', remark: 'opmerking', closing: 'afsluiting' };
const kindsEnglish = { presentation: 'presentation', question: 'question', answer: 'answer', remark: 'remark', closing: 'closing' };

const notes = (say: (nl: string, en: string) => string): string[] => [
  say('segmenten: een rij per codering. Raakt een codering meer beurten, dan staan alle sprekers erbij, en de soort van de eerste beurt.',
    'segments: one row a coding. Where a coding touches several turns, all speakers are named, and the kind of the first turn.'),
  say('Begin en einde tellen Unicode-codepunten in het tekstbestand van het document, vanaf 0; het einde hoort er niet meer bij. Zijn ze leeg, dan is het citaat niet meer in de tekst gevonden en telt de codering nergens mee.',
    'Start and end count Unicode code points in the document\'s text file, from 0; the end is exclusive. Where they are empty, the quotation was not found in the text any more and the coding counts in no figure.'),
  say('Alle cellen zijn tekst of getal; er staan geen formules in dit bestand.', 'All cells are text or number; there are no formulas in this file.'),
];
