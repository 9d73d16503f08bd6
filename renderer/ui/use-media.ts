import { useSyncExternalStore } from 'react';

/** Whether a media query holds now. Give it a constant. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore((listener) => watch(query, listener), () => matchMedia(query).matches);
}

function watch(query: string, listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}
