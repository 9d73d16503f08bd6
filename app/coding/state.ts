import type { ChangeId, CoderId, CodeId, CodingId, DocumentId, MemoId, ProjectId, SavedQueryId, Sha256, SpeakerId } from '../../schemas/ids.ts';
import type { Counts, Op, RecordTable } from '../../schemas/change.ts';
import type { Code } from '../../schemas/records/code.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import type { Coding } from '../../schemas/records/coding.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { Memo } from '../../schemas/records/memo.ts';
import type { Project } from '../../schemas/records/project.ts';
import type { SavedQuery } from '../../schemas/records/saved-query.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { assertNever } from '../support/result.ts';

/** A project's records at one moment, and the change that made them so. Never altered in place. */
export interface ProjectState {
  readonly seq: number;
  readonly head: ChangeId | null;
  /** Null only before the first change. */
  readonly project: Project | null;
  readonly documents: ReadonlyMap<DocumentId, Document>;
  readonly speakers: ReadonlyMap<SpeakerId, Speaker>;
  readonly codes: ReadonlyMap<CodeId, Code>;
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly memos: ReadonlyMap<MemoId, Memo>;
  readonly coders: ReadonlyMap<CoderId, Coder>;
  readonly queries: ReadonlyMap<SavedQueryId, SavedQuery>;
}

/** What analyses and exporters read: the records with the contents of the documents. */
export interface ProjectSnapshot {
  readonly projectId: ProjectId;
  readonly state: ProjectState;
  /** By `Document.contentSha256`; holds at least every document of the state. */
  readonly contents: ReadonlyMap<Sha256, Content>;
}

export const emptyState: ProjectState = {
  seq: 0, head: null, project: null,
  documents: new Map(), speakers: new Map(), codes: new Map(), codings: new Map(), memos: new Map(), coders: new Map(), queries: new Map(),
};

/** The state after these steps. Copies only the tables that they touch. */
export function applyOps(state: ProjectState, ops: readonly Op[]): ProjectState {
  let project = state.project;
  const touched = new Map<RecordTable, Map<string, unknown>>();
  const table = (name: RecordTable) => {
    const found = touched.get(name) ?? new Map<string, unknown>(state[name]);
    touched.set(name, found);
    return found;
  };
  for (const op of ops) {
    if (op.op === 'delete') table(op.table).delete(op.id);
    else if (op.table === 'project') project = op.record;
    else table(op.table).set(op.record.id, op.record);
  }
  return { ...state, project, ...Object.fromEntries(touched) };
}

/** The steps that lead from the state after `ops` back to this state, in the order to apply them. */
export function inverseOps(state: ProjectState, ops: readonly Op[]): Op[] {
  const inverse: Op[] = [];
  const seen = new Set<string>();
  for (const op of ops) {
    const table = op.table;
    if (table === 'project') {
      if (state.project && !seen.has('project')) inverse.push({ op: 'put', table: 'project', record: state.project });
      seen.add('project');
      continue;
    }
    const id = op.op === 'delete' ? op.id : op.record.id;
    if (seen.has(`${table}/${id}`)) continue;
    seen.add(`${table}/${id}`);
    const before = recordOp(state, table, id);
    if (before) inverse.push(before);
    else if (op.op === 'put') inverse.push({ op: 'delete', table, id });
  }
  return inverse.toReversed();
}

/** The step that would write a record as it stands; null where there is none. */
function recordOp(state: ProjectState, table: RecordTable, id: string): Op | null {
  switch (table) {
    case 'documents': return wrap(state.documents.get(id as DocumentId), (record) => ({ op: 'put', table, record }));
    case 'speakers': return wrap(state.speakers.get(id as SpeakerId), (record) => ({ op: 'put', table, record }));
    case 'codes': return wrap(state.codes.get(id as CodeId), (record) => ({ op: 'put', table, record }));
    case 'codings': return wrap(state.codings.get(id as CodingId), (record) => ({ op: 'put', table, record }));
    case 'memos': return wrap(state.memos.get(id as MemoId), (record) => ({ op: 'put', table, record }));
    case 'coders': return wrap(state.coders.get(id as CoderId), (record) => ({ op: 'put', table, record }));
    case 'queries': return wrap(state.queries.get(id as SavedQueryId), (record) => ({ op: 'put', table, record }));
    default: return assertNever(table);
  }
}

const wrap = <T>(record: T | undefined, make: (record: T) => Op): Op | null => (record === undefined ? null : make(record));

export function countsOf(state: ProjectState): Counts {
  return {
    documents: state.documents.size, speakers: state.speakers.size, codes: state.codes.size,
    codings: state.codings.size, memos: state.memos.size, coders: state.coders.size, queries: state.queries.size,
  };
}
