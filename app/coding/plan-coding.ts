import type { Op } from '../../schemas/change.ts';
import type { CoderId, CodeId, CodingId, DocumentId } from '../../schemas/ids.ts';
import type { Anchor, Coding } from '../../schemas/records/coding.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { moveExamples } from './examples.ts';
import { differs, memosOn, notThere } from './planning.ts';
import { moveMemos, placeKey, recodeOps } from './recode.ts';
import type { ProjectState } from './state.ts';

/** Puts a theme on a passage; `already-coded` where this coder has it on exactly that range. */
export function planTag(
  state: ProjectState,
  { id, documentId, codeId, coderId, anchor, now }: { id: CodingId; documentId: DocumentId; codeId: CodeId; coderId: CoderId; anchor: Anchor; now: string },
): Result<Plan> {
  const code = state.codes.get(codeId);
  if (!code) return notThere('codes', codeId);
  if (!state.coders.has(coderId)) return notThere('coders', coderId);
  const fits = fitsDocument(state, documentId, anchor);
  if (!fits.ok) return fits;
  const record: Coding = { id, documentId, codeId, coderId, anchor, weight: null, createdAt: now, updatedAt: now };
  if (twinOf(state, record)) return alreadyCoded(code.name);
  return ok({ label: { key: 'coding.add', values: { code: code.name } }, ops: [{ op: 'put', table: 'codings', record }] });
}

/** Weight or extent of a coding. */
export function planEditCoding(state: ProjectState, id: CodingId, patch: Partial<Pick<Coding, 'weight' | 'anchor'>>, now: string): Result<Plan> {
  const before = state.codings.get(id);
  if (!before) return notThere('codings', id);
  const code = state.codes.get(before.codeId)?.name ?? '';
  const record: Coding = { ...before, ...patch };
  const fits = fitsDocument(state, record.documentId, record.anchor);
  if (!fits.ok) return fits;
  if (twinOf(state, record)) return alreadyCoded(code);
  return ok({
    label: { key: 'coding.edit', values: { code } },
    ops: differs(before, record) ? [{ op: 'put', table: 'codings', record: { ...record, updatedAt: now } }] : [],
  });
}

/** Takes codings away, with the memos on them. */
export function planDeleteCodings(state: ProjectState, ids: readonly CodingId[]): Result<Plan> {
  const codings = found(state, ids);
  if (!codings.ok) return codings;
  const memos = memosOn(state, new Set(ids));
  const names = new Set(codings.value.map((coding) => state.codes.get(coding.codeId)?.name ?? ''));
  return ok({
    label: { key: 'coding.delete', values: { count: codings.value.length, code: [...names].join(', ') } },
    ops: [
      ...memos.map((memo): Op => ({ op: 'delete', table: 'memos', id: memo.id })),
      ...codings.value.map((coding): Op => ({ op: 'delete', table: 'codings', id: coding.id })),
    ],
  });
}

/**
 * Puts codings under another theme; a coding that stands there already takes in its twin (see `recodeOps`). Those that were
 * examples of their theme are examples of the other.
 */
export function planRecode(state: ProjectState, ids: readonly CodingId[], codeId: CodeId, now: string): Result<Plan> {
  const code = state.codes.get(codeId);
  if (!code) return notThere('codes', codeId);
  const codings = found(state, ids);
  if (!codings.ok) return codings;
  const moving = codings.value.filter((coding) => coding.codeId !== codeId).map((coding) => ({ coding, codeId }));
  const { ops, memoMoves } = recodeOps(state, moving, now);
  const from = new Map(moving.flatMap(({ coding }) => (memoMoves.has(coding.id) ? [] : [[coding.id, coding.codeId] as const])));
  return ok({
    label: { key: 'coding.recode', values: { count: moving.length, code: code.name } },
    ops: [...ops, ...moveMemos(state, memoMoves), ...moveExamples(state, from, code)],
  });
}

function found(state: ProjectState, ids: readonly CodingId[]): Result<Coding[]> {
  const codings: Coding[] = [];
  for (const id of new Set(ids)) {
    const coding = state.codings.get(id);
    if (!coding) return notThere('codings', id);
    codings.push(coding);
  }
  return ok(codings);
}

function fitsDocument(state: ProjectState, documentId: DocumentId, anchor: Anchor): Result<null> {
  const document = state.documents.get(documentId);
  if (!document) return notThere('documents', documentId);
  if (anchor.end <= anchor.start) return fail('passage-empty', 'a passage needs at least one character');
  if (anchor.end > document.characters) return fail('passage-outside', `the passage ends at ${anchor.end}, after the text of ${document.characters}`);
  return ok(null);
}

/** Another coding of this coder with this theme on exactly this range. */
export function twinOf(state: ProjectState, record: Coding): Coding | undefined {
  const key = placeKey(record);
  for (const coding of state.codings.values()) {
    if (coding.id !== record.id && coding.anchor.start === record.anchor.start && placeKey(coding) === key) return coding;
  }
  return undefined;
}

export const alreadyCoded = (code: string): Result<never> => fail('already-coded', `this coder has "${code}" on exactly this passage already`, { code });
