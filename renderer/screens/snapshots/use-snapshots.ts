import { useEffect, useState } from 'react';
import type { SnapshotInfo } from '../../../schemas/host.ts';
import type { ProjectId } from '../../../schemas/ids.ts';
import type { Problem } from '../../../app/support/result.ts';
import { listSnapshots, makeSnapshot } from '../../use-cases/snapshots.ts';

export interface Snapshots {
  /** Newest first; null until the host answered. */
  list: readonly SnapshotInfo[] | null;
  /** Why the list could not be had. */
  problem: Problem | null;
  making: boolean;
  make(): Promise<void>;
}

/** The snapshots of a project, and the making of one. */
export function useSnapshots(projectId: ProjectId): Snapshots {
  const [known, setKnown] = useState<Known>({ list: null, problem: null });
  const [making, setMaking] = useState(false);
  useEffect(() => {
    let current = true;
    void (async () => {
      const found = await load(projectId);
      if (current) setKnown(found);
    })();
    return () => { current = false; };
  }, [projectId]);
  const make = async () => {
    if (making) return;
    setMaking(true);
    await makeSnapshot(projectId);
    setKnown(await load(projectId));
    setMaking(false);
  };
  return { ...known, making, make };
}

type Known = Pick<Snapshots, 'list' | 'problem'>;

async function load(projectId: ProjectId): Promise<Known> {
  const found = await listSnapshots(projectId);
  return found.ok ? { list: found.value, problem: null } : { list: null, problem: found.problem };
}
