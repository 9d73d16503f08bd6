import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { HostProblem } from '../../schemas/host.ts';
import type { Host } from '../../renderer/host/host.ts';
import { memoryHost, type MemoryFolder } from './memory-host.ts';

/** A browser's profile: where its stores live from one window to the next. */
export class Profile {
  #stores = new IDBFactory();

  /** What Chromium does to a damaged store: everything is gone, and nothing says so. */
  wipe(): void {
    this.#stores = new IDBFactory();
    this.use();
  }

  /** Stores that are opened from now on are this profile's. */
  use(): void {
    globalThis.indexedDB = this.#stores;
    globalThis.IDBKeyRange = IDBKeyRange;
    Dexie.dependencies.indexedDB = this.#stores;
    Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  }
}

/** The hosts' part: made for the errors of the window at hand. */
export type HostMaker = (refuse: (code: HostProblem['code'], message: string) => Error) => Host;

/**
 * A window of the workbench as after a start of the program: every module anew, so that nothing but the stores of the
 * profile and the data folder is left of the windows before it.
 */
export async function openWindow(profile: Profile, makeHost: HostMaker) {
  profile.use();
  vi.resetModules();
  const { HostError, setHost } = await import('../../renderer/host/host.ts');
  const [
    { startWorkbench }, { saveCoderProfile }, { createProject }, { openProject }, { closeProject }, { openProjectFile }, { openSnapshot },
    { acceptReading }, { readDocumentFile }, { chooseDocuments }, batch, { commit }, { undo }, { redo }, { exportAs }, { saveProjectFile }, { currentSnapshot }, { history },
    { recoverAll, resolveRecovery }, snapshots, { useWorkbench }, { useNotices }, { useTasks }, { runtime }, { runJobsHere }, { importJobs }, { projectJobs },
  ] = await Promise.all([
    import('../../renderer/use-cases/start-workbench.ts'),
    import('../../renderer/use-cases/save-coder-profile.ts'),
    import('../../renderer/use-cases/create-project.ts'),
    import('../../renderer/use-cases/open-project.ts'),
    import('../../renderer/use-cases/close-project.ts'),
    import('../../renderer/use-cases/open-project-file.ts'),
    import('../../renderer/use-cases/open-snapshot.ts'),
    import('../../renderer/use-cases/accept-reading.ts'),
    import('../../renderer/use-cases/read-document-file.ts'),
    import('../../renderer/use-cases/choose-file.ts'),
    import('../../renderer/use-cases/batch.ts'),
    import('../../renderer/use-cases/commit.ts'),
    import('../../renderer/use-cases/undo.ts'),
    import('../../renderer/use-cases/redo.ts'),
    import('../../renderer/use-cases/export-as.ts'),
    import('../../renderer/use-cases/save-project-file.ts'),
    import('../../renderer/use-cases/current-snapshot.ts'),
    import('../../renderer/use-cases/history.ts'),
    import('../../renderer/use-cases/resolve-recovery.ts'),
    import('../../renderer/use-cases/snapshots.ts'),
    import('../../renderer/use-cases/workbench.ts'),
    import('../../renderer/use-cases/notices.ts'),
    import('../../renderer/use-cases/tasks.ts'),
    import('../../renderer/use-cases/runtime.ts'),
    import('../../renderer/workers/run-job.ts'),
    import('../../renderer/workers/import-jobs.ts'),
    import('../../renderer/workers/project-jobs.ts'),
  ]);
  const host = makeHost((code, message) => new HostError({ code, message }));
  setHost(host);
  runJobsHere({ ...importJobs, ...projectJobs });
  return {
    host, HostError, startWorkbench, saveCoderProfile, createProject, openProject, closeProject, openProjectFile, openSnapshot, acceptReading,
    readDocumentFile, chooseDocuments, batch, commit, undo, redo, exportAs, saveProjectFile, currentSnapshot, history, recoverAll, resolveRecovery, ...snapshots,
    useWorkbench, useNotices, useTasks, runtime,
    notices: () => useNotices.getState().map(({ key }) => key),
    project: () => {
      const { project } = useWorkbench.getState();
      if (!project) throw new Error(`no project is open: ${useNotices.getState().map(({ key, values }) => `${key} ${JSON.stringify(values)}`).join('; ')}`);
      return project;
    },
    /** As after a crash: nothing is closed, nothing is flushed, the host notices that the window is gone. */
    kill(folder: MemoryFolder) {
      runtime.session?.outbox?.stop();
      runtime.session?.store?.close();
      runtime.catalogue?.close();
      folder.closeWindow(host.windowId);
    },
  };
}

export type Window = Awaited<ReturnType<typeof openWindow>>;

/** A window over a folder in memory. */
export const openOn = (folder: MemoryFolder, profile: Profile, kind: Host['kind'] = 'browser') =>
  openWindow(profile, (refuse) => memoryHost(folder, refuse, kind));

/** The same, started, and with a coder, as a user has it who was here before. */
export async function startOn(folder: MemoryFolder, profile: Profile, kind: Host['kind'] = 'browser'): Promise<Window> {
  const window = await openOn(folder, profile, kind);
  await window.startWorkbench();
  if (window.useWorkbench.getState().phase === 'coder') await window.saveCoderProfile({ name: 'Ada Vos', initials: 'AV' });
  return window;
}

/** Waits until the open project is saved, or says why it isn't. */
export async function saved(window: Window): Promise<void> {
  await vi.waitUntil(() => window.project().saving.kind === 'saved', { timeout: 10_000, interval: 5 });
}
