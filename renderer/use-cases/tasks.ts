import { create } from 'zustand';
import type { MessageKey, MessageValues } from '../i18n/index.ts';

/** Long work that is going on: shown with what is being done, how far it is, and a way to stop it. */
export interface Task {
  id: string;
  title: MessageKey;
  values: MessageValues;
  /** 0 to 1; null where it can't be told. */
  done: number | null;
  cancel?: () => void;
}

/** Every task that is going on, oldest first. Written by use cases only. */
export const useTasks = create<readonly Task[]>(() => []);

/** Shows a task until `end` is called. */
export function startTask(task: Omit<Task, 'id' | 'done'>): { progress(done: number): void; end(): void } {
  const id = crypto.randomUUID();
  useTasks.setState([...useTasks.getState(), { ...task, id, done: null }], true);
  return {
    progress: (done) => useTasks.setState(useTasks.getState().map((other) => (other.id === id ? { ...other, done } : other)), true),
    end: () => useTasks.setState(useTasks.getState().filter((other) => other.id !== id), true),
  };
}
