import type { CoderId, MemoId } from '../../schemas/ids.ts';
import type { Memo, MemoTarget } from '../../schemas/records/memo.ts';
import { assertNever, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { notThere, sameTarget } from './planning.ts';
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
