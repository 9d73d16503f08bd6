import { create } from 'zustand';
import type { DocumentId, Sha256 } from '../../schemas/ids.ts';
import { mostFiles } from '../../schemas/host.ts';
import type { Problem } from '../../app/support/result.ts';
import type { HostFile } from '../host/host.ts';
import { acceptReading } from './accept-reading.ts';
import { notify } from './notices.ts';
import { contentsIfFitting, readDocument, type ReadDocument } from './read-document-file.ts';
import { digest } from './digest.ts';
import { skipReason, type SkipReason } from './skip-reason.ts';
import { useWorkbench } from './workbench.ts';

/** How far a file of a batch is, and what became of it. Nothing of it is stored before it is `accepted`. */
export type BatchState =
  | { kind: 'waiting' }
  | { kind: 'reading'; done: number | null }
  | ({ kind: 'read' | 'accepting' } & ReadDocument)
  | { kind: 'accepted'; documentId: DocumentId }
  /** The same bytes are in the project, or among the files before it, as `name`. */
  | { kind: 'known'; name: string }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'skipped'; why: SkipReason | 'unknown' | 'stopped' };

export interface BatchItem {
  id: string;
  file: HostFile;
  state: BatchState;
  /** The user asked to read it although it was skipped. */
  anyway: boolean;
}

/** The files that are taken in together, in the order in which they came; null where none are. */
export const useBatch = create<{ items: readonly BatchItem[] | null }>(() => ({ items: null }));

/** Takes files in, behind those that are there: read one after the other, each to be accepted or reviewed. */
export function addToBatch(files: readonly HostFile[]): void {
  const before = useBatch.getState().items ?? [];
  if (before.length + files.length > mostFiles) {
    notify({ kind: 'problem', key: 'problem.too-many-files', values: { most: mostFiles } });
    return;
  }
  const added = files.map((file): BatchItem => {
    const why = skipReason(file);
    return { id: crypto.randomUUID(), file, anyway: false, state: why ? { kind: 'skipped', why } : { kind: 'waiting' } };
  });
  useBatch.setState({ items: [...before, ...added] });
  void readWaiting();
}

/** Stops one file that waits or is being read. */
export function stopItem(id: string): void {
  if (running?.id === id) running.stop.abort();
  else if (stateOf(id)?.kind === 'waiting') setItem(id, { kind: 'skipped', why: 'stopped' });
}

export function stopAll(): void {
  for (const { id } of useBatch.getState().items ?? []) stopItem(id);
}

/** Reads a file that was skipped, whatever its name says. */
export function readAnyway(id: string): void {
  setItem(id, { kind: 'waiting' }, true);
  void readWaiting();
}

/** Takes files that were read into the project, one after the other, each as a change of its own. */
export async function acceptItems(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const state = stateOf(id);
    if (state?.kind !== 'read') continue;
    setItem(id, { ...state, kind: 'accepting' });
    const accepted = await acceptReading(state.reading, state.bytes);
    setItem(id, accepted.ok ? { kind: 'accepted', documentId: accepted.value } : state);
  }
}

/** Marks the files that were taken into the project by way of their review. */
export function noteAccepted(): void {
  for (const { id, state } of useBatch.getState().items ?? []) {
    const document = state.kind === 'read' ? inProject(state.reading.document.sourceSha256) : undefined;
    if (document) setItem(id, { kind: 'accepted', documentId: document.id });
  }
}

/** Forgets the batch: what was not accepted is not kept. */
export function closeBatch(): void {
  stopAll();
  useBatch.setState({ items: null });
}

// The files were for this project.
useWorkbench.subscribe(({ project }, before) => {
  if (project?.projectId !== before.project?.projectId && before.project) closeBatch();
});

let running: { id: string; stop: AbortController } | null = null;

async function readWaiting(): Promise<void> {
  while (!running) {
    const next = useBatch.getState().items?.find(({ state }) => state.kind === 'waiting');
    if (!next) return;
    running = { id: next.id, stop: new AbortController() };
    const { signal } = running.stop;
    setItem(next.id, { kind: 'reading', done: null });
    const state = await readItem(next, signal);
    running = null;
    setItem(next.id, signal.aborted ? { kind: 'skipped', why: 'stopped' } : state);
  }
}

/** The bytes tell first whether they are known: the same file is not read twice. */
async function readItem({ id, file, anyway }: BatchItem, signal: AbortSignal): Promise<BatchState> {
  const contents = await contentsIfFitting(file);
  if (!contents.ok) return { kind: 'refused', problem: contents.problem };
  const name = nameOfKnown(await digest(contents.value.bytes));
  if (name !== null) return { kind: 'known', name };
  const read = await readDocument(contents.value, { signal, onProgress: (done) => setItem(id, { kind: 'reading', done }) }, !anyway);
  if (read.ok) return { kind: 'read', ...read.value };
  return read.problem.code === 'unknown-kind' ? { kind: 'skipped', why: 'unknown' } : { kind: 'refused', problem: read.problem };
}

function nameOfKnown(sha256: Sha256): string | null {
  const twin = useBatch.getState().items?.find(({ state }) => 'reading' in state && state.reading.document.sourceSha256 === sha256);
  return inProject(sha256)?.name ?? twin?.file.name ?? null;
}

function inProject(sha256: Sha256) {
  return [...useWorkbench.getState().project?.state.documents.values() ?? []].find((document) => document.sourceSha256 === sha256);
}

const stateOf = (id: string) => useBatch.getState().items?.find((item) => item.id === id)?.state;

/** An item of a batch that was closed meanwhile is gone. */
function setItem(id: string, state: BatchState, anyway?: boolean): void {
  const { items } = useBatch.getState();
  if (items) useBatch.setState({ items: items.map((item) => (item.id === id ? { ...item, state, anyway: anyway ?? item.anyway } : item)) });
}
