import { useEffect, useRef, type RefObject } from 'react';

/** A field that takes the focus when it appears, with what stands in it selected: the user asked for it just now. */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return field;
}
