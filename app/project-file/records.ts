import type { ProjectRecords } from '../../schemas/project-file.ts';
import type { ProjectState } from '../coding/state.ts';
import { canonicalJson } from '../support/canonical-json.ts';
import { sameValue } from '../support/same-value.ts';

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
    queries: sorted(state.queries),
  };
}

/** The records as JSON: a record a line, so that two versions can be compared with ordinary tools. */
export function recordsJson(records: ProjectRecords): string {
  const lists = tables.map((table) => `"${table}":[\n${records[table].map((record) => canonicalJson(record)).join(',\n')}\n]`);
  return `{"project":${canonicalJson(records.project)},\n${lists.join(',\n')}}\n`;
}

/** The first table in which two sets of records differ, whatever the order of rows and keys; null where none does. */
export function differingTable(a: ProjectRecords, b: ProjectRecords): keyof ProjectRecords | null {
  if (!sameValue(a.project, b.project)) return 'project';
  return tables.find((table) => !sameRows(a[table], b[table])) ?? null;
}

const tables = ['documents', 'speakers', 'codes', 'codings', 'memos', 'coders', 'queries'] as const;

function sameRows(a: readonly { id: string }[], b: readonly { id: string }[]): boolean {
  const rows = new Map(b.map((row) => [row.id, row]));
  return a.length === b.length && rows.size === b.length && a.every((row) => sameValue(row, rows.get(row.id)));
}

function sorted<T extends { id: string }>(table: ReadonlyMap<string, T>): T[] {
  return [...table.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
