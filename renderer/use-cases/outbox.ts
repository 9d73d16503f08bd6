import type { Change, Counts } from '../../schemas/change.ts';
import type { Head } from '../../schemas/host.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { countsAfter } from '../../app/recovery/counts-after.ts';
import { fail, ok, type Problem, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import { sendBlobs } from './send-blobs.ts';

/** What the store has and the journal has not yet: sent in order, again and again until it is there. */
export interface Outbox {
  /** Takes changes that the store has, and begins to send. */
  push(changes: readonly Change[]): void;
  /** Sends what is waiting, now; answers whether nothing is left. */
  flush(): Promise<boolean>;
  /** Ends sending; what is left stays in the store and is sent when the project is opened again. */
  stop(): void;
}

export interface OutboxOptions {
  projectId: ProjectId;
  copyId: string;
  /** The project's name as it is now, for lists of the data folder. */
  name(): string;
  /** Where the journal stands, and the rows in each table there. */
  head: Head;
  counts: Counts;
  blob(sha256: Sha256): Promise<Uint8Array | null>;
  /** Null: the journal has everything. `journal-apart`: it was given other changes, and sending has ended. */
  onState(problem: Problem | null): void;
}

/** Retries wait a second, then twice as long each time, up to a minute. */
const firstWait = 1000;
const longestWait = 60_000;

/** Sizes that keep one call small: a journal line is a change, a large import is one large change. */
const mostChanges = 500;
const mostOps = 5000;

export function createOutbox(options: OutboxOptions): Outbox {
  let { head, counts } = options;
  const waiting: Change[] = [];
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  const accepted = (changes: readonly Change[]) => {
    for (const change of changes) {
      counts = countsAfter(counts, change);
      head = { seq: change.seq, id: change.id };
    }
    waiting.splice(0, changes.length);
  };

  const sendSome = async (): Promise<Result<null>> => {
    const batch = firstOf(waiting);
    const { projectId, copyId, blob } = options;
    const { originals, contents } = blobsNamed(batch);
    // Files go before the changes that name them. One that nobody has keeps no work back: opening says which it is.
    const blobs = await sendBlobs({ projectId, hashes: [...originals, ...contents], blob });
    if (!blobs.ok) return blobs;
    const after = batch.reduce(countsAfter, counts);
    const args = { projectId, copyId, name: options.name(), expected: head, changes: [...batch], counts: after };
    const sent = await asked(host().call('journal.append', args));
    if (sent.ok) {
      accepted(batch);
      return ok(null);
    }
    return sent.problem.code === 'journal-behind' ? whereItStands() : sent;
  };

  /** The journal's head is another than we think: an answer that was lost on its way, or other work. */
  const whereItStands = async (): Promise<Result<null>> => {
    const read = await asked(host().call('journal.read', { projectId: options.projectId, after: head.seq, limit: 5000 }));
    if (!read.ok) return read.problem.code === 'not-found' ? fail('journal-apart', 'the journal is gone') : read;
    const theirs = read.value.changes;
    const known = theirs.length > 0 && theirs.every((change, at) => change.id === waiting[at]?.id);
    if (!known) return fail('journal-apart', 'the journal was given other changes');
    accepted(waiting.slice(0, theirs.length));
    return ok(null);
  };

  const run = async () => {
    while (waiting.length > 0 && !stopped) {
      const sent = await sendSome();
      if (stopped) return;
      if (!sent.ok) {
        failures += 1;
        if (sent.problem.code === 'journal-apart') stopped = true;
        else timer = setTimeout(kick, Math.min(longestWait, firstWait * 2 ** (failures - 1)));
        options.onState(sent.problem);
        return;
      }
      failures = 0;
    }
    if (!stopped) options.onState(null);
  };

  function kick(): Promise<void> {
    clearTimeout(timer);
    if (stopped) return Promise.resolve();
    running ??= run().finally(() => { running = null; });
    return running;
  }

  return {
    push(changes) {
      waiting.push(...changes);
      // A run that is about to end has not seen these: begin once it has.
      void (running ? running.then(() => (waiting.length > 0 && failures === 0 ? kick() : undefined)) : kick());
    },
    async flush() {
      await kick();
      return waiting.length === 0;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function firstOf(waiting: readonly Change[]): Change[] {
  const batch: Change[] = [];
  let ops = 0;
  for (const change of waiting) {
    ops += change.ops.length;
    if (batch.length > 0 && (batch.length === mostChanges || ops > mostOps)) break;
    batch.push(change);
  }
  return batch;
}
