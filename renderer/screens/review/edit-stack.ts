/** Steps that can be taken back and put back; the newest last. Holds whole values, which share what did not change. */
export interface EditStack<T extends object> { past: readonly T[]; present: T; future: readonly T[] }

export const startStack = <T extends object>(present: T): EditStack<T> => ({ past: [], present, future: [] });

/** The same value again is no step. */
export function pushStep<T extends object>(stack: EditStack<T>, next: T): EditStack<T> {
  return next === stack.present ? stack : { past: [...stack.past, stack.present], present: next, future: [] };
}

export function stepBack<T extends object>(stack: EditStack<T>): EditStack<T> {
  const before = stack.past.at(-1);
  if (!before) return stack;
  return { past: stack.past.slice(0, -1), present: before, future: [stack.present, ...stack.future] };
}

export function stepForward<T extends object>(stack: EditStack<T>): EditStack<T> {
  const [next, ...rest] = stack.future;
  return next ? { past: [...stack.past, stack.present], present: next, future: rest } : stack;
}
