import { changeSchema, type Change } from '../../schemas/change.ts';
import type { ChangeId, Sha256 } from '../../schemas/ids.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import type { Content } from '../../schemas/records/content.ts';
import { makeChange, type Plan } from '../../app/coding/change.ts';
import { extendStacks } from '../../app/coding/history.ts';
import { applyOps, type ProjectState } from '../../app/coding/state.ts';
import { fail, ok, type Problem, type Result } from '../../app/support/result.ts';
import { sameValue } from '../../app/support/same-value.ts';
import { checkDisk } from './check-disk.ts';
import { notifyProblem } from './notices.ts';
import { runtime, type Session, type Standing } from './runtime.ts';
import { verifyAfter, verifyAll } from './verification.ts';
import { useWorkbench, type OpenProject } from './workbench.ts';

export interface ApplyOptions {
  links?: { undoes?: ChangeId; redoes?: ChangeId };
  /** Contents of documents that the plan brings in. */
  contents?: ReadonlyMap<Sha256, Content>;
}

/**
 * The one way to write. The screen shows the change at once; then the store takes it, in the order in which they were
 * made, and the outbox sends it to the journal. Where the store can't, the screen goes back to what is stored and
 * the user is told what that took. Resolves once the store has it. Null: nothing to do.
 */
export async function applyPlan(plan: Plan, options: ApplyOptions = {}): Promise<Result<Change | null>> {
  const { session } = runtime;
  const { project } = useWorkbench.getState();
  if (!session || !project) return fail('no-project', 'no project is open');
  if (project.readOnly) return fail(`read-only-${project.readOnly}`, 'nothing can be changed in this window now');
  if (plan.ops.length === 0) return ok(null);
  const next = nextStanding(session.now, entered(plan, session.now.state, project.coder), project, options);
  if (!next.ok) return next;
  const { change, standing, contents } = next.value;
  session.now = standing;
  const shown = withCoder(standing.state, project.coder);
  useWorkbench.setState({
    project: {
      ...project, contents, state: shown, stacks: standing.stacks, saving: { kind: 'saving' },
      verification: verifyAfter(project.verification, change, { projectId: project.projectId, contents }, shown),
    },
  });
  void checkDisk();
  return store(session, change, standing);
}

/** A coder enters a project, and a new name of theirs does, with the next change that they make in it, not by looking at it. */
function entered(plan: Plan, state: ProjectState, coder: Coder): Plan {
  return sameValue(state.coders.get(coder.id), coder) || plan.ops.some((op) => op.op === 'put' && op.table === 'coders' && op.record.id === coder.id)
    ? plan
    : { ...plan, ops: [{ op: 'put', table: 'coders', record: coder }, ...plan.ops] };
}

/** The state as the screen sees it: with its own coder, who is written down by the first change. */
export function withCoder(state: ProjectState, coder: Coder): ProjectState {
  return sameValue(state.coders.get(coder.id), coder) ? state : applyOps(state, [{ op: 'put', table: 'coders', record: coder }]);
}

function nextStanding(
  now: Standing, plan: Plan, project: OpenProject, { links, contents: added }: ApplyOptions,
): Result<{ change: Change; standing: Standing; contents: OpenProject['contents'] }> {
  const contents = added ? new Map([...project.contents, ...added]) : project.contents;
  for (const op of plan.ops) {
    if (op.op !== 'put' || op.table !== 'documents' || contents.has(op.record.contentSha256)) continue;
    // A document whose text was lost can still be renamed.
    if (now.state.documents.get(op.record.id)?.contentSha256 === op.record.contentSha256) continue;
    return fail('content-missing', `the content of "${op.record.name}" is not there`, { name: op.record.name });
  }
  const context = { id: crypto.randomUUID() as ChangeId, at: new Date().toISOString(), coderId: project.coder.id };
  const { change, state } = makeChange(now.state, plan, context, links);
  const parsed = changeSchema.safeParse(change);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
    return fail('change-invalid', `the change is not as it should be: ${reason}`, { reason });
  }
  return ok({ change, contents, standing: { state, stacks: extendStacks(now.stacks, change), changes: [...now.changes, change] } });
}

/** Waits for the writes before it, so that fast tagging is stored in the order in which it was done. */
async function store(session: Session, change: Change, standing: Standing): Promise<Result<Change>> {
  const { epoch } = session;
  const write = session.queue.then(async (): Promise<Result<Change>> => {
    if (session.epoch !== epoch && session.failure) return { ok: false, problem: session.failure };
    const written = session.store ? await session.store.append([change]) : fail('store-failed', 'there is no store', { count: 1 });
    if (!written.ok) return rollBack(session, written.problem);
    session.stored = standing;
    session.outbox?.push([change]);
    return ok(change);
  });
  session.queue = write;
  return write;
}

/** Takes back what is on the screen and not in the store, and says how much that was. */
function rollBack(session: Session, cause: Problem): Result<never> {
  const count = session.now.state.seq - session.stored.state.seq;
  const problem: Problem = { ...cause, values: { count } };
  session.epoch += 1;
  session.failure = problem;
  session.now = session.stored;
  const { project } = useWorkbench.getState();
  if (project && runtime.session === session) {
    const state = withCoder(session.stored.state, project.coder);
    useWorkbench.setState({
      project: {
        ...project, state, stacks: session.stored.stacks, saving: { kind: 'failed', problem }, verification: verifyAll(project, state),
      },
    });
    notifyProblem(problem);
    if (cause.code === 'store-moved') session.moved();
  }
  return { ok: false, problem };
}
