import { z } from 'zod';
import { instantSchema } from '../ids.ts';

/** The roles proposed for speakers; a project may extend its own list (counting.md). */
export const starterRoles = [
  'commissie', 'ervaringsdeskundige', 'mantelzorger', 'patiëntenorganisatie', 'beroepsgroep', 'zorgverlener',
  'onderzoeker', 'verzekeraar', 'werkgever of vakbond', 'overheid', 'anders',
] as const;

/** One study. Its id is not in the record: a copy of a project is the same record under another id. */
export const projectSchema = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string(),
  roles: z.array(z.string().min(1)),
  createdAt: instantSchema,
});
export type Project = z.infer<typeof projectSchema>;
