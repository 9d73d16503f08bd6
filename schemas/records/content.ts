import { z } from 'zod';
import { codePointSchema, speakerIdSchema } from '../ids.ts';

/** `[from, to)` in code points of the decoded source file; null where the format has no such places. */
export const sourceSpanSchema = z.tuple([codePointSchema, codePointSchema]).nullable();
export type SourceSpan = z.infer<typeof sourceSpanSchema>;

/**
 * Runs of a block's text that stand letter for letter in the source: `[at, source, length]`, all code points,
 * `at` counted from the block's start, ascending. What lies between runs (a space for a line break) was made.
 */
export const sourceMapSchema = z.array(z.tuple([codePointSchema, codePointSchema, z.int().positive()]));
export type SourceMap = z.infer<typeof sourceMapSchema>;

export const blockKindSchema = z.enum(['heading', 'label', 'paragraph', 'listItem', 'footnote']);
export type BlockKind = z.infer<typeof blockKindSchema>;

/** A paragraph, heading, list item, label or footnote. Its text holds no line break and is never empty. */
export const blockSchema = z.strictObject({
  kind: blockKindSchema,
  /** Heading and list levels, from 1; null for other kinds. */
  level: z.int().positive().nullable(),
  text: z.string().min(1),
  /** Index in `turns`; null outside turns. */
  turn: z.int().nonnegative().nullable(),
  /** Page of the block's first word; null where the format has no pages. */
  page: z.int().positive().nullable(),
  source: sourceSpanSchema,
  sourceMap: sourceMapSchema,
});
export type Block = z.infer<typeof blockSchema>;

export const turnKindSchema = z.enum(['presentation', 'question', 'answer', 'remark', 'closing']);
export type TurnKind = z.infer<typeof turnKindSchema>;

/** Consecutive blocks of one speaker, without the label. */
export const turnSchema = z.strictObject({
  kind: turnKindSchema,
  speaker: speakerIdSchema.nullable(),
  /** The speaker's name as printed at this turn, without the colon; null where none is printed. */
  label: z.string().nullable(),
  /** Indexes in `blocks`, both included. */
  firstBlock: z.int().nonnegative(),
  lastBlock: z.int().nonnegative(),
  /** Index in `sections`. */
  section: z.int().nonnegative().nullable(),
  /** Page of the first word. */
  page: z.int().positive().nullable(),
});
export type Turn = z.infer<typeof turnSchema>;

/** A place inside a block, in code points from its start. */
export const placeSchema = z.strictObject({ block: z.int().nonnegative(), offset: codePointSchema });
export type Place = z.infer<typeof placeSchema>;

/** One rule's work on the source: what stood there and what came of it. */
export const importChangeSchema = z.strictObject({
  rule: z.string().min(1),
  source: sourceSpanSchema,
  before: z.string(),
  after: z.string(),
  /**
   * Taken back in a review: what stood there stands in the text again. `parted`: white space was, and for that a
   * paragraph was ended there. From records of version 2 on.
   */
  undone: z.enum(['restored', 'parted']).exactOptional(),
});
export type ImportChange = z.infer<typeof importChangeSchema>;

export const importWarningSchema = z.strictObject({
  rule: z.string().min(1),
  message: z.string(),
  source: sourceSpanSchema,
  /** Fill the screen's words for the rule: pages, a page's number. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  /** Somebody looked at it in a review and found it right. From records of version 2 on. */
  seen: z.literal(true).exactOptional(),
});
export type ImportWarning = z.infer<typeof importWarningSchema>;

/**
 * What a document says and how it is built. The plain text is the blocks' texts joined by `\n`.
 * All offsets are code points, so that the record and the files that leave are the same bytes.
 */
export const contentSchema = z.strictObject({
  version: z.literal(1),
  blocks: z.array(blockSchema),
  turns: z.array(turnSchema),
  /** From the heading's block up to the last block before the next section. */
  sections: z.array(z.strictObject({
    heading: z.string(), firstBlock: z.int().nonnegative(), lastBlock: z.int().nonnegative(), page: z.int().positive().nullable(),
  })),
  /** Where each page's first word stands; `printed`: its number stands in the source. */
  pages: z.array(z.strictObject({ page: z.int().positive(), at: placeSchema, printed: z.boolean() })),
  /** Questions and the answers to them, as indexes in `turns`. */
  pairs: z.array(z.strictObject({ number: z.int().positive().nullable(), question: z.int().nonnegative(), answer: z.int().nonnegative() })),
  /** `block`: the footnote's own block. `anchor`: where the mark stood in the text. */
  footnotes: z.array(z.strictObject({ label: z.string(), anchor: placeSchema.nullable(), block: z.int().nonnegative() })),
  attendees: z.array(z.strictObject({ name: z.string().min(1), role: z.string().min(1).nullable() })),
  changes: z.array(importChangeSchema),
  warnings: z.array(importWarningSchema),
});
export type Content = z.infer<typeof contentSchema>;
