import { z } from 'zod';
import {
  coderIdSchema, codeIdSchema, codingIdSchema, documentIdSchema, instantSchema, memoIdSchema, speakerIdSchema,
} from '../ids.ts';
import { anchorSchema } from './coding.ts';

/** What a memo is about. */
export const memoTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.literal('document'), id: documentIdSchema }),
  z.strictObject({ kind: z.literal('speaker'), id: speakerIdSchema }),
  z.strictObject({ kind: z.literal('code'), id: codeIdSchema }),
  z.strictObject({ kind: z.literal('coding'), id: codingIdSchema }),
  /** A stretch of a document's text, kept as codings are; from records of version 2 on. */
  z.strictObject({ kind: z.literal('passage'), documentId: documentIdSchema, anchor: anchorSchema }),
]);
export type MemoTarget = z.infer<typeof memoTargetSchema>;
export type PassageTarget = Extract<MemoTarget, { kind: 'passage' }>;

/** A note on anything [REFI-QDA: Note]. */
export const memoSchema = z.strictObject({
  id: memoIdSchema,
  target: memoTargetSchema,
  text: z.string().min(1),
  coderId: coderIdSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Memo = z.infer<typeof memoSchema>;
