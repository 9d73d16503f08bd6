import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Clicks anywhere in a pane of text; one that ends a selection of text is none. What they do, keys do too. */
export function useClicks(pane: RefObject<HTMLElement | null>, onClick: (target: Element, event: MouseEvent) => void): void {
  const clicked = useEffectEvent((event: MouseEvent) => {
    if (event.target instanceof Element && document.getSelection()?.isCollapsed !== false) onClick(event.target, event);
  });
  useEffect(() => {
    const element = pane.current;
    const listener = (event: MouseEvent) => clicked(event);
    element?.addEventListener('click', listener);
    return () => element?.removeEventListener('click', listener);
  }, [pane]);
}
