import type { Op } from '../../schemas/change.ts';
import type { SpeakerId } from '../../schemas/ids.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { cleanName, differs, notThere, withRoles } from './planning.ts';
import { moveInQueries } from './query-names.ts';
import { moveMemos } from './recode.ts';
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

/**
 * Makes two speakers one: all turns of the first are the second's from now on, in every document (ADR 8). The second
 * keeps its name and whether it leads the hearing, takes a role and an organisation where it had none, and gets the
 * names of the first as aliases; memos and saved queries go along.
 */
export function planMergeSpeakers(state: ProjectState, fromId: SpeakerId, intoId: SpeakerId): Result<Plan> {
  const from = state.speakers.get(fromId);
  const into = state.speakers.get(intoId);
  if (!from || !into) return notThere('speakers', from ? intoId : fromId);
  if (fromId === intoId) return fail('speaker-into-itself', `"${from.name}" can't be merged into itself`, { name: from.name });
  const record: Speaker = {
    ...into,
    role: into.role ?? from.role,
    organisation: into.organisation ?? from.organisation,
    aliases: [...new Set([...into.aliases, from.name, ...from.aliases])].filter((alias) => alias !== into.name),
    mergedIds: [...(into.mergedIds ?? []), fromId, ...(from.mergedIds ?? [])],
  };
  return ok({
    label: { key: 'speaker.merge', values: { name: from.name, into: into.name } },
    ops: [
      { op: 'put', table: 'speakers', record },
      ...moveMemos(state, new Map([[fromId, intoId]])),
      ...moveInQueries(state, new Map([[fromId, intoId]])),
      { op: 'delete', table: 'speakers', id: fromId },
    ],
  });
}

const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
