import { create } from 'zustand';
import type { Problem, Result } from '../../app/support/result.ts';
import { isMessageKey, type MessageKey, type MessageValues } from '../i18n/index.ts';

/** A message to the user: what happened to their work. */
export interface Notice { id: string; kind: 'info' | 'problem'; key: MessageKey; values: MessageValues }

/** The messages that stand on the screen, oldest first. */
export const useNotices = create<readonly Notice[]>(() => []);

/** Says something once: the same message is not stacked on itself. */
export function notify(notice: { kind: Notice['kind']; key: MessageKey; values?: MessageValues }): void {
  const values = notice.values ?? {};
  const same = (other: Notice) => other.key === notice.key && JSON.stringify(other.values) === JSON.stringify(values);
  useNotices.setState([...useNotices.getState().filter((other) => !same(other)), { ...notice, values, id: crypto.randomUUID() }], true);
}

export function dismiss(id: string): void {
  useNotices.setState(useNotices.getState().filter((notice) => notice.id !== id), true);
}

/** Takes away what was told of changes: after an undo or redo it is no longer so, and its advice would undo another step. */
export function dismissInfos(): void {
  useNotices.setState(useNotices.getState().filter((notice) => notice.kind !== 'info'), true);
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
