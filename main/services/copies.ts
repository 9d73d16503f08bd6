import path from 'node:path';
import { z } from 'zod';
import { copyInfoSchema, type CopyInfo } from '../../schemas/host.ts';
import type { Disk } from './disk.ts';

/** The sentinel: what each browser store held when it last said so, in a file outside of all of them. */
export interface Copies {
  list(): Promise<CopyInfo[]>;
  record(copy: CopyInfo): Promise<void>;
}

const fileSchema = z.strictObject({ version: z.literal(1), copies: z.array(copyInfoSchema) });

/** Calls of `record` are serialised here. `log` hears when the file could not be read and was kept beside the new one. */
export function openCopies(disk: Disk, folder: string, log: (line: string) => void): Copies {
  const file = path.join(folder, 'copies.json');
  let last: Promise<void> = Promise.resolve();

  async function list(): Promise<CopyInfo[]> {
    const bytes = await disk.read(file);
    if (!bytes) return [];
    const known = parse(bytes);
    if (!known) log('copies.json can\'t be read: what the stores held before is not known');
    return known?.copies ?? [];
  }

  async function record(copy: CopyInfo): Promise<void> {
    await disk.mayWrite();
    const bytes = await disk.read(file);
    const known = bytes && parse(bytes);
    if (bytes && !known) {
      const kept = `copies.damaged-${Date.now()}.json`;
      await disk.writeWhole(path.join(folder, kept), bytes);
      log(`copies.json could not be read; it is kept as ${kept}`);
    }
    const others = (known?.copies ?? []).filter((other) => other.copyId !== copy.copyId || other.projectId !== copy.projectId);
    const next: z.input<typeof fileSchema> = { version: 1, copies: [...others, copy] };
    await disk.writeWhole(file, Buffer.from(`${JSON.stringify(next, null, 1)}\n`));
  }

  return {
    list,
    record(copy) {
      const recorded = last.then(() => record(copy));
      last = recorded.catch(() => undefined);
      return recorded;
    },
  };
}

function parse(bytes: Buffer): z.output<typeof fileSchema> | null {
  try {
    return fileSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
