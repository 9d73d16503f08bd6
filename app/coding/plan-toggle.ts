import type { Op } from '../../schemas/change.ts';
import type { CoderId, CodeId, CodingId, DocumentId } from '../../schemas/ids.ts';
import type { Coding } from '../../schemas/records/coding.ts';
import { describe } from '../anchoring/describe.ts';
import { resolve } from '../anchoring/resolve.ts';
import type { PlainText, TextRange } from '../document/plain-text.ts';
import type { Utf16 } from '../document/offsets.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { memosOn, notThere } from './planning.ts';
import { planTag } from './plan-coding.ts';
import { joinOps, moveMemos, placeKey, settle } from './recode.ts';
import type { ProjectState } from './state.ts';

/** Who tags which passage of which document with which theme. */
export interface Tagging { documentId: DocumentId; codeId: CodeId; coderId: CoderId; range: TextRange }

/**
 * What tagging does there: `add` where this coder has nothing of the theme, `extend` where the passage reaches beyond a
 * coding of it, and where all of the passage has the theme already, `remove` (nothing of it is left) or `shorten`.
 */
export type TagEffect = 'add' | 'extend' | 'shorten' | 'remove';

/** Whether something of the theme is taken off. */
export const takesAway = (effect: TagEffect) => effect === 'remove' || effect === 'shorten';

export function tagEffect(state: ProjectState, text: PlainText, tagging: Tagging): TagEffect {
  const mine = codingsUnder(state, text, tagging);
  if (mine.length === 0) return 'add';
  if (!covered(text, mine, tagging.range)) return 'extend';
  return mine.every((placed) => remainders(text, placed, tagging.range).length === 0) ? 'remove' : 'shorten';
}

interface Making { newId(): CodingId; now: string }

/**
 * Tags a passage, or takes the theme off it where all of it has the theme: as a switch, so that the same key undoes
 * what it did. Codings that the passage reaches into become one with it; those that only touch it stay as they are.
 * What is left of a coding that is cut in two is two codings: the first keeps its id and memos. A theme that is not
 * active is put nowhere; it can be taken off.
 */
export function planToggle(state: ProjectState, text: PlainText, tagging: Tagging & Making): Result<Plan> {
  const { codeId, range, newId, now } = tagging;
  const code = state.codes.get(codeId);
  if (!code) return notThere('codes', codeId);
  const mine = codingsUnder(state, text, tagging);
  const effect = tagEffect(state, text, tagging);
  if (code.inactive === true && !takesAway(effect)) return fail('code-inactive', `"${code.name}" is not active; make it active in the codebook to use it again`, { name: code.name });
  const label = (key: 'coding.add' | 'coding.extend' | 'coding.shorten' | 'coding.remove') => ({ key, values: { code: code.name } });
  if (effect === 'add') return planTag(state, { ...tagging, id: newId(), anchor: describe(text, range.start, range.end), now });
  if (effect === 'extend') {
    const start = Math.min(range.start, ...mine.map((placed) => placed.start)) as Utf16;
    const end = Math.max(range.end, ...mine.map((placed) => placed.end)) as Utf16;
    return ok({ label: label('coding.extend'), ops: joinOps(state, mine.map(({ coding }) => coding), describe(text, start, end), now) });
  }
  return ok({ label: label(effect === 'remove' ? 'coding.remove' : 'coding.shorten'), ops: cutOps(state, text, mine, range, { newId, now }) });
}

/** Steps that take the passage out of these codings. What is left where the theme stands already, on the same stretch, becomes one with it. */
function cutOps(state: ProjectState, text: PlainText, mine: readonly Placed[], range: TextRange, { newId, now }: Pick<Making, 'newId' | 'now'>): Op[] {
  const cut = new Set(mine.map(({ coding }) => coding.id));
  const standing = new Map([...state.codings.values()].filter(({ id }) => !cut.has(id)).map((coding) => [placeKey(coding), coding]));
  const made = new Map<CodingId, Coding>();
  const gone = new Map<CodingId, CodingId | null>();
  for (const { coding, ...placed } of mine) {
    const left = remainders(text, placed, range).map(({ start, end }, at): Coding => ({
      ...coding, anchor: describe(text, start, end), updatedAt: now, ...(at === 0 ? {} : { id: newId(), createdAt: now }),
    }));
    for (const record of left) {
      const twin = settle(standing, made, record);
      if (twin !== null && record.id === coding.id) gone.set(coding.id, twin);
    }
    if (left.length === 0) gone.set(coding.id, null);
  }
  const lost = new Set([...gone].flatMap(([id, twin]) => (twin === null ? [id] : [])));
  const moves = new Map([...gone].flatMap(([id, twin]) => (twin === null ? [] : [[id, twin] as const])));
  return [
    ...[...made.values()].map((record): Op => ({ op: 'put', table: 'codings', record })),
    ...memosOn(state, lost).map((memo): Op => ({ op: 'delete', table: 'memos', id: memo.id })),
    ...moveMemos(state, moves),
    ...[...gone.keys()].map((id): Op => ({ op: 'delete', table: 'codings', id })),
  ];
}

interface Placed extends TextRange { coding: Coding }

/** This coder's codings of the theme that share at least one character with the passage, in the order of the text. */
function codingsUnder(state: ProjectState, text: PlainText, { documentId, codeId, coderId, range }: Tagging): Placed[] {
  const found: Placed[] = [];
  for (const coding of state.codings.values()) {
    if (coding.documentId !== documentId || coding.codeId !== codeId || coding.coderId !== coderId) continue;
    const place = resolve(text, coding.anchor);
    if (place && place.start < range.end && place.end > range.start) found.push({ coding, start: place.start, end: place.end });
  }
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether all of the passage but white space lies under these codings. */
function covered({ text }: PlainText, mine: readonly TextRange[], range: TextRange): boolean {
  let at: number = range.start;
  for (const { start, end } of mine) {
    if (start > at && text.slice(at, start).trim() !== '') return false;
    at = Math.max(at, end);
  }
  return at >= range.end || text.slice(at, range.end).trim() === '';
}

/** What is left of a coding without the passage: at most one stretch before and one behind, without white space at their ends. */
function remainders({ text }: PlainText, placed: TextRange, range: TextRange): TextRange[] {
  const trimmed = (from: number, to: number): TextRange[] => {
    const words = text.slice(from, to);
    const start = from + words.length - words.trimStart().length;
    const end = from + words.trimEnd().length;
    return start < end ? [{ start: start as Utf16, end: end as Utf16 }] : [];
  };
  return [...trimmed(placed.start, Math.min(placed.end, range.start)), ...trimmed(Math.max(placed.start, range.end), placed.end)];
}
