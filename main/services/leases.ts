/**
 * One window writes at a time. A window that asks while another writes waits its turn; when the writer goes, the one
 * that has waited longest becomes the writer and is told.
 */
export interface Leases {
  /** Whether this window writes. Asking again while it does or waits changes nothing. */
  take(windowId: string): boolean;
  /** The window closed: it writes no more and waits no more. */
  release(windowId: string): void;
  isWriter(windowId: string): boolean;
  /** Hears of a window that became the writer since another one went. Returns the function that ends it. */
  onWriter(listener: (windowId: string) => void): () => void;
}

export function createLeases(): Leases {
  /** In order of asking; the first writes. */
  const windows: string[] = [];
  const listeners = new Set<(windowId: string) => void>();
  return {
    take(windowId) {
      if (!windows.includes(windowId)) windows.push(windowId);
      return windows[0] === windowId;
    },
    release(windowId) {
      const at = windows.indexOf(windowId);
      if (at < 0) return;
      windows.splice(at, 1);
      const [next] = windows;
      if (at === 0 && next !== undefined) for (const listener of listeners) listener(next);
    },
    isWriter: (windowId) => windows[0] === windowId,
    onWriter(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
