import { useEffect, useState } from 'react';
import type { PagePlaces } from '../../../app/importers/pdf/places.ts';
import type { Problem } from '../../../app/support/result.ts';
import { runJob } from '../../workers/run-job.ts';

export interface FoundPlaces { places: PagePlaces | null; problem: Problem | null; done: number }

/** The last file whose letters were placed: looking at passage after passage of one document reads it once. */
let last: { sha256: string; places: PagePlaces } | null = null;

/** Where a PDF's letters stand on its pages, read in a worker that is ended when nobody looks any more. */
export function usePagePlaces(sha256: string, bytes: Uint8Array | null): FoundPlaces {
  const [found, setFound] = useState<{ of: Uint8Array | null; answer: FoundPlaces }>({ of: null, answer: nothing });
  const known = last?.sha256 === sha256 ? last.places : null;
  useEffect(() => {
    if (!bytes || known) return undefined;
    const stop = new AbortController();
    const place = async () => {
      const result = await runJob('places', { bytes }, { signal: stop.signal, onProgress: (done) => setFound({ of: bytes, answer: { ...nothing, done } }) });
      if (stop.signal.aborted) return;
      if (result.ok) last = { sha256, places: result.value };
      setFound({ of: bytes, answer: result.ok ? { places: result.value, problem: null, done: 1 } : { ...nothing, problem: result.problem } });
    };
    void place();
    return () => stop.abort();
  }, [bytes, known, sha256]);
  if (known) return { places: known, problem: null, done: 1 };
  return found.of === bytes ? found.answer : nothing;
}

const nothing: FoundPlaces = { places: null, problem: null, done: 0 };
