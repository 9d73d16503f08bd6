import type { DocumentId } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import { acceptedDocument } from '../../app/coding/accepted-document.ts';
import type { Reading } from '../../app/importers/importer.ts';
import { importAnew, isReadFrom, reviewAgain } from '../../app/review/accepted.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { currentSnapshot } from './current-snapshot.ts';
import { findBlob } from './load-contents.ts';
import { telling } from './notices.ts';
import { rereadDocument } from './read-document-file.ts';
import { runtime } from './runtime.ts';

/** Which accepted document a review is of, and how it stood when the review began. */
export interface ReviewOf {
  documentId: DocumentId;
  before: Content;
  /** Both contents stand on one source text, so that passages go where their letters go. */
  sameSource: boolean;
  how: 'again' | 'anew';
}

/** A reading under review. */
export interface InReview {
  reading: Reading;
  /** The original; empty where an accepted document's is not to be had. */
  bytes: Uint8Array;
  /** Null: a document that is not in the project yet. */
  of: ReviewOf | null;
}

/** An accepted document with its stored content, and the source read from its original. Null: stopped. */
export async function startReviewAgain(documentId: DocumentId): Promise<Result<InReview | null>> {
  return telling(await begin(documentId, 'again'));
}

/** An accepted document's original, read as this program reads it now. Null: stopped. */
export async function startImportAnew(documentId: DocumentId): Promise<Result<InReview | null>> {
  return telling(await begin(documentId, 'anew'));
}

/** A new reading of the document under review, as another kind, as the same document. */
export function asAccepted(fresh: Reading, of: ReviewOf | null): Reading {
  const accepted = of && acceptedDocument(currentSnapshot(), of.documentId);
  return accepted ? importAnew(accepted, fresh) : fresh;
}

async function begin(documentId: DocumentId, how: ReviewOf['how']): Promise<Result<InReview | null>> {
  const accepted = acceptedDocument(currentSnapshot(), documentId);
  const { session } = runtime;
  if (!session || !accepted) return fail('record-missing', 'there is no such document in the project', { table: 'documents' });
  const { document, content } = accepted;
  const original = await findBlob(session.projectId, session.store, document.sourceSha256);
  if (!original) {
    if (how === 'anew') return fail('original-missing', `the original of "${document.name}" is neither in the store nor in the data folder`, { name: document.name });
    return ok({ reading: reviewAgain(accepted, null), bytes: new Uint8Array(), of: { documentId, before: content, sameSource: true, how } });
  }
  // What was read as plain text may be known better by now; another kind was recognised or chosen.
  const as = document.kind === 'plain' ? {} : { as: document.kind };
  const fresh = await rereadDocument({ bytes: original.bytes, name: document.fileName, ...as });
  if (!fresh.ok || !fresh.value) return fresh.ok ? ok(null) : fresh;
  const reading = how === 'anew' ? importAnew(accepted, fresh.value) : reviewAgain(accepted, fresh.value);
  const sameSource = how === 'again' || isReadFrom(content, reading.source);
  return ok({ reading, bytes: original.bytes, of: { documentId, before: content, sameSource, how } });
}
