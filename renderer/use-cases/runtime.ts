import type { Change } from '../../schemas/change.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import type { UndoStacks } from '../../app/coding/history.ts';
import type { ProjectState } from '../../app/coding/state.ts';
import type { Problem } from '../../app/support/result.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { ProjectStore } from '../store/project-store.ts';
import type { Outbox } from './outbox.ts';

/** A project as it stands after some change, without what only the screen adds. */
export interface Standing { state: ProjectState; stacks: UndoStacks; changes: readonly Change[] }

/** What an open project stands on, beside what the screen sees of it in `useWorkbench`. */
export interface Session {
  readonly projectId: ProjectId;
  /** Null where this window may not write and has no copy of its own. */
  readonly store: ProjectStore | null;
  /** Null where this window may not write. */
  readonly outbox: Outbox | null;
  /** The latest change included: the screen is never behind. */
  now: Standing;
  /** As the store has it for certain: what a failed write goes back to. */
  stored: Standing;
  /** Writes wait for each other here, so that none overtakes another. */
  queue: Promise<unknown>;
  /** Grows with each failure: writes that were waiting behind it know that their ground is gone. */
  epoch: number;
  /** The last failure: what those behind it answer too. */
  failure: Problem | null;
  /** Called when the store holds something else than this window thinks: loads the project again. */
  moved(): void;
}

interface Runtime {
  catalogue: Catalogue | null;
  /** Whether this window has the lease. */
  writer: boolean;
  session: Session | null;
  /** Projects of which the user accepted, in this run, that no more can be read. */
  accepted: Set<ProjectId>;
}

/** What use cases keep between calls and no screen reads. */
export const runtime: Runtime = { catalogue: null, writer: false, session: null, accepted: new Set() };
