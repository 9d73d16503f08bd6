import type { RefObject } from 'react';
import { useClicks } from './use-clicks.ts';

/** A click in the text tells the block and the UTF-16 offset of the letter under it. */
export function useTextClicks(pane: RefObject<HTMLElement | null>, onText: (block: number, offset: number) => void): void {
  useClicks(pane, (target, event) => {
    const row = target.closest('button') ? null : target.closest<HTMLElement>('[data-row-block]');
    if (row) onText(Number(row.dataset['rowBlock']), offsetAt(event) ?? 0);
  });
}

/** Each run of the text says where it starts in its block (`data-at`). */
function offsetAt({ clientX, clientY }: MouseEvent): number | null {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  const run = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-at]');
  return caret && run ? Number(run.dataset['at']) + caret.offset : null;
}
