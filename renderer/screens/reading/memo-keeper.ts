/** How long nobody types before a text is kept; milliseconds. Long enough for a thought to be one step of the history. */
export const idle = 2500;

/** Keeps what is typed after a pause, or at once when asked; each text once. */
export interface MemoKeeper { type(text: string): void; keep(): void }

export function memoKeeper(write: (text: string) => void, wait = idle): MemoKeeper {
  let latest: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    const text = latest;
    latest = null;
    if (text !== null) write(text);
  };
  return {
    keep,
    type(text) {
      latest = text;
      clearTimeout(timer);
      timer = setTimeout(keep, wait);
    },
  };
}
