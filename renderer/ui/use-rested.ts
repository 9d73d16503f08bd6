import { useEffect, useState } from 'react';

/** A value once it has not changed for a while, in milliseconds: for what takes long to make of it. */
export function useRested<T>(value: T, rest: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [value, rest]);
  return rested;
}
