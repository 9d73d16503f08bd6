import { z } from 'zod';
import { instantSchema, savedQueryIdSchema } from '../ids.ts';
import { conditionGroupSchema } from '../query.ts';

/** A query of passages under a name; from records of version 3 on. What it finds is counted anew each time. */
export const savedQuerySchema = z.strictObject({
  id: savedQueryIdSchema,
  name: z.string().min(1).max(200),
  /** May name records that are gone by now: it then says so, and holds again when they are back. */
  query: conditionGroupSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type SavedQuery = z.infer<typeof savedQuerySchema>;
