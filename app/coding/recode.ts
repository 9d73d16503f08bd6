import type { Op } from '../../schemas/change.ts';
import type { CodeId, CodingId } from '../../schemas/ids.ts';
import type { Anchor, Coding } from '../../schemas/records/coding.ts';
import type { Memo, MemoTarget } from '../../schemas/records/memo.ts';
import { sameTarget, targetId } from './planning.ts';
import type { ProjectState } from './state.ts';

/**
 * Steps that put codings under another theme. Where the same coder has that theme on exactly that range already, the
 * two become one: the one that was there stays, takes the weight where it had none, and its memos are joined.
 */
export function recodeOps(state: ProjectState, moving: readonly { coding: Coding; codeId: CodeId }[], now: string | null): { ops: Op[]; memoMoves: Map<string, CodingId> } {
  const movingIds = new Set(moving.map(({ coding }) => coding.id));
  const standing = new Map<string, Coding>();
  for (const coding of state.codings.values()) if (!movingIds.has(coding.id)) standing.set(placeKey(coding), coding);
  const changed = new Map<CodingId, Coding>();
  const gone: CodingId[] = [];
  const memoMoves = new Map<string, CodingId>();
  const inOrder = moving.toSorted((a, b) => compare(a.coding.createdAt, b.coding.createdAt) || compare(a.coding.id, b.coding.id));
  for (const { coding, codeId } of inOrder) {
    const moved: Coding = { ...coding, codeId, updatedAt: now ?? coding.updatedAt };
    const twin = settle(standing, changed, moved);
    if (twin === null) continue;
    gone.push(coding.id);
    memoMoves.set(coding.id, twin);
  }
  return {
    ops: [
      ...[...changed.values()].map((record): Op => ({ op: 'put', table: 'codings', record })),
      ...gone.map((id): Op => ({ op: 'delete', table: 'codings', id })),
    ],
    memoMoves,
  };
}

/**
 * Puts a coding where it comes to stand, and among those that change. Where its twin stands there already that one stays,
 * with the weight where it had none: then the answer is its id, else null.
 */
export function settle(standing: Map<string, Coding>, changed: Map<CodingId, Coding>, coding: Coding): CodingId | null {
  const key = placeKey(coding);
  const twin = standing.get(key);
  const stays = twin && (twin.weight !== null || coding.weight === null) ? twin : { ...(twin ?? coding), weight: coding.weight };
  if (stays !== twin) {
    standing.set(key, stays);
    changed.set(stays.id, stays);
  }
  return twin?.id ?? null;
}

/**
 * Steps that take memos along from records that go to the records that stay. A coder has one memo on a thing, so a
 * memo that comes where one is already is added below it.
 */
export function moveMemos(state: ProjectState, moves: ReadonlyMap<string, string>): Op[] {
  const memos = new Map(state.memos);
  const ops: Op[] = [];
  for (const memo of state.memos.values()) {
    const to = moves.get(targetId(memo.target) ?? '');
    if (to === undefined) continue;
    const target = { ...memo.target, id: to } as MemoTarget;
    const twin = [...memos.values()].find((other) => other.id !== memo.id && other.coderId === memo.coderId && sameTarget(other.target, target));
    const record: Memo = twin ? { ...twin, text: `${twin.text}\n\n${memo.text}` } : { ...memo, target };
    memos.set(record.id, record);
    ops.push({ op: 'put', table: 'memos', record });
    if (twin) {
      memos.delete(memo.id);
      ops.push({ op: 'delete', table: 'memos', id: memo.id });
    }
  }
  return ops;
}

/**
 * Steps that make one coding of several of one theme: the first keeps its id, gets the anchor, and a weight where it had
 * none; memos of the others are joined to its own.
 */
export function joinOps(state: ProjectState, [first, ...others]: readonly Coding[], anchor: Anchor, now: string): Op[] {
  if (!first) return [];
  const weight = first.weight ?? others.find((coding) => coding.weight !== null)?.weight ?? null;
  return [
    { op: 'put', table: 'codings', record: { ...first, anchor, weight, updatedAt: now } },
    ...moveMemos(state, new Map(others.map((coding) => [coding.id, first.id]))),
    ...others.map((coding): Op => ({ op: 'delete', table: 'codings', id: coding.id })),
  ];
}

/** The same for two codings of one coder with one theme on one range and the same words: where an orphan once stood, others may stand now. */
export function placeKey({ documentId, codeId, coderId, anchor }: Pick<Coding, 'documentId' | 'codeId' | 'coderId' | 'anchor'>): string {
  return [documentId, codeId, coderId, anchor.start, anchor.end, anchor.quotation].join('/');
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
