import type { Change } from '../../schemas/change.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import { readContent } from '../../app/document/content-blob.ts';
import { blobsNamed } from '../../app/project-file/blobs.ts';
import { asked, host } from '../host/host.ts';
import type { ProjectStore } from '../store/project-store.ts';
import { digest } from './digest.ts';

interface Found { bytes: Uint8Array; from: 'store' | 'data-folder' }

/** A file of a project from the store, else from the data folder; null where neither has it whole. */
export async function findBlob(projectId: ProjectId, store: ProjectStore | null, sha256: Sha256): Promise<Found | null> {
  const here = await store?.getBlob(sha256);
  if (here && (await digest(here)) === sha256) return { bytes: here, from: 'store' };
  const there = await asked(host().call('blobs.get', { projectId, sha256 }));
  if (!there.ok || !there.value || (await digest(there.value)) !== sha256) return null;
  return { bytes: there.value, from: 'data-folder' };
}

/**
 * The contents of every document that the history knows, since undo may bring any of them back. Those that only the
 * data folder has are put in the store, where it may be written. A content that nobody has any more is left out.
 */
export async function loadContents(
  { projectId, store, changes, mayWrite }: { projectId: ProjectId; store: ProjectStore | null; changes: readonly Change[]; mayWrite: boolean },
): Promise<Map<Sha256, Content>> {
  const contents = new Map<Sha256, Content>();
  for (const contentSha256 of blobsNamed(changes).contents) {
    const found = await findBlob(projectId, store, contentSha256);
    const content = found && readContent(found.bytes);
    if (!found || !content?.ok) continue;
    contents.set(contentSha256, content.value);
    if (mayWrite && found.from === 'data-folder') await store?.putBlob(contentSha256, found.bytes);
  }
  return contents;
}
