import type { Sha256 } from '../../schemas/ids.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { runJob } from '../workers/run-job.ts';
import { fileName } from './file-name.ts';
import { findBlob } from './load-contents.ts';
import { telling } from './notices.ts';
import { runtime, type Session } from './runtime.ts';
import { saveAs } from './save-as.ts';
import { startTask } from './tasks.ts';
import { useWorkbench } from './workbench.ts';

/** Saves the open project whole, with its history and its originals, as a project file. Null: cancelled. */
export async function saveProjectFile(): Promise<Result<{ where: string } | null>> {
  return telling(await save());
}

async function save(): Promise<Result<{ where: string } | null>> {
  const { session } = runtime;
  if (!session) return fail('no-project', 'no project is open');
  const { changes, state } = session.now;
  const name = state.project?.name ?? '';
  const stop = new AbortController();
  const task = startTask({ title: 'task.save', values: { name }, cancel: () => stop.abort() });
  try {
    const blobs = await gatherBlobs(session);
    const version = useWorkbench.getState().host?.version ?? '';
    const input = { projectId: session.projectId, changes: [...changes], blobs, now: new Date().toISOString(), version };
    const bytes = await runJob('writeProject', input, { signal: stop.signal, onProgress: task.progress });
    if (stop.signal.aborted) return ok(null);
    return bytes.ok ? await saveAs(fileName(name, 'hoorwerk'), bytes.value, 'notice.project-saved') : bytes;
  } finally {
    task.end();
  }
}

/** Every file that the history refers to, from the store or the data folder. What is missing, the writer judges. */
async function gatherBlobs({ projectId, store, now }: Session): Promise<Map<Sha256, Uint8Array>> {
  const blobs = new Map<Sha256, Uint8Array>();
  const { originals, contents } = blobsNamed(now.changes);
  for (const sha256 of [...originals, ...contents]) {
    const found = await findBlob(projectId, store, sha256);
    if (found) blobs.set(sha256, found.bytes);
  }
  return blobs;
}
