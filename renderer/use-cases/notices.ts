import { create } from 'zustand';
import type { Problem, Result } from '../../app/support/result.ts';
import { isMessageKey, type MessageKey, type MessageValues } from '../i18n/index.ts';

/** A message to the user: what happened to their work. */
export interface Notice { id: string; kind: 'info' | 'problem'; key: MessageKey; values: MessageValues }

/** The messages that stand on the screen, the newest first. */
export const useNotices = create<readonly Notice[]>(() => []);

/** More than these at once would cover the work. */
const most = 3;

/** What tells of work that is not where it should be, or that came back: it stays until the user has closed it. */
const kept: ReadonlySet<MessageKey> = new Set([
  'notice.restored', 'notice.recovered', 'notice.kept-both', 'notice.repaired', 'notice.disk-warning', 'notice.orphans',
  'problem.store-failed', 'problem.store-moved', 'problem.journal-apart', 'problem.journal-behind', 'problem.journal-damaged',
]);
/** The same, until the data folder has the work after all. */
const unsaved: ReadonlySet<MessageKey> = new Set([
  'problem.host-gone', 'problem.no-session', 'problem.disk-full', 'problem.disk-low', 'problem.read-only',
]);

/** How long a message lives: `passes` by itself, `stays` until it is closed or newer ones push it out, or is `kept`. */
export function lifeOf({ kind, key }: Pick<Notice, 'kind' | 'key'>): 'passes' | 'stays' | 'kept' {
  if (kept.has(key) || unsaved.has(key)) return 'kept';
  return kind === 'info' ? 'passes' : 'stays';
}

/** Says something: in the place of an earlier message of the same kind, and of the oldest where there are too many. */
export function notify(notice: { kind: Notice['kind']; key: MessageKey; values?: MessageValues }): void {
  const others = useNotices.getState().filter(({ key }) => key !== notice.key);
  const added = { ...notice, values: notice.values ?? {}, id: crypto.randomUUID() };
  // The room that those which are kept leave; the one that is said now is said in any case.
  const room = most - 1 - others.filter((other) => lifeOf(other) === 'kept').length;
  const going = new Set(others.filter((other) => lifeOf(other) !== 'kept').slice(Math.max(0, room)));
  useNotices.setState([added, ...others.filter((other) => !going.has(other))], true);
}

export function dismiss(id: string): void {
  useNotices.setState(useNotices.getState().filter((notice) => notice.id !== id), true);
}

/** Takes away what was told of changes: after an undo or redo it is no longer so, and its advice would undo another step. */
export function dismissInfos(): void {
  useNotices.setState(useNotices.getState().filter((notice) => lifeOf(notice) !== 'passes'), true);
}

/** Takes away what was told of work that the data folder did not have, once it has it. */
export function dismissUnsaved(): void {
  useNotices.setState(useNotices.getState().filter(({ key }) => !unsaved.has(key)), true);
}

const told = new WeakSet<Problem>();

/**
 * Tells a problem in the screen's words for its code, or in general words where it has none. A problem that passes
 * through several use cases on its way up is told once; `needs-recovery` never, since it has a screen of its own.
 */
export function notifyProblem(problem: Problem): void {
  if (told.has(problem) || problem.code === 'needs-recovery') return;
  told.add(problem);
  notify({ kind: 'problem', ...problemWords(problem) });
}

/** The same for a whole result, which it hands on. */
export function telling<T>(result: Result<T>): Result<T> {
  if (!result.ok) notifyProblem(result.problem);
  return result;
}

/** The words for a problem: `problem.<code>`, or the general ones with the problem's own line. */
export function problemWords(problem: Problem): { key: MessageKey; values: MessageValues } {
  const key = `problem.${problem.code}`;
  return isMessageKey(key) ? { key, values: problem.values ?? {} } : { key: 'problem.unknown', values: { message: problem.message } };
}
