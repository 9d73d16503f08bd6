import path from 'node:path';
import type { Change, Counts } from '../../schemas/change.ts';
import type { Head } from '../../schemas/host.ts';
import { instantSchema, type ChangeId, type ProjectId, type Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import { knownRecords, type KnownRecords } from '../../schemas/upgrades/index.ts';
import { replay } from '../../app/coding/change.ts';
import { countsOf, emptyState, type ProjectState } from '../../app/coding/state.ts';
import { upgradeProblem } from '../../app/recovery/upgrade-problem.ts';
import type { Disk } from './disk.ts';
import { HostFailure, toProblem } from './host-failure.ts';
import { changeLine, headerLine, readJournal, readLines, wholeLines, type JournalText } from './journal-format.ts';
import { changesAside, damageAfter, setAside, settleAsides } from './set-aside.ts';

/** What a journal says of its project. */
export interface JournalSummary {
  head: Head;
  name: string;
  counts: Counts;
  updatedAt: string | null;
  damage: string | null;
}

/**
 * One project's journal. Its text is read again whenever the file is not as this program left it. Calls are not
 * serialised here (services.ts does).
 */
export interface Journal {
  /** Null where there is none, and none was set aside. @throws HostFailure where it must be left alone. */
  summary(): Promise<JournalSummary | null>;
  /** At most `limit` changes after number `after`. */
  read(after: number, limit: number): Promise<Change[]>;
  /** Appends what follows on `expected` and answers once the disk has it. @throws HostFailure; then nothing was written. */
  append(expected: Head, changes: Change[], counts: Counts): Promise<JournalSummary>;
  /** Changes in whole lines of what was or could not yet be set aside, wherever they belong; `seen`: the highest number of those not yet settled. */
  aside(): Promise<{ changes: Change[]; seen: number }>;
  /** Writes the whole journal anew with what follows on its head, and settles what was set aside. @throws HostFailure; then nothing was written. */
  mend(changes: Change[]): Promise<JournalSummary>;
  /** The id of a change by its number; null where there is no such change. */
  idAt(seq: number): ChangeId | null;
}

/** What an upgrade to a newer version of records needs. */
export interface Upgrading {
  records: KnownRecords;
  /** The contents that these changes name, as far as they are there. */
  contents(changes: readonly Change[]): Promise<Map<Sha256, Content>>;
  /** Makes a snapshot of upgraded work, and proves it. */
  snapshot(changes: Change[], summary: JournalSummary): Promise<void>;
}

const asItIs: Upgrading = { records: knownRecords, contents: async () => new Map(), snapshot: async () => undefined };

/** What is known of the file since it was last read. `state`: made when it is first needed. */
interface Known {
  size: number;
  changed: number;
  offsets: number[];
  ids: ChangeId[];
  summary: Omit<JournalSummary, 'damage'>;
  state: ProjectState | null;
  /** The changes, where the file has them in an older version and can't be written now. */
  upgraded: Change[] | null;
  damage: string | null;
  /** The file still ends in something that can't be read, since it could not be set aside. */
  unsettled: boolean;
}

export function openJournal(disk: Disk, folder: string, projectId: ProjectId, upgrading: Upgrading = asItIs): Journal {
  const { records } = upgrading;
  const header = headerLine(projectId, records.version);
  const file = path.join(folder, 'journal.ndjson');
  let known: Known | null = null;

  /** The file as it is now; null where there is none. */
  async function current(): Promise<Known | null> {
    const found = await disk.look(file);
    if (!found) return (known = null);
    if (known && known.size === found.size && known.changed === found.changed && !known.unsettled && !known.upgraded) return known;
    const bytes = await disk.read(file);
    if (!bytes) return (known = null);
    const text = readJournal(bytes, projectId, records);
    if ('refused' in text) throw new HostFailure(text.refused, text.message);
    const settled = await settle(bytes, text);
    if (!text.older || settled.unsettled || !(await disk.mayWrite().then(() => true, () => false))) return remember(text, settled);
    await upgrade(text, text.older);
    const upgraded = await current();
    return upgraded && { ...upgraded, damage: settled.damage };
  }

  /**
   * Puts an upgraded journal in the place of one of an older version: after it was proven that nothing is lost, the old
   * one is kept beside it, and a snapshot was made, which proves that files and history make a whole project.
   */
  async function upgrade(text: JournalText, { version, rows }: NonNullable<JournalText['older']>): Promise<void> {
    const problem = upgradeProblem({ projectId, before: rows, after: text.changes, contents: await upgrading.contents(text.changes) });
    if (problem) throw new HostFailure('upgrade-failed', `the journal stays at records ${version}: ${problem}`);
    await disk.writeWhole(path.join(folder, `journal.records-${version}.ndjson`), await disk.readRange(file, 0, text.offsets.at(-1) ?? 0));
    const state = mustReplay(emptyState, text.changes);
    if (text.changes.length > 0) await upgrading.snapshot(text.changes, { ...summaryOf(state, text.changes), damage: null });
    await disk.writeWhole(file, Buffer.concat([header, ...text.changes.map(changeLine)]));
    known = null;
  }

  /** Sets aside what can't be read, where this program may; else only says so. */
  async function settle(bytes: Buffer, text: JournalText): Promise<Pick<Known, 'damage' | 'unsettled'>> {
    if (!text.damage) return { damage: null, unsettled: false };
    const end = text.offsets.at(-1) ?? 0;
    const may = await disk.mayWrite().then(() => true, () => false);
    // Another program may be in the middle of writing that line.
    if (!may) return { damage: text.damage.cutTail ? null : text.damage.reason, unsettled: true };
    const settled = await setApart(bytes, text, end).catch((cause: unknown) => `it could not be set aside: ${toProblem(cause).message}`);
    return typeof settled === 'string'
      ? { damage: `${text.damage.reason}; ${settled}`, unsettled: true }
      : { damage: `${text.damage.reason}; what could not be read is kept in ${settled.kept}`, unsettled: false };
  }

  /** Keeps the damaged file, or its cut last line, and leaves the journal with what is whole. */
  async function setApart(bytes: Buffer, text: JournalText, end: number): Promise<{ kept: string }> {
    const kept = await setAside(disk, folder, text.changes.length, text.damage?.cutTail && text.header ? bytes.subarray(end) : bytes);
    if (text.header) await disk.cut(file, end);
    else await disk.writeWhole(file, Buffer.concat([header, bytes.subarray(text.offsets[0] ?? end, end)]));
    if (!text.header) {
      const shift = header.length - (text.offsets[0] ?? 0);
      text.offsets = text.offsets.map((offset) => offset + shift);
    }
    return { kept };
  }

  /** The file as it is now, to write at its end. */
  async function writable(): Promise<Known | null> {
    await disk.mayWrite();
    const now = await current();
    if (now?.unsettled || now?.upgraded) throw new HostFailure('journal-damaged', `${now.damage ?? 'the journal is not ready'}; nothing was written behind it`);
    return now;
  }

  async function remember(text: JournalText, found: Pick<Known, 'damage' | 'unsettled'>): Promise<Known> {
    const state = mustReplay(emptyState, text.changes);
    const { size, changed } = await looked();
    known = {
      ...found, size, changed, offsets: text.offsets,
      ids: text.changes.map((change) => change.id), summary: summaryOf(state, text.changes), state: null,
      upgraded: text.older ? text.changes : null,
    };
    return known;
  }

  async function looked(): Promise<Pick<Known, 'size' | 'changed'>> {
    return (await disk.look(file)) ?? { size: 0, changed: 0 };
  }

  async function stateNow(now: Known): Promise<ProjectState> {
    return now.state ?? mustReplay(emptyState, await lines(now, 0, now.ids.length));
  }

  async function lines(now: Known, after: number, until: number): Promise<Change[]> {
    if (now.upgraded) return now.upgraded.slice(after, until);
    const from = now.offsets[after];
    const to = now.offsets[until];
    if (from === undefined || to === undefined || from === to) return [];
    const changes = readLines(await disk.readRange(file, from, to));
    if (changes) return changes;
    known = null;
    throw new HostFailure('journal-damaged', 'the journal changed on the disk while it was read');
  }

  async function summary(): Promise<JournalSummary | null> {
    const now = await current();
    const asideNote = await damageAfter(disk, folder, now?.summary.head.seq ?? 0);
    if (now) return { ...now.summary, damage: now.damage ?? asideNote };
    return asideNote === null ? null : { ...emptySummary, damage: asideNote };
  }

  return {
    summary,
    async read(after, limit) {
      const now = await current();
      return now ? lines(now, after, Math.min(now.ids.length, after + limit)) : [];
    },
    async append(expected, changes, counts) {
      const now = await writable();
      const head = now?.summary.head ?? emptySummary.head;
      if (head.seq !== expected.seq || head.id !== expected.id) {
        throw new HostFailure('journal-behind', `the journal ends at change ${head.seq}, not at ${expected.seq}`);
      }
      const state = mustFollow(now ? await stateNow(now) : emptyState, changes);
      const replayed = countsOf(state);
      const differs = Object.entries(replayed).find(([table, count]) => counts[table as keyof Counts] !== count);
      if (differs) throw new HostFailure('failed', `with these changes there are ${differs[1]} ${differs[0]}, not as many as the store has`);
      const written = changes.map(changeLine);
      if (now) await disk.appendAt(file, now.offsets.at(-1) ?? 0, Buffer.concat(written));
      else await disk.writeWhole(file, Buffer.concat([header, ...written]));
      const offsets = now?.offsets ?? [header.length];
      for (const line of written) offsets.push((offsets.at(-1) ?? 0) + line.length);
      const ids = now?.ids ?? [];
      for (const change of changes) ids.push(change.id);
      known = { ...await looked(), offsets, ids, summary: summaryOf(state, changes), state, upgraded: null, damage: null, unsettled: false };
      return { ...known.summary, damage: null };
    },
    async aside() {
      const now = await current();
      const bytes = now?.unsettled ? await disk.read(file) : null;
      return changesAside(disk, folder, records, bytes ? wholeLines(bytes, records) : []);
    },
    async mend(changes) {
      const now = await writable();
      mustFollow(now ? await stateNow(now) : emptyState, changes);
      const before = now ? await disk.readRange(file, 0, now.offsets.at(-1) ?? 0) : header;
      if (changes.length > 0) await disk.writeWhole(file, Buffer.concat([before, ...changes.map(changeLine)]));
      await settleAsides(disk, folder);
      known = null;
      return (await summary()) ?? { ...emptySummary, damage: null };
    },
    idAt: (seq) => known?.ids[seq - 1] ?? null,
  };
}

const emptySummary = { head: { seq: 0, id: null }, name: '', counts: countsOf(emptyState), updatedAt: null };

function summaryOf(state: ProjectState, changes: readonly Change[]): Omit<JournalSummary, 'damage'> {
  return {
    head: { seq: state.seq, id: state.head },
    name: state.project?.name ?? '',
    counts: countsOf(state),
    updatedAt: instantSchema.safeParse(changes.at(-1)?.at).data ?? null,
  };
}

function mustReplay(from: ProjectState, changes: readonly Change[]): ProjectState {
  const state = replay(from, changes);
  if (!state.ok) throw new HostFailure('journal-damaged', state.problem.message);
  return state.value;
}

function mustFollow(from: ProjectState, changes: readonly Change[]): ProjectState {
  const state = replay(from, changes);
  if (!state.ok) throw new HostFailure('failed', state.problem.message);
  return state.value;
}
