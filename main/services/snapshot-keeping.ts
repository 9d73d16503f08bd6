import type { SnapshotInfo } from '../../schemas/host.ts';

/** How many of the newest are kept whatever their age. */
const newest = 10;
/** For so many days back the last of each day is kept; beyond that, the last of each month. */
const daily = 30;

/**
 * The snapshots of one project that may be dropped: not among the last ten, nor the last of a day in the past 30 days,
 * nor the last of a month. Days and months in UTC. `explained` says whether the journal of today goes through a
 * snapshot's last change; one that it does not explain holds work that is nowhere else, and stays. Which is the newest
 * is told by the number of its last change: a clock that went backwards must not make the latest work the oldest.
 */
export function droppable(snapshots: readonly SnapshotInfo[], now: string, explained: (snapshot: SnapshotInfo) => boolean): SnapshotInfo[] {
  const latestFirst = snapshots.filter(explained).toSorted((a, b) => b.head.seq - a.head.seq || b.at.localeCompare(a.at));
  const dailyFrom = new Date(Date.parse(now) - daily * 86_400_000).toISOString().slice(0, 10);
  const seen = new Set<string>();
  return latestFirst.filter((snapshot, index) => {
    const day = snapshot.at.slice(0, 10);
    const period = day >= dailyFrom ? day : day.slice(0, 7);
    const first = !seen.has(period);
    seen.add(period);
    return index >= newest && !first;
  });
}
