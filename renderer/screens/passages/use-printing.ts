import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { keepFocus } from './to-text.ts';

/** True while the page is being put on paper: then every row must be there, not only those in view. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture when this event is over, so the rows must be there by then.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => {
      setPrinting(false);
      // The row that had the keyboard was drawn anew.
      keepFocus();
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
