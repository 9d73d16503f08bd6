/** Does work one piece after the other for each key; pieces of different keys run beside each other. */
export interface Queue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Once all that was asked so far is done, well or not. */
  idle(): Promise<void>;
}

export function createQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const done = (last.get(key) ?? Promise.resolve()).then(work);
      const forget = () => { if (last.get(key) === settled) last.delete(key); };
      const settled: Promise<void> = done.then(forget, forget);
      last.set(key, settled);
      return done;
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
