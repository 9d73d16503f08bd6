import { useEffect, useEffectEvent, type RefObject } from 'react';

/** A click in the text tells the block and the UTF-16 offset of the letter under it; one that ends a selection does not. */
export function useTextClicks(pane: RefObject<HTMLElement | null>, onText: (block: number, offset: number) => void): void {
  const onClick = useEffectEvent((event: MouseEvent) => {
    const row = event.target instanceof Element && !event.target.closest('button') ? event.target.closest<HTMLElement>('[data-row-block]') : null;
    if (row && document.getSelection()?.isCollapsed !== false) onText(Number(row.dataset['rowBlock']), offsetAt(event) ?? 0);
  });
  useEffect(() => {
    const element = pane.current;
    const listener = (event: MouseEvent) => onClick(event);
    element?.addEventListener('click', listener);
    return () => element?.removeEventListener('click', listener);
  }, [pane]);
}

/** Each run of the text says where it starts in its block (`data-at`). */
function offsetAt({ clientX, clientY }: MouseEvent): number | null {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  const run = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-at]');
  return caret && run ? Number(run.dataset['at']) + caret.offset : null;
}
