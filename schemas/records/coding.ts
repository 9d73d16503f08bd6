import { z } from 'zod';
import { codePointSchema, coderIdSchema, codeIdSchema, codingIdSchema, documentIdSchema, instantSchema } from '../ids.ts';

/** How a passage is kept: where it was, what it said, and what stood around it. */
export const anchorSchema = z.strictObject({
  /** Code points in the document's plain text, end exclusive. */
  start: codePointSchema,
  end: codePointSchema,
  /** The exact text; never empty. It decides where it and the offsets disagree. */
  quotation: z.string().min(1),
  /** Up to 32 code points before and after, to choose between equal quotations. */
  prefix: z.string(),
  suffix: z.string(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** A code put on a passage by a coder [REFI-QDA: Coding]. */
export const codingSchema = z.strictObject({
  id: codingIdSchema,
  documentId: documentIdSchema,
  codeId: codeIdSchema,
  coderId: coderIdSchema,
  anchor: anchorSchema,
  weight: z.int().min(0).max(100).nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Coding = z.infer<typeof codingSchema>;
