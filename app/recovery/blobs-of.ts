import type { Change } from '../../schemas/change.ts';
import type { Sha256 } from '../../schemas/ids.ts';
import type { Document } from '../../schemas/records/document.ts';

/** Every document that these changes write, in each of its states: undo may bring any of them back. */
export function documentsIn(changes: Iterable<Pick<Change, 'ops'>>): Document[] {
  const documents: Document[] = [];
  for (const { ops } of changes) {
    for (const op of ops) if (op.op === 'put' && op.table === 'documents') documents.push(op.record);
  }
  return documents;
}

/** The files that these changes refer to: originals and contents, each once. */
export function blobsOf(changes: Iterable<Pick<Change, 'ops'>>): Sha256[] {
  return [...new Set(documentsIn(changes).flatMap((document) => [document.contentSha256, document.sourceSha256]))];
}
