import { z } from 'zod';
import { countsSchema } from './change.ts';
import { changeIdSchema, instantSchema, projectIdSchema, sha256Schema } from './ids.ts';
import { codeSchema } from './records/code.ts';
import { coderSchema } from './records/coder.ts';
import { codingSchema } from './records/coding.ts';
import { documentSchema } from './records/document.ts';
import { memoSchema } from './records/memo.ts';
import { projectSchema } from './records/project.ts';
import { savedQuerySchema } from './records/saved-query.ts';
import { speakerSchema } from './records/speaker.ts';

/**
 * The project file, `.hoorwerk`: a zip of
 * `manifest.json` (this file's manifest), `project.json` (the records as they stand), `history.ndjson` (every change, a
 * line each), and for each document `documents/<id>.txt` (clean text, UTF-8), `contents/<sha256>.json` and
 * `originals/<sha256>`. Contents and originals of documents that the history knows but the project no longer has
 * are there too, so that their removal can be undone.
 */
export const manifestName = 'manifest.json';
export const projectName = 'project.json';
export const historyName = 'history.ndjson';

const versionSchema = z.int().positive();

/** Read first and by itself: enough to tell whether the rest can be understood. Later versions only add to it. */
export const manifestHeadSchema = z.object({
  format: z.literal('hoorwerk'),
  formatVersion: versionSchema,
  /** The oldest reader that understands this file without loss. */
  minReaderVersion: versionSchema,
  program: z.object({ name: z.string(), version: z.string() }),
});

export const manifestSchema = manifestHeadSchema.extend({
  projectId: projectIdSchema,
  name: z.string(),
  savedAt: instantSchema,
  /** The last change of the history. */
  head: z.object({ seq: z.int().nonnegative(), id: changeIdSchema.nullable() }),
  counts: countsSchema,
  /** Every other file of the zip. */
  entries: z.record(z.string(), z.object({ sha256: sha256Schema, bytes: z.int().nonnegative() })),
  /**
   * Blobs that the history names and that were not to be had when the file was written. A document whose content is
   * among them has no `documents/<id>.txt`.
   */
  missing: z.array(sha256Schema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** `project.json`: tables as lists, ordered by id. */
export const projectRecordsSchema = z.strictObject({
  project: projectSchema.nullable(),
  documents: z.array(documentSchema),
  speakers: z.array(speakerSchema),
  codes: z.array(codeSchema),
  codings: z.array(codingSchema),
  memos: z.array(memoSchema),
  coders: z.array(coderSchema),
  queries: z.array(savedQuerySchema),
});
export type ProjectRecords = z.infer<typeof projectRecordsSchema>;
