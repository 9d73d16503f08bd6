import path from 'node:path';
import type { Change } from '../../schemas/change.ts';
import type { KnownRecords } from '../../schemas/upgrades/index.ts';
import type { Disk } from './disk.ts';
import { wholeLines } from './journal-format.ts';

/**
 * Keeps what could not be read of a journal in a file beside it, named by the last good change. Returns the name.
 * Nothing in Hoorwerk removes such a file.
 */
export async function setAside(disk: Disk, folder: string, lastGood: number, bytes: Uint8Array): Promise<string> {
  const time = new Date().toISOString().replaceAll(/[-:.]/g, '');
  const name = `journal.damaged-after-${lastGood}-${time}.ndjson`;
  await disk.writeWhole(path.join(folder, name), bytes);
  return name;
}

/** What there is to say of files set aside, until work went on past the place where they were cut off; null: nothing. */
export async function damageAfter(disk: Disk, folder: string, seq: number): Promise<string | null> {
  const last = (await openAsides(disk, folder)).filter((name) => Number(pattern.exec(name)?.[2]) >= seq).at(-1);
  return last ? `part of the journal could not be read; it is kept in ${last}` : null;
}

/**
 * The changes in whole lines of all that was set aside, newest file first, after those that could not be, and the
 * highest number in what is not yet settled.
 */
export async function changesAside(disk: Disk, folder: string, known: KnownRecords, notYet: readonly Change[]): Promise<{ changes: Change[]; seen: number }> {
  const open = new Set(await openAsides(disk, folder));
  const changes = [...notYet];
  let seen = highest(notYet);
  for (const name of (await disk.names(folder)).toReversed()) {
    const bytes = pattern.test(name) ? await disk.read(path.join(folder, name)) : null;
    const whole = bytes ? wholeLines(bytes, known) : [];
    changes.push(...whole);
    if (open.has(name)) seen = Math.max(seen, highest(whole));
  }
  return { changes, seen };
}

/** The user went on with what there is: files set aside are kept, and no longer told of. */
export async function settleAsides(disk: Disk, folder: string): Promise<void> {
  for (const name of await openAsides(disk, folder)) await disk.rename(path.join(folder, name), name.replace('.damaged-', '.kept-'));
}

const highest = (changes: readonly Change[]) => changes.reduce((most, { seq }) => Math.max(most, seq), 0);

const pattern = /^journal\.(damaged|kept)-after-(\d+)-/;

async function openAsides(disk: Disk, folder: string): Promise<string[]> {
  return (await disk.names(folder)).filter((name) => pattern.exec(name)?.[1] === 'damaged');
}
