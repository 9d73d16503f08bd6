import { z } from 'zod';
import { codePointSchema, sha256Schema } from './ids.ts';

const offset = codePointSchema.optional();

/**
 * One row of a table of codings, CSV (header with these names, empty cells are absent) or JSON (null is absent).
 * It needs a quotation, or a pair of offsets. Columns that are not named here are passed over.
 */
export const codingRowSchema = z.object({
  /** File name or title; may be left out where there is one document. */
  document: z.string().optional(),
  /** Name, or path joined by ` > `. */
  code: z.string(),
  /** Text of the source; may hold its line breaks and page furniture. It decides. */
  quotation: z.string().optional(),
  /** Code points of the decoded source file, end exclusive: they choose between equal quotations. */
  start: offset,
  end: offset,
  /** The same in the clean text, and that text's hash: of no use for another text. */
  text_start: offset,
  text_end: offset,
  text_sha256: sha256Schema.optional(),
  /** Name of who coded; without it the file's, else the command's. */
  coder: z.string().optional(),
  memo: z.string().optional(),
  weight: z.int().min(0).max(100).optional(),
}).refine((row) => row.quotation !== undefined || hasPair(row.start, row.end) || hasPair(row.text_start, row.text_end), {
  message: 'a row needs a quotation, or start and end, or text_start and text_end',
}).refine((row) => ordered(row.start, row.end) && ordered(row.text_start, row.text_end), { message: 'an end must lie behind its start' });
export type CodingRow = z.infer<typeof codingRowSchema>;

/** The JSON form as a whole; each row is parsed by itself, so that a bad one can be named. */
export const codingsFileSchema = z.object({ coder: z.string().nullish(), codings: z.array(z.unknown()) });

const hasPair = (start: number | undefined, end: number | undefined) => start !== undefined && end !== undefined;
const ordered = (start: number | undefined, end: number | undefined) => start === undefined || end === undefined || start < end;
