import { configure, Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { fail, ok, type Result } from './result.ts';

/** What an honest file stays within: without limits a zip of a few kB can fill the memory. */
export interface ZipLimits {
  entries: number;
  /** Bytes of one entry, and of all entries, unpacked. */
  entryBytes: number;
  totalBytes: number;
  /** Unpacked over packed, once an entry is past its first MB. */
  ratio: number;
}

export const zipLimits: ZipLimits = { entries: 10_000, entryBytes: 250e6, totalBytes: 1e9, ratio: 200 };

const firstMegabyte = 1_000_000;

// Workers of its own would break the page's rules; small chunks make a large entry slow.
configure({ useWebWorkers: false, chunkSize: 1 << 20 });

/**
 * The files of a zip by name, in its order, every one that is wanted unpacked and its checksum proved; nothing where
 * any of them is not right. Refuses what two programs could read in two ways, names that lead elsewhere, encryption,
 * and what goes beyond the limits, also in files that are not wanted. `zip-damaged`: not whole or not a zip;
 * `zip-refused`: whole, but not to be trusted.
 */
export async function readZip(
  bytes: Uint8Array, limits: ZipLimits = zipLimits, isWanted: (name: string) => boolean = () => true,
): Promise<Result<Map<string, Uint8Array>>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    strictness: 'strict', checkOverlappingEntry: true, checkCrc32: true,
  });
  try {
    const files = new Map<string, Uint8Array>();
    let total = 0;
    let count = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      if (count > limits.entries) return refused(`it holds more than ${limits.entries} files`);
      if (entry.encrypted) return refused(`"${entry.filename}" in it is encrypted`);
      if (entry.directory) continue;
      const most = Math.min(limits.entryBytes, limits.totalBytes - total, Math.max(firstMegabyte, entry.compressedSize * limits.ratio));
      if (entry.uncompressedSize > most) return refused(`"${entry.filename}" in it is too large`);
      total += entry.uncompressedSize;
      if (!isWanted(entry.filename)) continue;
      const data = await unpack(entry);
      if (!data) return refused(`"${entry.filename}" in it is larger than it says`);
      files.set(entry.filename, data);
    }
    return ok(files);
  } catch (cause) {
    return { ok: false, problem: { code: 'zip-damaged', message: `the zip is damaged or not complete (${reasonOf(cause)})`, cause } };
  } finally {
    await reader.close();
  }
}

/** The entry's bytes, written straight to their place; null as soon as there are more of them than its header says. */
async function unpack(entry: FileEntry): Promise<Uint8Array | null> {
  const whole = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  let tooLarge = false;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      tooLarge = length + chunk.length > whole.length;
      if (tooLarge) throw new TooLarge();
      whole.set(chunk, length);
      length += chunk.length;
    },
  });
  try {
    await entry.getData(sink);
  } catch (cause) {
    if (tooLarge) return null;
    throw cause;
  }
  return whole.subarray(0, length);
}

class TooLarge extends Error {}

const refused = (why: string) => fail('zip-refused', `the zip is refused: ${why}`);
const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** The name of the first file as its own header tells it, also where the rest of the zip is lost; null where there is none. */
export function firstZipName(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 || view.getUint32(0, true) !== 0x04034b50) return null;
  const length = view.getUint16(26, true);
  return bytes.length < 30 + length ? null : new TextDecoder().decode(bytes.subarray(30, 30 + length));
}
