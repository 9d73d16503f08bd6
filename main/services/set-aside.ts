import path from 'node:path';
import type { Disk } from './disk.ts';

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
  const names = await disk.names(folder);
  const last = names.filter((name) => Number(/^journal\.damaged-after-(\d+)-/.exec(name)?.[1] ?? -1) >= seq).at(-1);
  return last ? `part of the journal could not be read; it is kept in ${last}` : null;
}
