import { useEffect, useRef } from 'react';
import { beforeLeaving } from '../../use-cases/last-moment.ts';

/** Keeps what is being typed when its field goes, however it goes: closed with Escape, with its project, with the page. */
export function useKeep(keep: () => void): void {
  const latest = useRef(keep);
  useEffect(() => { latest.current = keep; });
  useEffect(() => {
    const run = () => latest.current();
    const stop = beforeLeaving(run);
    return () => {
      stop();
      run();
    };
  }, []);
}
