import { create } from 'zustand';
import type { HostResult, ProjectOnDisk, Rescue } from '../../schemas/host.ts';
import type { CodingId, ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { UndoStacks } from '../../app/coding/history.ts';
import type { ProjectState } from '../../app/coding/state.ts';
import type { Problem } from '../../app/support/result.ts';

/** An open project, in memory: loaded once, replaced (never altered) by each change. */
export interface OpenProject {
  projectId: ProjectId;
  state: ProjectState;
  contents: ReadonlyMap<Sha256, Content>;
  stacks: UndoStacks;
  coder: Coder;
  /** `saved` only once the store and the journal both have the last change. */
  saving: { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; problem: Problem };
  /** Why nothing can be changed here; null where it can. */
  readOnly: ReadOnlyReason | null;
  verification: { verified: number; total: number; orphans: CodingId[] };
}

export type ReadOnlyReason = 'other-window' | 'other-program' | 'disk-low' | 'snapshot';

/** What happened to the store, as found at start: see app/recovery. */
export interface RecoveryCase {
  kind: 'store-emptied' | 'store-behind' | 'diverged' | 'journal-damaged';
  projectId: ProjectId;
  name: string;
  journal: ProjectOnDisk | null;
  store: { seq: number; counts: ProjectOnDisk['counts'] } | null;
  /** What snapshots and whole lines of a damaged journal add to what these two have; null: nothing. */
  rescue: Rescue | null;
  /** Changes that are nowhere any more: how many, and when the last one was made that is kept. Null: nothing is missing. */
  missing: { count: number; since: string | null } | null;
}

export interface Workbench {
  phase: 'starting' | 'failed' | 'coder' | 'recovery' | 'start' | 'project';
  /** Why the workbench could not start. */
  problem: Problem | null;
  host: HostResult<'host.info'> | null;
  projects: ProjectOnDisk[];
  recovery: RecoveryCase[];
  project: OpenProject | null;
  coder: Coder | null;
}

/** What is open and how it stands. Written by use cases only. */
export const useWorkbench = create<Workbench>(() => ({
  phase: 'starting', problem: null, host: null, projects: [], recovery: [], project: null, coder: null,
}));
