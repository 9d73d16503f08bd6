import type { Change } from '../../schemas/change.ts';
import {
  hostCalls, writingCalls, type CopyInfo, type HostArgs, type HostCall, type HostEvent, type HostProblem, type HostResult, type HostServices,
  type Head, type ProjectOnDisk, type Rescue, type SnapshotInfo,
} from '../../schemas/host.ts';
import type { ChangeId, ProjectId, Sha256 } from '../../schemas/ids.ts';
import { replay } from '../../app/coding/change.ts';
import { countsOf, emptyState, type ProjectState } from '../../app/coding/state.ts';
import { writeProjectFile } from '../../app/project-file/write-project-file.ts';
import { sha256 } from '../../app/support/hash.ts';
import type { Host, HostFile } from '../../renderer/host/host.ts';

/** A data folder in memory, and what tests do to it. It outlives the hosts that stand on it. */
export class MemoryFolder {
  readonly journals = new Map<ProjectId, Change[]>();
  readonly damage = new Map<ProjectId, string>();
  readonly blobs = new Map<ProjectId, Map<Sha256, Uint8Array>>();
  readonly snapshots = new Map<string, { info: SnapshotInfo; bytes: Uint8Array }>();
  copies: CopyInfo[] = [];
  /** In order of asking; the first writes. */
  readonly windows: string[] = [];
  readonly tell = new Map<string, (event: HostEvent) => void>();
  freeBytes: number | null = 10_000_000_000;
  holdsFolder = true;
  /** A problem for a call, as long as it stands here; `lost`: done, but the answer gets lost. */
  readonly failing = new Map<HostCall, HostProblem['code'] | 'lost'>();
  /** Every call that was made. */
  readonly asked: HostCall[] = [];

  /** What a host process does when a window closes. */
  closeWindow(windowId: string): void {
    const at = this.windows.indexOf(windowId);
    if (at >= 0) this.windows.splice(at, 1);
    this.tell.delete(windowId);
    const [next] = this.windows;
    if (at === 0 && next) this.tell.get(next)?.({ kind: 'lease', writer: true });
  }

  state(projectId: ProjectId): ProjectState {
    const state = replay(emptyState, this.journals.get(projectId) ?? []);
    if (!state.ok) throw new Error(state.problem.message);
    return state.value;
  }

  head(projectId: ProjectId): { seq: number; id: ChangeId | null } {
    const last = this.journals.get(projectId)?.at(-1);
    return { seq: last?.seq ?? 0, id: last?.id ?? null };
  }
}

/** The dialogs of a host without a screen: what the user will choose, and what was saved. */
export interface MemoryDialogs { toOpen: HostFile[]; saved: { name: string; bytes: Uint8Array }[] }

export const fileOf = (name: string, bytes: Uint8Array): HostFile => ({ name, folder: '', kind: 'file', size: bytes.length, read: async () => bytes });

/** How the window at hand makes its host's errors: its own class, since each window has its own modules. */
export type Refuse = (code: HostProblem['code'], message: string) => Error;

/** A window's host over a folder in memory. Parses arguments and results by the contract, like the real ones. */
export function memoryHost(folder: MemoryFolder, refuse: Refuse, kind: Host['kind'] = 'browser'): Host & { dialogs: MemoryDialogs } {
  const services = servicesOver(folder, kind, refuse);
  const dialogs: MemoryDialogs = { toOpen: [], saved: [] };
  const windowId = crypto.randomUUID();

  async function call<C extends HostCall>(name: C, args: HostArgs<C>): Promise<HostResult<C>> {
    folder.asked.push(name);
    const failing = folder.failing.get(name);
    if (failing && failing !== 'lost') throw refuse(failing, `${name} fails`);
    if (writingCalls.has(name) && folder.windows[0] !== windowId) throw refuse('read-only', `${name} of a window without the lease`);
    const handle = services[name] as (parsed: unknown) => Promise<unknown>;
    // A real host copies what it is given and what it gives.
    const result = hostCalls[name].result.parse(structuredClone(await handle(structuredClone(hostCalls[name].args.parse(args)))));
    if (failing === 'lost') throw refuse('not-available', 'the answer was lost');
    return result as HostResult<C>;
  }

  return {
    kind, windowId, dialogs, call,
    info: () => call('host.info', {}),
    openFiles: async () => (dialogs.toOpen.length > 0 ? dialogs.toOpen.splice(0) : null),
    async saveFile(name, bytes) {
      dialogs.saved.push({ name, bytes });
      return { where: `/docs/${name}` };
    },
    onEvent(listener) {
      folder.tell.set(windowId, listener);
      return () => folder.tell.delete(windowId);
    },
  };
}

const nothingMore = (head: Head): Rescue => ({
  head, gain: countsOf(emptyState), updatedAt: null, fromJournal: 0, fromSnapshots: 0, snapshotAt: null, damagedSnapshots: 0, seen: 0,
});

