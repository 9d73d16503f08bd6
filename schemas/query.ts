import { z } from 'zod';
import { codeIdSchema, coderIdSchema, documentIdSchema } from './ids.ts';
import { turnKindSchema } from './records/content.ts';

/** How a coding stands to another one. `followed-by`, `preceded-by` and `near` hold up to a number of words between. */
export const relationSchema = z.enum(['overlapping', 'within', 'containing', 'followed-by', 'preceded-by', 'near']);
export type QueryRelation = z.infer<typeof relationSchema>;

const not = z.boolean().default(false);
const words = z.int().min(0).max(1000).default(20);

/** One thing asked of a coding. `not` asks the opposite. */
const simpleConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('theme'), not, theme: codeIdSchema, withSubtree: z.boolean().default(true) }),
  /** Another coding stands so to this one: of this theme, or (null) of any. */
  z.strictObject({ kind: z.literal('relation'), not, relation: relationSchema, theme: codeIdSchema.nullable(), withSubtree: z.boolean().default(true), words }),
  /** A speaker, or a document without turns. */
  z.strictObject({ kind: z.literal('speaker'), not, voice: z.guid() }),
  z.strictObject({ kind: z.literal('role'), not, role: z.string() }),
  z.strictObject({ kind: z.literal('organisation'), not, organisation: z.string() }),
  z.strictObject({ kind: z.literal('document'), not, document: documentIdSchema }),
  z.strictObject({ kind: z.literal('turn-kind'), not, turnKind: turnKindSchema }),
  /** Null: no bound. A coding without a weight has none that fits. */
  z.strictObject({ kind: z.literal('weight'), not, least: z.int().min(0).max(100).nullable(), most: z.int().min(0).max(100).nullable() }),
  /** Words in a memo on the coding; empty: any memo. */
  z.strictObject({ kind: z.literal('memo'), not, text: z.string().max(200) }),
  z.strictObject({ kind: z.literal('coder'), not, coder: coderIdSchema }),
  /** Words in the quotation. */
  z.strictObject({ kind: z.literal('text'), not, text: z.string().max(200) }),
]);
export type SimpleCondition = z.infer<typeof simpleConditionSchema>;

/** Conditions of which all, or any, must hold. */
export interface ConditionGroup { kind: 'group'; not: boolean; match: 'all' | 'any'; of: Condition[] }
export type Condition = SimpleCondition | ConditionGroup;

/** Groups in groups, no deeper than this: a file can't ask for more than the program's stack holds. */
const deepest = 8;
const groupOf = (condition: z.ZodType<Condition>): z.ZodType<ConditionGroup> =>
  z.strictObject({ kind: z.literal('group'), not, match: z.enum(['all', 'any']), of: z.array(condition).max(50) });
const conditionSchema = Array.from({ length: deepest - 1 }).reduce<z.ZodType<Condition>>((inner) => z.union([simpleConditionSchema, groupOf(inner)]), simpleConditionSchema);
export const conditionGroupSchema = groupOf(conditionSchema);

/** What is asked of codings; no conditions: all of them. */
export const querySchema = conditionGroupSchema.prefault({ kind: 'group', not: false, match: 'all', of: [] });
