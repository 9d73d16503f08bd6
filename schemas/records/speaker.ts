import { z } from 'zod';
import { speakerIdSchema } from '../ids.ts';

/** A person or body that speaks [REFI-QDA: Case]. Never a code. */
export const speakerSchema = z.strictObject({
  id: speakerIdSchema,
  name: z.string().min(1),
  /** From the project's list of roles; null where nobody has said. */
  role: z.string().min(1).nullable(),
  organisation: z.string().min(1).nullable(),
  /** Other names under which the documents print this speaker. */
  aliases: z.array(z.string().min(1)),
  /** Moderators are left out of counts unless asked for (counting.md). */
  moderator: z.boolean(),
  /** Speakers who turned out to be this one: contents may still name their ids. Absent where there are none. */
  mergedIds: z.array(speakerIdSchema).min(1).optional(),
});
export type Speaker = z.infer<typeof speakerSchema>;
