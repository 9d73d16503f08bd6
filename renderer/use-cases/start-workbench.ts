import type { HostEvent, ProjectOnDisk } from '../../schemas/host.ts';
import type { Problem, Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import { openCatalogue, type Catalogue } from '../store/catalogue.ts';
import { storedProjectIds } from '../store/project-store.ts';
import { takeHostInfo } from './check-disk.ts';
import { gather } from './gather.ts';
import { leaseChanged, takeLease } from './lease.ts';
import { readOnlyReason } from './read-only.ts';
import { recoveryCase } from './recovery-case.ts';
import { refreshProjects } from './refresh-projects.ts';
import { runtime } from './runtime.ts';
import { watchHost } from './watch-host.ts';
import { useWorkbench, type RecoveryCase } from './workbench.ts';

let starting: Promise<void> | null = null;

/**
 * Starts the workbench: asks the host who it is, becomes the writer if no other window is, and looks whether this
 * window's store is what it was when it was last seen. Ends in the phase `failed`, `recovery`, `coder` or `start`.
 * May be called again after a failure.
 */
export function startWorkbench(): Promise<void> {
  starting ??= start().finally(() => { starting = null; });
  return starting;
}

async function start(): Promise<void> {
  useWorkbench.setState({ phase: 'starting', problem: null });
  const info = await asked(host().info());
  if (!info.ok) return failed(info.problem);
  stopListening ??= host().onEvent(hear);
  await takeLease();
  takeHostInfo(info.value);
  watchHost();
  const catalogue = await keptCatalogue();
  if (!catalogue.ok) return failed(catalogue.problem);
  const projects = await refreshProjects();
  if (!projects.ok) return failed(projects.problem);
  const coder = await catalogue.value.coder();
  const recovery = readOnlyReason() === null ? await emptied(catalogue.value, projects.value) : [];
  useWorkbench.setState({ coder, recovery, phase: recovery.length > 0 ? 'recovery' : coder ? 'start' : 'coder' });
}

let stopListening: (() => void) | null = null;

/** Commands and files are the screen's to hear. */
function hear(event: HostEvent): void {
  if (event.kind === 'lease') void leaseChanged(event.writer);
}

function failed(problem: Problem): void {
  useWorkbench.setState({ phase: 'failed', problem });
}

async function keptCatalogue(): Promise<Result<Catalogue>> {
  if (runtime.catalogue) return { ok: true, value: runtime.catalogue };
  const opened = await openCatalogue();
  if (opened.ok) runtime.catalogue = opened.value;
  return opened;
}

/**
 * The projects that this store had and has no more, by the word of the catalogue and of the sentinel: its own by its id, or, where even the
 * catalogue is new, those of any store of the same kind of host. The latter is what a new browser on an existing data
 * folder looks like too; the recovery screen's words cover both.
 */
async function emptied(catalogue: Catalogue, projects: readonly ProjectOnDisk[]): Promise<RecoveryCase[]> {
  const copies = await asked(host().call('copies.list', {}));
  const present = await storedProjectIds();
  if (!copies.ok || !present) return [];
  const mine = copies.value.filter((copy) => copy.copyId === catalogue.copyId || (catalogue.newlyMade && copy.host === host().kind));
  const recents = await catalogue.recents();
  const had = new Set([...mine.filter((copy) => copy.head.seq > 0), ...recents].map(({ projectId }) => projectId));
  const cases: RecoveryCase[] = [];
  for (const projectId of [...had].filter((id) => !present.includes(id))) {
    const gathered = await gather(projectId, { mayMake: false });
    const journal = projects.find((project) => project.id === projectId) ?? null;
    const found = gathered.ok
      ? recoveryCase('store-emptied', projectId, gathered.value)
      : { kind: 'store-emptied' as const, projectId, name: journal?.name ?? '', journal, store: null, rescue: null, missing: null };
    cases.push({ ...found, name: found.name || recents.find((recent) => recent.projectId === projectId)?.name || '' });
  }
  return cases;
}
