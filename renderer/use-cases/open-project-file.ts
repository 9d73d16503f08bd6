import type { ProjectId } from '../../schemas/ids.ts';
import type { ProjectBundle } from '../../app/project-file/read-project-file.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { commonLength } from '../../app/recovery/graft.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import type { HostFile } from '../host/host.ts';
import { chooseFile } from './choose-file.ts';
import { closeProject } from './close-project.ts';
import { copyName } from './copy-name.ts';
import { installCopy, installProject } from './install-project.ts';
import { notify, telling } from './notices.ts';
import { openProject } from './open-project.ts';
import { readBundle } from './read-bundle.ts';
import { readOnlyReason } from './read-only.ts';
import { refreshProjects } from './refresh-projects.ts';
import { runtime, type Session } from './runtime.ts';

/**
 * Opens a project file, the one given or one that the user chooses. The whole file is read and checked before
 * anything is written. A project that is not here yet comes in; one that is here is brought forward where the file
 * goes on from it, opened as it is where it is as far or further, and else the file comes in as a copy. Null: cancelled.
 */
export async function openProjectFile(file?: HostFile): Promise<Result<ProjectId | null>> {
  const chosen = telling(await chooseFile('project', file));
  if (!chosen.ok) return chosen;
  return chosen.value ? openProjectBytes(chosen.value.name, chosen.value.bytes) : ok(null);
}

/** The same for bytes that are there already. */
export async function openProjectBytes(name: string, bytes: Uint8Array): Promise<Result<ProjectId>> {
  return telling(await open(name, bytes));
}

async function open(name: string, bytes: Uint8Array): Promise<Result<ProjectId>> {
  const readOnly = readOnlyReason();
  if (readOnly) return fail(`read-only-${readOnly}`, 'nothing can be changed in this window now');
  const read = await readBundle(name, bytes);
  if (!read.ok) return read;
  const bundle = read.value;
  await closeProject();
  const projects = await refreshProjects();
  if (!projects.ok) return projects;
  if (!projects.value.some((project) => project.id === bundle.projectId)) {
    const installed = await installProject({ projectId: bundle.projectId, changes: bundle.changes, blob: blobIn(bundle) });
    return installed.ok ? opened(bundle.projectId) : installed;
  }
  const there = await opened(bundle.projectId);
  const { session } = runtime;
  return there.ok && session ? compare(session, bundle) : there;
}

/** What to do with a file of a project that is here, and open now. */
async function compare(session: Session, bundle: ProjectBundle): Promise<Result<ProjectId>> {
  const { projectId, changes } = bundle;
  const here = session.now.changes;
  const name = session.now.state.project?.name ?? bundle.name;
  const common = commonLength(here, changes);
  if (common === changes.length) {
    notify({ kind: 'info', key: 'notice.already-open', values: { name } });
    return ok(projectId);
  }
  if (common === here.length) return bringForward(session, bundle, name);
  const copy = await installCopy({ changes, blob: blobIn(bundle) }, copyName('copy.file', bundle.name));
  if (!copy.ok) return copy;
  const shown = await opened(copy.value.projectId);
  if (shown.ok) notify({ kind: 'info', key: 'notice.opened-as-copy', values: { name, copy: copy.value.name } });
  return shown;
}

async function bringForward({ store, outbox, now }: Session, bundle: ProjectBundle, name: string): Promise<Result<ProjectId>> {
  const tail = bundle.changes.slice(now.changes.length);
  const { originals, contents } = blobsNamed(tail);
  for (const sha256 of [...originals, ...contents]) {
    const bytes = bundle.blobs.get(sha256);
    const put = bytes ? await store?.putBlob(sha256, bytes) : ok(null);
    if (put && !put.ok) return put;
  }
  const written = await store?.append(tail);
  if (written && !written.ok) return written;
  outbox?.push(tail);
  const shown = await opened(bundle.projectId);
  if (shown.ok) notify({ kind: 'info', key: 'notice.file-brought-forward', values: { name } });
  return shown;
}

async function opened(projectId: ProjectId): Promise<Result<ProjectId>> {
  const done = await openProject(projectId);
  return done.ok ? ok(projectId) : done;
}

const blobIn = (bundle: ProjectBundle) => async (sha256: Parameters<ProjectBundle['blobs']['get']>[0]) => bundle.blobs.get(sha256) ?? null;
