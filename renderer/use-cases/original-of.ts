import type { Document } from '../../schemas/records/document.ts';
import { findBlob } from './load-contents.ts';
import { runtime } from './runtime.ts';

/** The bytes of the file that a document was read from; null where neither store nor data folder has it whole. */
export async function originalOf(document: Document): Promise<Uint8Array | null> {
  const { session } = runtime;
  return session && ((await findBlob(session.projectId, session.store, document.sourceSha256))?.bytes ?? null);
}
