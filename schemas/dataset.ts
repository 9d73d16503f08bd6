import { z } from 'zod';
import { codePointSchema, codeIdSchema, coderIdSchema, codingIdSchema, documentIdSchema, instantSchema, memoIdSchema, projectIdSchema, sha256Schema, speakerIdSchema } from './ids.ts';
import { documentKindSchema } from './records/document.ts';
import { turnKindSchema } from './records/content.ts';

/**
 * The exported dataset. One row schema a table: the CSV files have these columns in this order, and `dataset.json`
 * holds the same rows. The descriptions are what README.txt and the published JSON Schema say of each column.
 */
const point = codePointSchema;
const count = z.int().nonnegative();
const page = z.int().positive().nullable();

/** How a coding's place was proven when the dataset was written. */
const anchorStateSchema = z.enum(['exact', 'moved', 'lost']);

export const segmentRowSchema = z.strictObject({
  coding_id: codingIdSchema.describe('Identifier of the coding (UUID).'),
  document_id: documentIdSchema.describe('Identifier of the document (UUID).'),
  document: z.string().describe('Name of the document.'),
  code_id: codeIdSchema.describe('Identifier of the theme (UUID).'),
  code: z.string().describe('Name of the theme.'),
  path: z.string().describe('Theme with the themes above it, top first, joined by " > ".'),
  speaker_id: speakerIdSchema.nullable().describe('Speaker of the first turn that the coding touches; empty outside turns.'),
  speaker: z.string().nullable().describe('Name of that speaker.'),
  role: z.string().nullable().describe('Role of that speaker; empty where nobody has said.'),
  moderator: z.boolean().nullable().describe('Whether that speaker is a moderator, left out of counts by default.'),
  turn: count.nullable().describe('Index of the first turn that the coding touches, from 0 in the document (turns.csv).'),
  turn_kind: turnKindSchema.nullable().describe('Kind of that turn: presentation, question, answer, remark or closing.'),
  section: z.string().nullable().describe('Heading of the section in which the coding starts.'),
  page: page.describe('Page of the first character; empty where the format has no pages.'),
  last_page: page.describe('Page of the last character.'),
  turns: count.describe('How many turns the coding touches. Where this is more than 1, use segment_turns.csv.'),
  speakers: count.describe('How many different speakers the coding touches.'),
  text_start: point.nullable().describe('Where the coding starts in the document\'s text file.'),
  text_end: point.nullable().describe('Where it ends, exclusive.'),
  text_sha256: sha256Schema.describe('SHA-256 of that text file; the same as in documents.csv.'),
  source_start: point.nullable().describe('Where the coding starts in the decoded source file; empty where the text has no place there.'),
  source_end: point.nullable().describe('Where it ends in the decoded source file, exclusive.'),
  quotation: z.string().describe('The coded text, to the letter. Paragraphs are parted by a line feed.'),
  words: count.describe('Words under the coding, as they are counted (see the definitions).'),
  characters: count.describe('Length of the quotation.'),
  weight: z.int().min(0).max(100).nullable().describe('Weight that the coder gave, 0 to 100; empty where none was given.'),
  memo: z.string().nullable().describe('Memo on the coding; several are parted by an empty line, each with its coder\'s name before it.'),
  coder_id: coderIdSchema.describe('Identifier of the coder (UUID).'),
  coder: z.string().nullable().describe('Name of the coder.'),
  created_at: instantSchema.describe('When the coding was made, ISO 8601 in UTC.'),
  updated_at: instantSchema.describe('When it was last changed, ISO 8601 in UTC.'),
  anchor: anchorStateSchema.describe('exact: the quotation stands at the kept offsets; moved: it was found elsewhere in the text, and the offsets here are the new ones; lost: it was not found, so the offsets are empty and the row counts in no figure.'),
});
export type SegmentRow = z.infer<typeof segmentRowSchema>;

export const segmentTurnRowSchema = z.strictObject({
  coding_id: codingIdSchema.describe('Identifier of the coding (segments.csv).'),
  document_id: documentIdSchema.describe('Identifier of the document.'),
  code_id: codeIdSchema.describe('Identifier of the theme.'),
  turn: count.nullable().describe('Index of the turn (turns.csv); empty in a document without turns.'),
  voice_id: z.guid().nullable().describe('Who speaks: the speaker\'s identifier, or in a document without turns the document\'s; empty in a turn without a speaker.'),
  voice: z.string().nullable().describe('Name of that speaker or document.'),
  role: z.string().nullable().describe('Role of the speaker.'),
  moderator: z.boolean().describe('Whether the speaker is a moderator.'),
  text_start: point.describe('Where the coded part of this turn starts in the document\'s text file.'),
  text_end: point.describe('Where it ends, exclusive.'),
  word_start: count.describe('Number of the first counted word under the coding in this turn; the counted words of a document are numbered from 0.'),
  word_end: count.describe('Number after the last one, so word_end - word_start is the number of words.'),
});
export type SegmentTurnRow = z.infer<typeof segmentTurnRowSchema>;

