import { checkDisk } from './check-disk.ts';
import { takeLease } from './lease.ts';
import { readOnlyReason } from './read-only.ts';
import { runtime } from './runtime.ts';
import { useWorkbench } from './workbench.ts';

/** How often the host is asked again while it keeps this window from writing, in milliseconds. */
const every = 30_000;
let timer: ReturnType<typeof setInterval> | undefined;

/** Notices when there is room on the disk again, and when the other program let go of the data folder. */
export function watchHost(): void {
  clearInterval(timer);
  timer = setInterval(() => {
    const reason = readOnlyReason();
    if (reason === 'disk-low' || reason === 'other-program') void lookAgain();
  }, every);
}

async function lookAgain(): Promise<void> {
  await checkDisk({ must: true });
  if (useWorkbench.getState().host?.holdsFolder && !runtime.writer) await takeLease();
}
