import { z } from 'zod';
import { changeSchema, type Change } from '../../schemas/change.ts';
import type { ProjectId } from '../../schemas/ids.ts';
import { lateChanges } from '../../app/recovery/late-changes.ts';
import { replay } from '../../app/coding/change.ts';
import { emptyState } from '../../app/coding/state.ts';
import type { ProjectStore } from '../store/project-store.ts';
import { notify } from './notices.ts';
import { runtime } from './runtime.ts';

const asideSchema = z.array(changeSchema);
const keyOf = (id: ProjectId) => `hoorwerk.last-moment.${id}`;

const keepers = new Set<() => void>();

/** Has what is being typed kept before its page or its project goes, until the returned function is called. */
export function beforeLeaving(keep: () => void): () => void {
  keepers.add(keep);
  return () => void keepers.delete(keep);
}

/** Makes changes of all that is being typed. */
export function keepTyped(): void {
  for (const keep of keepers) keep();
}

/**
 * Keeps what is being typed when the window is hidden or goes, until the returned function is called. A page that goes
 * can't wait for its database: changes that may not have got there are put aside where writing is at once, and are
 * taken up, and removed there, when the project is opened next.
 */
export function watchLeaving(): () => void {
  const hidden = () => { if (document.visibilityState === 'hidden') keepTyped(); };
  const going = () => {
    keepTyped();
    void putAside();
  };
  document.addEventListener('visibilitychange', hidden);
  window.addEventListener('pagehide', going);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    window.removeEventListener('pagehide', going);
  };
}

/** Writes down what the store may not have. Where it has it after all, because the page stayed, that is taken away again. */
async function putAside(): Promise<void> {
  const { session } = runtime;
  if (!session || session.now === session.stored) return;
  const { projectId, now } = session;
  try {
    localStorage.setItem(keyOf(projectId), JSON.stringify(now.changes.slice(session.stored.changes.length)));
  } catch {
    return;
  }
  await session.queue;
  if (session.stored === now) localStorage.removeItem(keyOf(projectId));
}

/** Takes up what was put aside of a project that is being opened: its history with that in the store, told where some was left. */
export async function takeUp(projectId: ProjectId, store: ProjectStore, changes: readonly Change[]): Promise<readonly Change[]> {
  const aside = asideOf(projectId);
  const state = aside.length === 0 ? null : replay(emptyState, changes);
  if (!state?.ok) return changes;
  const { next, left } = lateChanges(state.value, changes, aside);
  // Where the store can't take it, it stays aside for the next opening.
  if (!(await store.append(next)).ok) return changes;
  localStorage.removeItem(keyOf(projectId));
  if (left.length > 0) notify({ kind: 'problem', key: 'notice.last-moment', values: { count: left.length } });
  return [...changes, ...next];
}

function asideOf(projectId: ProjectId): readonly Change[] {
  try {
    return asideSchema.catch([]).parse(JSON.parse(localStorage.getItem(keyOf(projectId)) ?? '[]'));
  } catch {
    return [];
  }
}