export const turnRowSchema = z.strictObject({
  document_id: documentIdSchema.describe('Identifier of the document.'),
  document: z.string().describe('Name of the document.'),
  turn: count.describe('Index of the turn, from 0 in the document.'),
  kind: turnKindSchema.describe('presentation, question, answer, remark or closing.'),
  speaker_id: speakerIdSchema.nullable().describe('Identifier of the speaker; empty where none is known.'),
  speaker: z.string().nullable().describe('Name of the speaker.'),
  role: z.string().nullable().describe('Role of the speaker; empty where nobody has said.'),
  moderator: z.boolean().nullable().describe('Whether the speaker is a moderator.'),
  label: z.string().nullable().describe('The speaker\'s name as printed at this turn; empty where none is printed.'),
  section: z.string().nullable().describe('Heading of the section in which the turn starts.'),
  page: page.describe('Page of the first character.'),
  last_page: page.describe('Page of the last character.'),
  text_start: point.describe('Where the turn starts in the document\'s text file, without its label.'),
  text_end: point.describe('Where it ends, exclusive.'),
  source_start: point.nullable().describe('Where it starts in the decoded source file; empty where the text has no place there.'),
  source_end: point.nullable().describe('Where it ends in the decoded source file, exclusive.'),
  word_start: count.describe('Number of its first counted word; the counted words of a document are numbered from 0.'),
  word_end: count.describe('Number after its last one, so word_end - word_start is the number of words.'),
  words: count.describe('Words of the turn, as they are counted (see the definitions).'),
  text: z.string().describe('The text of the turn, to the letter. Paragraphs are parted by a line feed.'),
});
export type TurnRow = z.infer<typeof turnRowSchema>;

export const pairRowSchema = z.strictObject({
  document_id: documentIdSchema.describe('Identifier of the document.'),
  number: z.int().positive().nullable().describe('Number of the question as printed; empty where none is printed.'),
  question_turn: count.describe('Index of the turn that asks (turns.csv).'),
  answer_turn: count.describe('Index of the turn that answers.'),
});
export type PairRow = z.infer<typeof pairRowSchema>;

export const documentRowSchema = z.strictObject({
  document_id: documentIdSchema.describe('Identifier of the document (UUID).'),
  document: z.string().describe('Name of the document.'),
  file: z.string().describe('The file in this dataset that holds its text.'),
  file_name: z.string().describe('Name of the file that was imported.'),
  kind: documentKindSchema.describe('hearing, answers, letter or plain.'),
  format: z.string().describe('Format of the file that was imported.'),
  title: z.string().nullable().describe('Title as printed.'),
  date: z.iso.date().nullable().describe('Date as printed, ISO 8601.'),
  place: z.string().nullable().describe('Place as printed.'),
  reference: z.string().nullable().describe('Reference as printed.'),
  language: z.string().nullable().describe('Language of the text (BCP 47).'),
  text_sha256: sha256Schema.describe('SHA-256 of the text file.'),
  source_sha256: sha256Schema.describe('SHA-256 of the file that was imported.'),
  characters: point.describe('Length of the text.'),
  words: count.describe('Words of the document, as they are counted (see the definitions).'),
  turns: count.describe('How many turns it has.'),
  pages: count.describe('How many pages it has; 0 where the format has none.'),
  codings: count.describe('How many codings it has.'),
  imported_at: instantSchema.describe('When it was imported, ISO 8601 in UTC.'),
  memo: z.string().nullable().describe('Memo on the document.'),
});
export type DocumentRow = z.infer<typeof documentRowSchema>;

