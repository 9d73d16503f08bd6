import { useCallback, useState } from 'react';

/** How wide an element is within its padding, in steps of 20 px, so that a picture is not drawn anew for each of them. */
export function useWidth(): [width: number, measured: (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(900);
  const measured = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const sizes = new ResizeObserver(([entry]) => {
      // A sheet of paper is no width to draw for: printed pictures have their own.
      if (entry && !matchMedia('print').matches) setWidth(Math.max(320, Math.floor(entry.contentRect.width / 20) * 20));
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  return [width, measured];
}
