import { deflateSync, strToU8, zipSync, type Zippable } from 'fflate';

/**
 * A zip of these files, in this order: the same files and day give the same bytes, on every machine. `at` (ISO 8601)
 * dates them at noon of its day, since a zip holds local time and noon exists in every time zone.
 * For writing only: fflate reads hostile zips without limits.
 */
export function zipFiles(files: ReadonlyMap<string, string | Uint8Array>, at: string): Uint8Array<ArrayBuffer> {
  const [year = 1980, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  const mtime = new Date(Math.max(1980, year), month - 1, day, 12);
  const entries: Zippable = {};
  for (const [name, content] of files) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    entries[name] = [bytes, { mtime, level: packsTooWell(bytes) ? 0 : 6 }];
  }
  return new Uint8Array(zipSync(entries));
}

/**
 * Readers, ours among them, take what unpacks to more than 200 times its size for an attack. A long text that repeats
 * itself would look like that, so it is stored unpacked.
 */
function packsTooWell(bytes: Uint8Array): boolean {
  return bytes.length > 1_000_000 && deflateSync(bytes, { level: 6 }).length * 150 < bytes.length;
}
