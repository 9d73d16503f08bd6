import { z } from 'zod';
import { codeIdSchema, codingIdSchema, instantSchema } from '../ids.ts';

/** A theme of the codebook [REFI-QDA: Code]. Codes form a tree by `parentId`. */
export const codeSchema = z.strictObject({
  id: codeIdSchema,
  parentId: codeIdSchema.nullable(),
  name: z.string().min(1).max(200),
  definition: z.string(),
  /** When a passage belongs here, and when it does not, for coders to agree on. */
  use: z.string().optional(),
  avoid: z.string().optional(),
  /** Codings that show what is meant. Those that are gone are passed over. */
  examples: z.array(codingIdSchema).optional(),
  /** No longer offered for tagging; its codings stay and count. */
  inactive: z.boolean().optional(),
  /** `#rrggbb`, lower case; the renderer gives the palette's twelve a value for each scheme. */
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  /** The key that tags with this code, 1 to 9, or null. */
  key: z.int().min(1).max(9).nullable(),
  /** Place among its siblings; ties are broken by name, then id. */
  order: z.number(),
  createdAt: instantSchema,
});
export type Code = z.infer<typeof codeSchema>;
