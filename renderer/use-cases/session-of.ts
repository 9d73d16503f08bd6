import type { Change } from '../../schemas/change.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import type { Content } from '../../schemas/records/content.ts';
import { replay } from '../../app/coding/change.ts';
import { undoStacks } from '../../app/coding/history.ts';
import { countsOf, emptyState, type ProjectState } from '../../app/coding/state.ts';
import { ok, type Problem, type Result } from '../../app/support/result.ts';
import type { ProjectStore } from '../store/project-store.ts';
import { withCoder } from './apply-plan.ts';
import { dismissUnsaved, notify, notifyProblem } from './notices.ts';
import { createOutbox } from './outbox.ts';
import { readOnlyReason } from './read-only.ts';
import { runtime, type Session, type Standing } from './runtime.ts';
import { verifyAll } from './verification.ts';
import { useWorkbench, type OpenProject } from './workbench.ts';

export interface SessionParts {
  projectId: ProjectId;
  store: ProjectStore | null;
  changes: readonly Change[];
  /** How many of the changes the journal has; the others are sent. */
  inJournal: number;
  /** What the changes make. */
  state: ProjectState;
  contents: ReadonlyMap<Sha256, Content>;
  coder: Coder;
  /** Loads the project again, since it was changed under our feet. */
  moved(): void;
}

/** Makes this the open project: on the screen, and with an outbox where this window may write. */
export function openSession({ projectId, store, changes, inJournal, state: after, contents, coder, moved }: SessionParts): Result<OpenProject> {
  const atJournal = replay(emptyState, changes.slice(0, inJournal));
  if (!atJournal.ok) return atJournal;
  const readOnly = readOnlyReason();
  const standing: Standing = { state: after, stacks: undoStacks(changes), changes };
  const { catalogue } = runtime;
  const outbox = readOnly || !store || !catalogue ? null : createOutbox({
    projectId, copyId: catalogue.copyId,
    name: () => session.now.state.project?.name ?? '',
    head: { seq: atJournal.value.seq, id: atJournal.value.head },
    counts: countsOf(atJournal.value),
    blob: (sha256) => store.getBlob(sha256),
    onState: (problem) => journalled(session, problem),
  });
  const session: Session = {
    projectId, store, outbox, now: standing, stored: standing, queue: Promise.resolve(), epoch: 0, failure: null, moved,
  };
  runtime.session = session;
  const state = withCoder(standing.state, coder);
  const waiting = changes.slice(inJournal);
  const project: OpenProject = {
    projectId, state, contents, coder, readOnly, stacks: standing.stacks,
    saving: waiting.length > 0 && outbox ? { kind: 'saving' } : { kind: 'saved' },
    verification: verifyAll({ projectId, contents }, state),
  };
  useWorkbench.setState({ phase: 'project', project });
  if (waiting.length > 0) outbox?.push(waiting);
  return ok(project);
}

/** What the outbox came to: only now may the screen say "saved". */
function journalled(session: Session, problem: Problem | null): void {
  const { project } = useWorkbench.getState();
  if (!project || runtime.session !== session) return;
  const before = project.saving;
  if (problem) {
    useWorkbench.setState({ project: { ...project, saving: { kind: 'failed', problem } } });
    if (before.kind !== 'failed') notifyProblem(problem);
    if (problem.code === 'journal-apart') session.moved();
    return;
  }
  if (session.stored !== session.now) return;
  useWorkbench.setState({ project: { ...project, saving: { kind: 'saved' } } });
  if (before.kind !== 'failed') return;
  dismissUnsaved();
  notify({ kind: 'info', key: 'notice.journal-again' });
}
