import { z } from 'zod';
import { codePointSchema, sha256Schema } from './ids.ts';
import { blockKindSchema, importChangeSchema, importWarningSchema, sourceSpanSchema, turnKindSchema } from './records/content.ts';
import { documentKindSchema } from './records/document.ts';

const index = z.int().nonnegative();
const pageNumber = z.int().positive();

/** What `hoorwerk inspect` prints. Every offset counts code points in `text`, 0-based, end exclusive. */
export const inspectSchema = z.strictObject({
  file: z.string().min(1),
  sha256: sha256Schema,
  bytes: z.int().nonnegative(),
  format: z.string().min(1),
  kind: documentKindSchema,
  title: z.string().nullable(),
  date: z.iso.date().nullable(),
  place: z.string().nullable(),
  reference: z.string().nullable(),
  language: z.string().nullable(),
  text: z.string(),
  blocks: z.array(z.strictObject({
    index, kind: blockKindSchema, level: z.int().positive().nullable(), start: codePointSchema, end: codePointSchema,
    turn: index.nullable(), page: pageNumber.nullable(), source: sourceSpanSchema,
  })),
  sections: z.array(z.strictObject({ heading: z.string(), start: codePointSchema, end: codePointSchema, page: pageNumber.nullable() })),
  pages: z.array(z.strictObject({ page: pageNumber, start: codePointSchema, printed: z.boolean() })),
  speakers: z.array(z.strictObject({
    id: z.guid(), name: z.string().min(1), role: z.string().nullable(), organisation: z.string().nullable(),
    aliases: z.array(z.string().min(1)), moderator: z.boolean(),
  })),
  /** `speaker` is the id in `speakers`, `section` the index in `sections`. */
  turns: z.array(z.strictObject({
    index, kind: turnKindSchema, speaker: z.guid().nullable(), label: z.string().nullable(),
    start: codePointSchema, end: codePointSchema, page: pageNumber.nullable(), section: index.nullable(), words: z.int().nonnegative(),
  })),
  pairs: z.array(z.strictObject({ number: z.int().positive().nullable(), question: index, answer: index })),
  /** `anchor`: the place in `text` where the mark stood; `text`: the note itself. */
  footnotes: z.array(z.strictObject({ label: z.string(), anchor: codePointSchema.nullable(), text: z.string() })),
  attendees: z.array(z.strictObject({ name: z.string().min(1), role: z.string().nullable() })),
  changes: z.array(importChangeSchema),
  warnings: z.array(importWarningSchema.omit({ values: true })),
});
export type InspectOutput = z.infer<typeof inspectSchema>;
