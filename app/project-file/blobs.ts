import type { Change } from '../../schemas/change.ts';
import type { Sha256 } from '../../schemas/ids.ts';

/** Which blobs a history names, of documents that are there and that were: hashes in the order of first mention. */
export function blobsNamed(changes: Iterable<Change>): { contents: Set<Sha256>; originals: Set<Sha256> } {
  const contents = new Set<Sha256>();
  const originals = new Set<Sha256>();
  for (const change of changes) {
    for (const op of [...change.ops, ...change.inverse]) {
      if (op.op !== 'put' || op.table !== 'documents') continue;
      contents.add(op.record.contentSha256);
      originals.add(op.record.sourceSha256);
    }
  }
  return { contents, originals };
}