function servicesOver(folder: MemoryFolder, host: Host['kind'], refuseWith: Refuse): HostServices {
  const refuse = (code: HostProblem['code']) => refuseWith(code, code);
  const describe = (id: ProjectId): ProjectOnDisk => {
    const state = folder.state(id);
    return {
      id, name: state.project?.name ?? '', head: folder.head(id), counts: countsOf(state),
      updatedAt: folder.journals.get(id)?.at(-1)?.at ?? null, damage: folder.damage.get(id) ?? null,
    };
  };
  const blobsOf = (id: ProjectId) => folder.blobs.get(id) ?? new Map<Sha256, Uint8Array>();
  const record = (copy: Omit<CopyInfo, 'at'>) => {
    folder.copies = [
      ...folder.copies.filter((other) => other.copyId !== copy.copyId || other.projectId !== copy.projectId),
      { ...copy, at: new Date().toISOString() },
    ];
  };
  return {
    'host.info': async () => ({
      host, version: '0.0.0', locale: 'nl-NL', where: '/data', freeBytes: folder.freeBytes, holdsFolder: folder.holdsFolder,
    }),
    'host.language': async () => ({}),
    async 'lease.take'({ windowId }) {
      if (!folder.holdsFolder) return { writer: false };
      if (!folder.windows.includes(windowId)) folder.windows.push(windowId);
      return { writer: folder.windows[0] === windowId };
    },
    'files.open': async () => { throw refuse('not-available'); },
    'files.read': async () => { throw refuse('not-available'); },
    'files.save': async () => { throw refuse('not-available'); },
    'projects.list': async () => [...folder.journals.keys()].map(describe),
    async 'journal.read'({ projectId, after, limit }) {
      const changes = folder.journals.get(projectId);
      if (!changes) throw refuse('not-found');
      return { head: folder.head(projectId), changes: changes.slice(after, after + limit), damage: folder.damage.get(projectId) ?? null };
    },
    async 'journal.append'({ projectId, copyId, expected, changes, counts }) {
      if (folder.freeBytes !== null && folder.freeBytes < 200_000_000) throw refuse('disk-low');
      const head = folder.head(projectId);
      if (head.seq !== expected.seq || head.id !== expected.id) throw refuse('journal-behind');
      const state = replay(folder.state(projectId), changes);
      if (!state.ok || JSON.stringify(countsOf(state.value)) !== JSON.stringify(counts)) throw refuse('failed');
      folder.journals.set(projectId, [...(folder.journals.get(projectId) ?? []), ...changes]);
      folder.damage.delete(projectId);
      record({ copyId, host, projectId, head: folder.head(projectId), counts });
      return { head: folder.head(projectId) };
    },
    'blobs.missing': async ({ projectId, hashes }) => hashes.filter((hash) => !blobsOf(projectId).has(hash)),
    async 'blobs.put'({ projectId, sha256: hash, bytes }) {
      if (sha256(bytes) !== hash) throw refuse('hash-mismatch');
      folder.blobs.set(projectId, new Map([...blobsOf(projectId), [hash, bytes]]));
      return {};
    },
    'blobs.get': async ({ projectId, sha256: hash }) => {
      const found = blobsOf(projectId).get(hash);
      return found ? new Uint8Array(found) : null;
    },
    // Nothing is ever found: the rescue is tested on real folders.
    'blobs.restore': async ({ projectId, hashes }) => hashes.filter((hash) => !blobsOf(projectId).has(hash)),
    'rescue.look': async ({ from }) => nothingMore(from),
    'rescue.mend': async ({ projectId }) => {
      folder.damage.delete(projectId);
      return nothingMore(folder.head(projectId));
    },
    'snapshots.list': async ({ projectId }) => [...folder.snapshots.values()].map(({ info }) => info).filter((info) => projectId === null || info.projectId === projectId),
    async 'snapshots.make'({ projectId }) {
      const changes = folder.journals.get(projectId);
      if (!changes) throw refuse('not-found');
      const at = new Date().toISOString();
      const bytes = await writeProjectFile({ projectId, changes, now: at, version: '0.0.0', blobs: async (hash) => blobsOf(projectId).get(hash) ?? null });
      const { name, head, counts } = describe(projectId);
      const info = { id: crypto.randomUUID(), projectId, name, head, counts, at, bytes: bytes.length, where: `/data/snapshots/${projectId}` };
      folder.snapshots.set(info.id, { info, bytes });
      return info;
    },
    async 'snapshots.read'({ id }) {
      const found = folder.snapshots.get(id);
      if (!found) throw refuse('not-found');
      return new Uint8Array(found.bytes);
    },
    'snapshots.show': async () => false,
    'copies.list': async () => folder.copies,
    async 'copies.record'(copy) {
      record(copy);
      return {};
    },
  };
}
