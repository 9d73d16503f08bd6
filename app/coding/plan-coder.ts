import type { Coder } from '../../schemas/records/coder.ts';
import { ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { cleanName, differs } from './planning.ts';
import type { ProjectState } from './state.ts';

/** Writes a coder's profile into the project; nothing to do where it stands there so already. */
export function planSaveCoder(state: ProjectState, coder: Coder): Result<Plan> {
  const name = cleanName(coder.name);
  if (!name.ok) return name;
  const record = { ...coder, name: name.value };
  const before = state.coders.get(coder.id);
  return ok({
    label: { key: 'coder.edit', values: { name: record.name } },
    ops: before && !differs(before, record) ? [] : [{ op: 'put', table: 'coders', record }],
  });
}
