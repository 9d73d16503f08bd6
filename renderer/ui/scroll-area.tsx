import { useEffect, useRef, useState, type HTMLAttributes } from 'react';

const stops = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/**
 * A part of the screen that scrolls. While it has more than it shows and nothing in it takes the focus, it is a stop
 * for Tab itself, so that the arrow keys can scroll it.
 */
export function ScrollArea({ children, ...rest }: HTMLAttributes<HTMLDivElement>) {
  const area = useRef<HTMLDivElement>(null);
  const [isStop, setIsStop] = useState(false);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const look = () => setIsStop(element.scrollHeight > element.clientHeight + 1 && element.querySelector(stops) === null);
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    const contents = new MutationObserver(look);
    contents.observe(element, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      contents.disconnect();
    };
  }, []);
  return <div {...rest} ref={area} {...(isStop ? { tabIndex: 0 } : {})}>{children}</div>;
}
