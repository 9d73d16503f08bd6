import { useSyncExternalStore } from 'react';

/** Whether a media query holds now, as `holdsOnScreen` says. Give it a constant. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore((listener) => watch(query, listener), () => holdsOnScreen(query));
}

const lastOnScreen = new Map<string, boolean>();

/**
 * Whether a media query holds. On paper all stays as it was on the screen: a page is narrower than most windows, and
 * building the screen up anew would lose what is being printed.
 */
export function holdsOnScreen(query: string): boolean {
  const before = lastOnScreen.get(query);
  if (before !== undefined && matchMedia('print').matches) return before;
  const { matches } = matchMedia(query);
  lastOnScreen.set(query, matches);
  return matches;
}

function watch(query: string, listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}