export const codeRowSchema = z.strictObject({
  code_id: codeIdSchema.describe('Identifier of the theme (UUID).'),
  parent_id: codeIdSchema.nullable().describe('The theme above it; empty at the top.'),
  code: z.string().describe('Name of the theme.'),
  path: z.string().describe('Theme with the themes above it, top first, joined by " > ".'),
  depth: count.describe('How many themes stand above it.'),
  position: count.describe('Place in the codebook, from 0, themes below directly after the theme above.'),
  definition: z.string().describe('What the theme means.'),
  when_to_use: z.string().describe('When a passage belongs to it; empty where nobody has said.'),
  when_not_to_use: z.string().describe('When a passage does not belong to it; empty where nobody has said.'),
  active: z.boolean().describe('False for a theme that is no longer offered for tagging.'),
  color: z.string().describe('Its colour on screen, #rrggbb.'),
  key: z.int().nullable().describe('The key that tags with it, 1 to 9.'),
  codings: count.describe('How many codings have this theme itself.'),
  created_at: instantSchema.describe('When it was made, ISO 8601 in UTC.'),
  memo: z.string().nullable().describe('Memo on the theme.'),
});
export type CodeRow = z.infer<typeof codeRowSchema>;

export const speakerRowSchema = z.strictObject({
  speaker_id: speakerIdSchema.describe('Identifier of the speaker (UUID).'),
  speaker: z.string().describe('Name of the speaker.'),
  role: z.string().nullable().describe('Role; empty where nobody has said.'),
  organisation: z.string().nullable().describe('Organisation.'),
  aliases: z.array(z.string()).describe('Other names under which the documents print this speaker; joined by " | " in CSV.'),
  moderator: z.boolean().describe('Moderators are left out of counts by default.'),
  documents: count.describe('In how many documents the speaker has a turn.'),
  turns: count.describe('How many turns the speaker has.'),
  words: count.describe('Words in those turns, as they are counted (see the definitions).'),
  memo: z.string().nullable().describe('Memo on the speaker.'),
});
export type SpeakerRow = z.infer<typeof speakerRowSchema>;

export const memoRowSchema = z.strictObject({
  memo_id: memoIdSchema.describe('Identifier of the memo (UUID).'),
  document_id: documentIdSchema.describe('The document.'),
  document: z.string().describe('Name of the document.'),
  coder_id: coderIdSchema.describe('Who wrote it down.'),
  coder: z.string().nullable().describe('Name of the coder.'),
  memo: z.string().describe('The memo; a comment of the imported file has its author\'s name before it.'),
  quotation: z.string().describe('The passage, to the letter.'),
  text_start: point.nullable().describe('Where the passage starts in the text; empty where it was not found.'),
  text_end: point.nullable().describe('Where it ends.'),
  page: z.int().nullable().describe('Page of its first character.'),
  created_at: instantSchema.describe('When it was written, ISO 8601 in UTC.'),
});
export type MemoRow = z.infer<typeof memoRowSchema>;

const coderRowSchema = z.strictObject({
  coder_id: coderIdSchema.describe('Identifier of the coder (UUID).'),
  coder: z.string().describe('Name of the coder.'),
  initials: z.string().describe('Initials of the coder.'),
});
export type CoderRow = z.infer<typeof coderRowSchema>;

/** `dataset.json` as a whole. */
export const datasetSchema = z.strictObject({
  $schema: z.literal('./dataset.schema.json'),
  format: z.literal('hoorwerk-dataset'),
  version: z.literal(1),
  program: z.string().describe('Name and version of the program that wrote it.'),
  written_at: instantSchema.describe('When it was written, ISO 8601 in UTC.'),
  units: z.strictObject({
    offsets: z.literal('Unicode code points, 0-based, end exclusive'),
    text: z.literal('UTF-8 without byte order mark, lines end in LF'),
    times: z.literal('ISO 8601, UTC'),
  }),
  project: z.strictObject({
    project_id: projectIdSchema,
    name: z.string(),
    description: z.string(),
    created_at: instantSchema.nullable(),
    memo: z.string().nullable(),
  }),
  documents: z.array(documentRowSchema.extend({ text: z.string().describe('The plain text, the same as in the text file.') })),
  turns: z.array(turnRowSchema),
  pairs: z.array(pairRowSchema),
  codebook: z.array(codeRowSchema),
  speakers: z.array(speakerRowSchema),
  coders: z.array(coderRowSchema),
  segments: z.array(segmentRowSchema),
  segment_turns: z.array(segmentTurnRowSchema),
  passage_memos: z.array(memoRowSchema),
}).meta({ title: 'Hoorwerk dataset', description: 'A coded set of documents: texts, turns, speakers, codebook and codings.' });
export type Dataset = z.infer<typeof datasetSchema>;

/** The published JSON Schema of `dataset.json` (draft 2020-12). */
export function datasetJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(datasetSchema);
  return { $schema, $id: 'urn:hoorwerk:dataset:1', ...schema };
}
