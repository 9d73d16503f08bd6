import { useEffect, useState } from 'react';
import type { Change } from '../../../schemas/change.ts';
import { history } from '../../use-cases/history.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';

/** The history as it stands, oldest first, read anew after each change. */
export function useHistory(): readonly Change[] {
  const head = useWorkbench((workbench) => workbench.project?.state.head ?? null);
  const [known, setKnown] = useState<readonly Change[]>([]);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const changes = await history();
      if (current && (changes.at(-1)?.id ?? null) === head) setKnown(changes);
    };
    void read();
    return () => { current = false; };
  }, [head]);
  return known;
}
