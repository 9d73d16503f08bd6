import { z } from 'zod';
import { codePointSchema, documentIdSchema, instantSchema, sha256Schema } from '../ids.ts';

export const documentKindSchema = z.enum(['hearing', 'answers', 'letter', 'plain']);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/**
 * One imported text [REFI-QDA: Source]: what lists and headers need. Its blocks and turns are its *content*,
 * kept apart as a blob named by its hash, since they are large and change only when a document is reviewed anew.
 */
export const documentSchema = z.strictObject({
  id: documentIdSchema,
  /** What the user calls it; the printed title at first. */
  name: z.string().min(1),
  kind: documentKindSchema,
  /** The importer's id: `txt`, later `pdf`, `docx` … */
  format: z.string().min(1),
  fileName: z.string().min(1),
  /** The original file: a blob of this hash. */
  sourceSha256: sha256Schema,
  /** The content (schemas/records/content.ts): a blob of this hash. */
  contentSha256: sha256Schema,
  /** SHA-256 of the plain text in UTF-8. */
  textSha256: sha256Schema,
  /** Length of the plain text. */
  characters: codePointSchema,
  title: z.string().nullable(),
  date: z.iso.date().nullable(),
  place: z.string().nullable(),
  reference: z.string().nullable(),
  /** BCP 47, or null. */
  language: z.string().nullable(),
  importedAt: instantSchema,
});
export type Document = z.infer<typeof documentSchema>;
