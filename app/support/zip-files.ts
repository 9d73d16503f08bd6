import { Deflate, strToU8, zipSync, type Zippable } from 'fflate';

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
 * itself would look like that, so it is stored unpacked. Packs no more of it than is needed to know.
 */
function packsTooWell(bytes: Uint8Array): boolean {
  const [megabyte, ratio] = [1_000_000, 150];
  if (bytes.length <= megabyte) return false;
  let packed = 0;
  const deflate = new Deflate({ level: 6 }, (chunk) => {
    packed += chunk.length;
  });
  for (let at = 0; at < bytes.length && packed * ratio < bytes.length; at += megabyte) {
    deflate.push(bytes.subarray(at, at + megabyte), at + megabyte >= bytes.length);
  }
  return packed * ratio < bytes.length;
}
