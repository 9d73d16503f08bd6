import { useEffect, useState, type RefObject } from 'react';

/** The room inside an element, in px, once it holds still: a page is drawn anew for each width. */
export function usePaneWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    // The browser tells of the first size at once.
    const observer = new ResizeObserver(() => {
      clearTimeout(settling);
      settling = setTimeout(() => setWidth(roomIn(watched)), isFirst ? 0 : 80);
      isFirst = false;
    });
    observer.observe(watched);
    return () => {
      clearTimeout(settling);
      observer.disconnect();
    };
  }, [element]);
  return width;
}

function roomIn(element: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return Math.max(0, element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}
