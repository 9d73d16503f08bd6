import { z } from 'zod';
import { changeIdSchema, coderIdSchema, instantSchema } from './ids.ts';
import { codeSchema } from './records/code.ts';
import { coderSchema } from './records/coder.ts';
import { codingSchema } from './records/coding.ts';
import { documentSchema } from './records/document.ts';
import { memoSchema } from './records/memo.ts';
import { projectSchema } from './records/project.ts';
import { savedQuerySchema } from './records/saved-query.ts';
import { speakerSchema } from './records/speaker.ts';

/** The tables whose records have ids of their own; `project` is a single record. */
export const recordTables = ['documents', 'speakers', 'codes', 'codings', 'memos', 'coders', 'queries'] as const;
export type RecordTable = (typeof recordTables)[number];

const put = <T extends string, R extends z.ZodType>(table: T, record: R) =>
  z.strictObject({ op: z.literal('put'), table: z.literal(table), record });

/** The smallest step: one record written or removed. */
export const opSchema = z.union([
  put('project', projectSchema),
  put('documents', documentSchema),
  put('speakers', speakerSchema),
  put('codes', codeSchema),
  put('codings', codingSchema),
  put('memos', memoSchema),
  put('coders', coderSchema),
  put('queries', savedQuerySchema),
  z.strictObject({ op: z.literal('delete'), table: z.enum(recordTables), id: z.guid() }),
]);
export type Op = z.infer<typeof opSchema>;

/** What a change did, for the history and for "Undo …": a message key of the screen, and its values. */
export const changeLabelSchema = z.strictObject({
  key: z.enum([
    'project.create', 'project.edit', 'project.restore', 'document.import', 'document.edit', 'document.delete',
    'document.review', 'document.reimport', 'speaker.edit', 'speaker.merge',
    'code.add', 'code.edit', 'code.move', 'code.merge', 'code.split', 'code.delete',
    'coding.add', 'coding.extend', 'coding.shorten', 'coding.remove', 'coding.edit', 'coding.split', 'coding.join', 'coding.copy',
    'coding.delete', 'coding.recode', 'memo.edit', 'memo.delete', 'coder.edit',
    'query.add', 'query.edit', 'query.delete',
    'codings.import', 'codebook.import',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ChangeLabel = z.infer<typeof changeLabelSchema>;

/**
 * One undoable step, with its inverse; the history is the list of changes, numbered from 1 without gaps.
 * `previous` chains them: two histories are the same up to a change where its id and number agree.
 */
export const changeSchema = z.strictObject({
  id: changeIdSchema,
  seq: z.int().positive(),
  previous: changeIdSchema.nullable(),
  at: instantSchema,
  coderId: coderIdSchema.nullable(),
  label: changeLabelSchema,
  ops: z.array(opSchema).min(1),
  inverse: z.array(opSchema),
  /** The change that this one takes back, or puts back after it was taken back. */
  undoes: changeIdSchema.nullable(),
  redoes: changeIdSchema.nullable(),
});
export type Change = z.infer<typeof changeSchema>;

/** Rows in each table; what the sentinel compares. */
export const countsSchema = z.strictObject({
  documents: z.int(), speakers: z.int(), codes: z.int(), codings: z.int(), memos: z.int(), coders: z.int(),
  /** Not said before records of version 3, which had none. */
  queries: z.int().default(0),
});
export type Counts = z.infer<typeof countsSchema>;
