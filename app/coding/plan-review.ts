import { mover, type Moved } from '../anchoring/move.ts';
import { textOfContent } from '../document/text-of.ts';
import type { Op } from '../../schemas/change.ts';
import type { CodingId, DocumentId, MemoId, Sha256, SpeakerId } from '../../schemas/ids.ts';
import type { Coding } from '../../schemas/records/coding.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { Memo, PassageTarget } from '../../schemas/records/memo.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { differs, memosOn, notThere, sameTarget, withRoles } from './planning.ts';
import { moveInQueries } from './query-names.ts';
import { moveMemos, settle } from './recode.ts';
import { speakerOf } from './speaker-of.ts';
import { applyOps, type ProjectState } from './state.ts';

/** A document whose content is replaced: as it was, and as it was put right or read anew. */
export interface Replacement {
  documentId: DocumentId;
  before: Content;
  after: Content;
  /** Both contents were read from one source text, letter for letter. */
  sameSource: boolean;
}

/** What becomes of the codings and memos on passages of a document, by id. */
export interface CarriedOver { codings: ReadonlyMap<CodingId, Moved>; memos: ReadonlyMap<MemoId, Moved> }

/** Takes every passage of the document to its new text. Linear in both texts, and a search for each that is not where it was. */
export function carryOver(state: ProjectState, { documentId, before, after, sameSource }: Replacement): CarriedOver {
  const move = mover(textOfContent(before), textOfContent(after), { sameSource });
  const codings = [...state.codings.values()].filter((coding) => coding.documentId === documentId);
  return {
    codings: new Map(codings.map(({ id, anchor }) => [id, move(anchor)])),
    memos: new Map(passageMemos(state, documentId).map(({ id, target }) => [id, move(target.anchor)])),
  };
}

export interface ReplaceRequest {
  document: Document;
  speakers: readonly Speaker[];
  /**
   * Comments that the original has: those whose words are a memo on the document's passages already are left out, and
   * those where their coder has a memo on the passage, such as a comment that was edited.
   */
  memos?: readonly Memo[];
  replacement: Replacement;
  key: 'document.review' | 'document.reimport';
}

/**
 * Replaces a document's content and record, and puts its speakers right: one change, with the codings and memos on its
 * passages taken along. One whose words are gone keeps its anchor and becomes an orphan. Speakers keep their ids; those
 * who speak nowhere any more go, if the text of every other document is there; whoever has their name now gets their
 * memos and their place in saved queries.
 */
export function planReplaceDocument(
  state: ProjectState, contents: ReadonlyMap<Sha256, Content>,
  { document, speakers, memos = [], replacement, key }: ReplaceRequest,
): Result<Plan> {
  const before = state.documents.get(document.id);
  if (!before) return notThere('documents', document.id);
  const carried = carryOver(state, replacement);
  const codings = codingOps(state, carried);
  const people = speakerOps(state, contents, { documentId: document.id, speakers, before: replacement.before });
  const hows = [...carried.codings.values()].map(({ how }) => how);
  const count = (wanted: Moved['how']) => hows.filter((how) => how === wanted).length;
  const notes = memoOps(applyOps(state, codings), carried);
  const words = new Set(passageMemos(state, document.id).map(({ text }) => text));
  const there = passageMemos(applyOps(state, notes), document.id);
  const isKnown = ({ text, coderId, target }: Memo) => words.has(text) || there.some((memo) => memo.coderId === coderId && sameTarget(memo.target, target));
  const ops = [
    ...withRoles(state, speakers.flatMap(({ role }) => role ?? [])),
    ...people,
    ...(differs(before, document) ? [{ op: 'put', table: 'documents', record: document } as const] : []),
    ...codings,
    ...notes,
    ...memos.filter((memo) => !isKnown(memo)).map((record): Op => ({ op: 'put', table: 'memos', record })),
  ];
  return ok({ label: { key, values: { name: document.name, moved: count('moved'), changed: count('changed'), lost: count('lost') } }, ops });
}

