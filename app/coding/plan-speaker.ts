import type { Op } from '../../schemas/change.ts';
import type { SpeakerId } from '../../schemas/ids.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { cleanName, differs, notThere, withRoles } from './planning.ts';
import type { ProjectState } from './state.ts';

/** Name, role, organisation, aliases or whether the speaker leads the hearing. A new role joins the project's list. */
export function planEditSpeaker(state: ProjectState, id: SpeakerId, patch: Partial<Omit<Speaker, 'id'>>): Result<Plan> {
  const before = state.speakers.get(id);
  if (!before) return notThere('speakers', id);
  const name = cleanName(patch.name ?? before.name);
  if (!name.ok) return name;
  const record: Speaker = { ...before, ...patch, name: name.value };
  record.role = orNull(record.role);
  record.organisation = orNull(record.organisation);
  const ops: Op[] = [...withRoles(state, record.role === null ? [] : [record.role]), { op: 'put', table: 'speakers', record }];
  return ok({ label: { key: 'speaker.edit', values: { name: record.name } }, ops: differs(before, record) ? ops : [] });
}

const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
