import { useEffect, useState } from 'react';
import type { PagePlaces } from '../../../app/importers/pdf/places.ts';
import type { Problem } from '../../../app/support/result.ts';
import { runJob } from '../../workers/run-job.ts';

export interface FoundPlaces { places: PagePlaces | null; problem: Problem | null; done: number }

/** The last file whose letters were placed: looking at passage after passage of one document reads it once. */
let last: { sha256: string; places: PagePlaces } | null = null;

/** Where a PDF's letters stand on its pages, read in a worker that is ended when nobody looks any more. */
export function usePagePlaces(sha256: string, bytes: Uint8Array | null): FoundPlaces {
  const [found, setFound] = useState<FoundPlaces>(nothing);
  const known = last?.sha256 === sha256 ? last.places : null;
  useEffect(() => {
    if (!bytes || known) return undefined;
    const stop = new AbortController();
    setFound(nothing);
    void runJob('places', { bytes }, { signal: stop.signal, onProgress: (done) => setFound((before) => ({ ...before, done })) }).then((result) => {
      if (stop.signal.aborted) return;
      if (result.ok) last = { sha256, places: result.value };
      setFound(result.ok ? { places: result.value, problem: null, done: 1 } : { places: null, problem: result.problem, done: 0 });
    });
    return () => stop.abort();
  }, [bytes, known, sha256]);
  return known ? { places: known, problem: null, done: 1 } : found;
}

const nothing: FoundPlaces = { places: null, problem: null, done: 0 };
