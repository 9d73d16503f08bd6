import { z } from 'zod';
import { recordTables, type Change } from '../../schemas/change.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import { verify } from '../anchoring/verify.ts';
import { replay } from '../coding/change.ts';
import { emptyState } from '../coding/state.ts';
import { sameValue } from '../support/same-value.ts';

/** What every version of a change has, however its records looked. */
const rawChangeSchema = z.looseObject({
  id: z.string(), seq: z.int(),
  ops: z.array(z.looseObject({ op: z.enum(['put', 'delete']), table: z.string(), id: z.string().optional(), record: z.unknown() })),
});
const withIdSchema = z.looseObject({ id: z.string() });

interface Upgraded {
  projectId: ProjectId;
  /** Changes as the older version has them, and what the upgrade makes of them. */
  before: readonly unknown[];
  after: readonly Change[];
  contents: ReadonlyMap<Sha256, Content>;
}

/**
 * Why an upgraded history may not take the place of the one it was made of; null: nothing was lost. The same changes in
 * the same order, as many rows in each table, and no coding without its quotation that the upgrade touched; one that
 * had lost it before stays what it was.
 */
export function upgradeProblem({ projectId, before, after, contents }: Upgraded): string | null {
  const old = z.array(rawChangeSchema).safeParse(before);
  if (!old.success) return `change ${String(old.error.issues[0]?.path[0])} of the older version can't be read`;
  const apart = old.data.findIndex(({ id, seq }, at) => after[at]?.id !== id || after[at]?.seq !== seq);
  if (apart >= 0 || after.length !== before.length) return `change ${apart < 0 ? before.length + 1 : apart + 1} is another after the upgrade`;
  const replayed = replay(emptyState, after);
  if (!replayed.ok) return replayed.problem.message;
  const rows = fold(old.data);
  for (const table of recordTables) {
    const [had, has] = [rows.get(table)?.size ?? 0, replayed.value[table].size];
    if (had !== has) return `there were ${had} ${table} and after the upgrade there are ${has}`;
  }
  const state = replayed.value;
  const { orphans } = verify({ projectId, state, contents });
  const lost = orphans.find((id) => !sameValue(rows.get('codings')?.get(id), state.codings.get(id)));
  return lost ? `the quotation of coding ${lost} is no longer found after the upgrade` : null;
}

/** Rows of a history of any version, from the first on, as long as each follows on the one before: what is to come through an upgrade. */
export function chained(rows: readonly unknown[]): unknown[] {
  const links = z.array(linkSchema.catch({ id: '', seq: 0, previous: null })).parse(rows);
  const broken = links.findIndex(({ seq, previous }, at) => seq !== at + 1 || previous !== (links[at - 1]?.id ?? null));
  return rows.slice(0, broken < 0 ? rows.length : broken);
}

const linkSchema = z.looseObject({ id: z.string(), seq: z.int(), previous: z.string().nullable() });

function fold(changes: z.infer<typeof rawChangeSchema>[]): Map<string, Map<string, unknown>> {
  const rows = new Map<string, Map<string, unknown>>();
  for (const { op, table, id, record } of changes.flatMap(({ ops }) => ops)) {
    const of = rows.get(table) ?? new Map<string, unknown>();
    rows.set(table, of);
    const key = op === 'delete' ? id : withIdSchema.safeParse(record).data?.id;
    if (key === undefined) continue;
    if (op === 'put') of.set(key, record);
    else of.delete(key);
  }
  return rows;
}
