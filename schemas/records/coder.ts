import { z } from 'zod';
import { coderIdSchema } from '../ids.ts';

/** Who codes [REFI-QDA: User]. */
export const coderSchema = z.strictObject({
  id: coderIdSchema,
  name: z.string().min(1),
  initials: z.string().min(1).max(6),
});
export type Coder = z.infer<typeof coderSchema>;
