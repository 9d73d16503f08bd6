import { asked, host } from '../host/host.ts';
import { notify } from './notices.ts';
import { openProject } from './open-project.ts';
import { readOnlyReason } from './read-only.ts';
import { runtime } from './runtime.ts';
import { useWorkbench } from './workbench.ts';

/**
 * One window writes. The host's lease decides between all windows of all browsers; the browser's own lock decides
 * once more between windows of one profile, which share a store.
 */
const has = { lease: false, lock: false };

/** Asks to be the window that writes. */
export async function takeLease(): Promise<void> {
  const answer = await asked(host().call('lease.take', { windowId: host().windowId }));
  has.lease = answer.ok && answer.value.writer;
  has.lock = await takeLock();
  await follow();
}

/** The host says that this window became the writer, or is it no longer. */
export async function leaseChanged(writer: boolean): Promise<void> {
  has.lease = writer;
  await follow();
}

/** From now on this window writes, or it no longer does: an open project is loaded anew, since others wrote in it. */
async function follow(): Promise<void> {
  const writer = has.lease && has.lock;
  if (writer === runtime.writer) return;
  runtime.writer = writer;
  const { project } = useWorkbench.getState();
  if (!project) return;
  if (!writer) {
    runtime.session?.outbox?.stop();
    useWorkbench.setState({ project: { ...project, readOnly: readOnlyReason() } });
    return;
  }
  const opened = await openProject(project.projectId);
  if (opened.ok) notify({ kind: 'info', key: 'notice.writer-now' });
}

const lockName = 'hoorwerk-writer';

/** Held until the window closes. Where another window has it, this one gets it when that one goes. */
function takeLock(): Promise<boolean> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (has.lock || !locks) return Promise.resolve(true);
  const untilClosed = () => new Promise<never>(() => {});
  return new Promise((resolve) => {
    void locks.request(lockName, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (lock) return untilClosed();
      void locks.request(lockName, () => {
        has.lock = true;
        void follow();
        return untilClosed();
      });
      return undefined;
    });
  });
}
