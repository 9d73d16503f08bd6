import type { ProjectRecords } from '../../schemas/project-file.ts';
import type { ProjectState } from '../coding/state.ts';
import { canonicalJson } from '../support/canonical-json.ts';

/** The records of a state as plain lists ordered by id: the same state gives the same lists. */
export function recordsOf(state: ProjectState): ProjectRecords {
  return {
    project: state.project,
    documents: sorted(state.documents),
    speakers: sorted(state.speakers),
    codes: sorted(state.codes),
    codings: sorted(state.codings),
    memos: sorted(state.memos),
    coders: sorted(state.coders),
  };
}

/** The first table in which two sets of records differ, whatever the order of rows and keys; null where none does. */
export function differingTable(a: ProjectRecords, b: ProjectRecords): keyof ProjectRecords | null {
  const tables = ['project', 'documents', 'speakers', 'codes', 'codings', 'memos', 'coders'] as const;
  return tables.find((table) => canonicalJson(ordered(a[table])) !== canonicalJson(ordered(b[table]))) ?? null;
}

function ordered(rows: ProjectRecords[keyof ProjectRecords]): unknown {
  return Array.isArray(rows) ? rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : rows;
}

function sorted<T extends { id: string }>(table: ReadonlyMap<string, T>): T[] {
  return [...table.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