/** Moved anchors; two codings of one coder and theme that come to stand on the same words become one, as when themes are merged. */
function codingOps(state: ProjectState, { codings }: CarriedOver): Op[] {
  const standing = new Map<string, Coding>();
  const settled = new Map<CodingId, Coding>();
  const joined = new Map<CodingId, CodingId>();
  for (const [id, { how, anchor }] of codings) {
    const coding = state.codings.get(id);
    const twin = coding && how !== 'lost' ? settle(standing, settled, { ...coding, anchor }) : null;
    if (twin !== null) joined.set(id, twin);
  }
  return [
    ...[...settled.values()].filter((record) => differs(state.codings.get(record.id) ?? {}, record)).map((record): Op => ({ op: 'put', table: 'codings', record })),
    ...[...joined.keys()].map((id): Op => ({ op: 'delete', table: 'codings', id })),
    ...moveMemos(state, joined),
  ];
}

/** Memos on passages; where one coder has two on the same words now, they become one. One whose words are gone stays as it is. */
function memoOps(state: ProjectState, { memos }: CarriedOver): Op[] {
  const ops: Op[] = [];
  const standing: Memo[] = [];
  for (const [id, { how, anchor }] of memos) {
    const memo = state.memos.get(id);
    if (how === 'lost' || memo?.target.kind !== 'passage') continue;
    const record: Memo = { ...memo, target: { ...memo.target, anchor } };
    const twin = standing.findIndex((other) => other.coderId === record.coderId && sameTarget(other.target, record.target));
    const other = standing[twin];
    if (other) {
      standing[twin] = { ...other, text: `${other.text}\n\n${record.text}` };
      ops.push({ op: 'delete', table: 'memos', id });
    } else standing.push(record);
  }
  return [...ops, ...standing.filter((record) => differs(state.memos.get(record.id) ?? record, record)).map((record): Op => ({ op: 'put', table: 'memos', record }))];
}

interface Cast { documentId: DocumentId; speakers: readonly Speaker[]; before: Content }

function speakerOps(state: ProjectState, contents: ReadonlyMap<Sha256, Content>, { documentId, speakers, before }: Cast): Op[] {
  // Whoever was merged is heard as the one that stayed.
  const heard = (content: Content | undefined) => (content?.turns ?? []).map(({ speaker }) => speakerOf(state.speakers, speaker)?.id ?? speaker);
  const others = [...state.documents.values()].filter(({ id }) => id !== documentId);
  // Any of them may speak in a document whose text is missing: then all stay.
  const mayGo = others.every(({ contentSha256 }) => contents.has(contentSha256));
  const elsewhere = new Set(others.flatMap(({ contentSha256 }) => heard(contents.get(contentSha256))));
  const now = new Set<SpeakerId>(speakers.map(({ id }) => id));
  const gone = [...new Set(heard(before))].filter((id) => mayGo && id !== null && !now.has(id) && !elsewhere.has(id) && state.speakers.has(id));
  const heirs = new Map(gone.flatMap((id) => {
    const name = id === null ? undefined : state.speakers.get(id)?.name;
    const heir = speakers.find(({ aliases }) => name !== undefined && aliases.includes(name));
    return id !== null && heir ? [[id as string, heir.id as string] as const] : [];
  }));
  const orphaned = memosOn(state, new Set(gone.filter((id): id is SpeakerId => id !== null && !heirs.has(id))));
  return [
    // Who was merged into another stays merged, though the original names both.
    ...speakers.filter(({ id }) => [undefined, id].includes(speakerOf(state.speakers, id)?.id)).filter((record) => differs(state.speakers.get(record.id) ?? {}, record)).map((record): Op => ({ op: 'put', table: 'speakers', record })),
    ...moveMemos(state, heirs),
    ...moveInQueries(state, heirs),
    ...orphaned.map(({ id }): Op => ({ op: 'delete', table: 'memos', id })),
    ...gone.flatMap((id): Op[] => (id === null ? [] : [{ op: 'delete', table: 'speakers', id }])),
  ];
}

type PassageMemo = Memo & { target: PassageTarget };

function passageMemos(state: ProjectState, documentId: DocumentId): PassageMemo[] {
  return [...state.memos.values()].filter((memo): memo is PassageMemo => memo.target.kind === 'passage' && memo.target.documentId === documentId);
}
