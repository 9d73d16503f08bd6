import type { Op } from '../../schemas/change.ts';
import type { CoderId, CodingId, MemoId } from '../../schemas/ids.ts';
import type { Memo, MemoTarget } from '../../schemas/records/memo.ts';
import { assertNever, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { notThere, sameTarget, targetId } from './planning.ts';
import type { ProjectState } from './state.ts';

/** Writes this coder's memo on a target, or edits the one that is there (then `id` is not used). Empty text removes it. */
export function planSetMemo(
  state: ProjectState, { id, target, text, coderId, now }: { id: MemoId; target: MemoTarget; text: string; coderId: CoderId; now: string },
): Result<Plan> {
  if (!targetThere(state, target)) return notThere('memos', target.kind);
  if (!state.coders.has(coderId)) return notThere('coders', coderId);
  const before = [...state.memos.values()].find((memo) => memo.coderId === coderId && sameTarget(memo.target, target));
  const values = { kind: target.kind };
  if (text.trim() === '') {
    return ok({ label: { key: 'memo.delete', values }, ops: before ? [{ op: 'delete', table: 'memos', id: before.id }] : [] });
  }
  const record: Memo = before ? { ...before, text, updatedAt: now } : { id, target, text, coderId, createdAt: now, updatedAt: now };
  return ok({ label: { key: 'memo.edit', values }, ops: before?.text === text ? [] : [{ op: 'put', table: 'memos', record }] });
}

/**
 * Writes the same words on several codings: in this coder's memo on each, below what stands there. Codings that are not
 * there any more are passed over; empty text changes nothing.
 */
export function planAddMemo(
  state: ProjectState, { ids, text, coderId, now, newId }: { ids: readonly CodingId[]; text: string; coderId: CoderId; now: string; newId(): MemoId },
): Result<Plan> {
  if (!state.coders.has(coderId)) return notThere('coders', coderId);
  const words = text.trim();
  const there = words === '' ? [] : ids.filter((id) => state.codings.has(id));
  const own = new Map([...state.memos.values()].flatMap((memo) => (memo.coderId === coderId ? [[targetId(memo.target), memo] as const] : [])));
  const ops = there.map((id): Op => {
    const before = own.get(id);
    const record: Memo = before
      ? { ...before, text: `${before.text}\n\n${words}`, updatedAt: now }
      : { id: newId(), target: { kind: 'coding', id }, text: words, coderId, createdAt: now, updatedAt: now };
    return { op: 'put', table: 'memos', record };
  });
  return ok({ label: { key: 'memo.edit', values: { kind: 'coding', several: 'yes', count: ops.length } }, ops });
}

/** Whether what a memo is about is in the project. */
export function targetThere(state: ProjectState, target: MemoTarget): boolean {
  switch (target.kind) {
    case 'project': return state.project !== null;
    case 'document': return state.documents.has(target.id);
    case 'speaker': return state.speakers.has(target.id);
    case 'code': return state.codes.has(target.id);
    case 'coding': return state.codings.has(target.id);
    case 'passage': return state.documents.has(target.documentId);
    default: return assertNever(target);
  }
}
