import { useEffect, useEffectEvent, type RefObject } from 'react';

/** A click anywhere in a block does what the block's button does; a click that ends a selection of text does not. */
export function useBlockClicks(pane: RefObject<HTMLElement | null>, onBlock: (block: number) => void): void {
  const onClick = useEffectEvent((event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-block]') : null;
    if (row && document.getSelection()?.isCollapsed !== false) onBlock(Number(row.dataset['rowBlock']));
  });
  useEffect(() => {
    const element = pane.current;
    const listener = (event: MouseEvent) => onClick(event);
    element?.addEventListener('click', listener);
    return () => element?.removeEventListener('click', listener);
  }, [pane]);
}
