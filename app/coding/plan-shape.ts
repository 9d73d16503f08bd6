import type { Op } from '../../schemas/change.ts';
import type { CodeId, CodingId } from '../../schemas/ids.ts';
import type { Coding } from '../../schemas/records/coding.ts';
import { describe } from '../anchoring/describe.ts';
import { resolve } from '../anchoring/resolve.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { PlainText, TextRange } from '../document/plain-text.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { notThere } from './planning.ts';
import { alreadyCoded, planEditCoding, planTag, twinOf } from './plan-coding.ts';
import { joinOps } from './recode.ts';
import type { ProjectState } from './state.ts';

/** New borders for a coding; `passage-empty` where nothing would be left between them. */
export function planReshape(
  state: ProjectState, text: PlainText, { id, start, end, now }: { id: CodingId; start: Utf16; end: Utf16; now: string },
): Result<Plan> {
  if (end <= start) return fail('passage-empty', 'a passage needs at least one character');
  return planEditCoding(state, id, { anchor: describe(text, start, end) }, now);
}

/**
 * Cuts a coding in two at a place inside it; the first part keeps its id and memos, both keep the weight. `already-coded`
 * where the theme stands on exactly one of the parts already.
 */
export function planSplitCoding(
  state: ProjectState, text: PlainText, { id, at, newId, now }: { id: CodingId; at: Utf16; newId: CodingId; now: string },
): Result<Plan> {
  const found = placedCoding(state, text, id);
  if (!found.ok) return found;
  const { coding, start, end } = found.value;
  const firstEnd = start + text.text.slice(start, at).trimEnd().length;
  const secondStart = end - text.text.slice(at, end).trimStart().length;
  if (at <= start || at >= end || firstEnd <= start || secondStart >= end) {
    return fail('split-outside', 'put the cursor inside the passage, between two words, and split there');
  }
  const first: Coding = { ...coding, anchor: describe(text, start, firstEnd as Utf16), updatedAt: now };
  const second: Coding = { ...coding, id: newId, anchor: describe(text, secondStart as Utf16, end), createdAt: now, updatedAt: now };
  const code = nameOf(state, coding.codeId);
  if (twinOf(state, first) ?? twinOf(state, second)) return alreadyCoded(code);
  return ok({
    label: { key: 'coding.split', values: { code } },
    ops: [first, second].map((record): Op => ({ op: 'put', table: 'codings', record })),
  });
}

/**
 * Makes one coding of several of one theme, coder and document, from the first's start to the last's end, with what lies
 * between them. `not-alike` where they differ in any of these, `join-one` for fewer than two.
 */
export function planJoinCodings(state: ProjectState, text: PlainText, { ids, now }: { ids: readonly CodingId[]; now: string }): Result<Plan> {
  const chosen = [...new Set(ids)];
  const codings = chosen.flatMap((id) => state.codings.get(id) ?? []);
  if (!codings.every((coding) => codings[0] && alike(coding, codings[0]))) {
    return fail('not-alike', 'only codings of one theme, by one coder, in one document can be joined');
  }
  const placed = [];
  for (const id of chosen) {
    const found = placedCoding(state, text, id);
    if (!found.ok) return found;
    placed.push(found.value);
  }
  const inOrder = placed.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const [first] = inOrder;
  if (!first || inOrder.length < 2) return fail('join-one', 'choose two or more codings to join');
  const end = Math.max(...inOrder.map((one) => one.end)) as Utf16;
  const anchor = describe(text, first.start, end);
  const code = nameOf(state, first.coding.codeId);
  const twin = twinOf(state, { ...first.coding, anchor });
  if (twin && !ids.includes(twin.id)) return alreadyCoded(code);
  const values = { code, count: inOrder.length, words: wordsBetween(text, inOrder) };
  return ok({ label: { key: 'coding.join', values }, ops: joinOps(state, inOrder.map(({ coding }) => coding), anchor, now) });
}

/** The next coding in the text of the same theme and coder, with which this one can be joined; null where there is none. */
export function nextAlike(state: ProjectState, text: PlainText, id: CodingId): CodingId | null {
  const from = placedCoding(state, text, id);
  if (!from.ok) return null;
  const { coding, start, end } = from.value;
  const after = [...state.codings.values()].flatMap((other) => {
    const place = other.id !== id && alike(other, coding) ? resolve(text, other.anchor) : null;
    return place && (place.start - start || place.end - end) > 0 ? [{ id: other.id, ...place }] : [];
  });
  return after.toSorted((a, b) => a.start - b.start || a.end - b.end)[0]?.id ?? null;
}

/** Words, runs without white space, that lie between ranges and in none of them; ranges in the order of the text. */
function wordsBetween({ text }: PlainText, ranges: readonly TextRange[]): number {
  let words = 0;
  let at = ranges[0]?.end ?? 0;
  for (const { start, end } of ranges) {
    words += start > at ? text.slice(at, start).match(/\S+/g)?.length ?? 0 : 0;
    at = Math.max(at, end) as Utf16;
  }
  return words;
}

const alike = (a: Coding, b: Coding) => a.codeId === b.codeId && a.coderId === b.coderId && a.documentId === b.documentId;

/** The same passage under another theme as well, with the same weight; memos stay with the coding they are on. */
export function planCopyCoding(
  state: ProjectState, { id, codeId, newId, now }: { id: CodingId; codeId: CodeId; newId: CodingId; now: string },
): Result<Plan> {
  const coding = state.codings.get(id);
  if (!coding) return notThere('codings', id);
  const tagged = planTag(state, { ...coding, id: newId, codeId, now });
  if (!tagged.ok) return tagged;
  return ok({
    label: { key: 'coding.copy', values: { code: nameOf(state, coding.codeId), into: nameOf(state, codeId) } },
    ops: tagged.value.ops.map((op): Op => (op.op === 'put' && op.table === 'codings' ? { ...op, record: { ...op.record, weight: coding.weight } } : op)),
  });
}

function placedCoding(state: ProjectState, text: PlainText, id: CodingId): Result<{ coding: Coding; start: Utf16; end: Utf16 }> {
  const coding = state.codings.get(id);
  if (!coding) return notThere('codings', id);
  const place = resolve(text, coding.anchor);
  if (!place) return fail('orphan', 'the words of this coding are not found in the text any more, so its borders can not be changed');
  return ok({ coding, start: place.start, end: place.end });
}

const nameOf = (state: ProjectState, id: CodeId) => state.codes.get(id)?.name ?? '';
