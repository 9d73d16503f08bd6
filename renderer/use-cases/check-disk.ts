import type { HostResult } from '../../schemas/host.ts';
import { asked, host } from '../host/host.ts';
import { notify } from './notices.ts';
import { leastFree, readOnlyReason, warnFree } from './read-only.ts';
import { runtime } from './runtime.ts';
import { useWorkbench } from './workbench.ts';

/** How long an answer about the disk is good for, in milliseconds. */
const goodFor = 30_000;
let askedAt = Number.NEGATIVE_INFINITY;

/** Asks the host anew how it stands, at most every half minute unless it must. */
export async function checkDisk({ must = false } = {}): Promise<void> {
  if (!must && Date.now() - askedAt < goodFor) return;
  askedAt = Date.now();
  const info = await asked(host().info());
  if (info.ok) takeHostInfo(info.value);
}

/** Keeps what the host said, lets the open project follow, and warns once each time the space falls under the line. */
export function takeHostInfo(info: HostResult<'host.info'>): void {
  const { host: before, project } = useWorkbench.getState();
  useWorkbench.setState({ host: info });
  const readOnly = readOnlyReason();
  // A project that was opened for reading only is loaded anew before it can be written.
  if (project && readOnly === null && project.readOnly !== null && !runtime.session?.outbox) runtime.session?.moved();
  else if (project && project.readOnly !== readOnly) useWorkbench.setState({ project: { ...project, readOnly } });
  const free = info.freeBytes;
  const known = before?.freeBytes ?? null;
  if (free === null || free >= warnFree || free < leastFree || (known !== null && known < warnFree)) return;
  notify({ kind: 'problem', key: 'notice.disk-warning', values: { megabytes: Math.floor(free / 1_000_000) } });
}
