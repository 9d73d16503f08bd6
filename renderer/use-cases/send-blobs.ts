import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { asked, host } from '../host/host.ts';
import { digest } from './digest.ts';

interface BlobsToSend {
  projectId: ProjectId;
  hashes: readonly Sha256[];
  /** A file of this window's store; null where it has none. */
  blob(sha256: Sha256): Promise<Uint8Array | null>;
}

/**
 * Gives the data folder those of these files that it lacks, or has damaged, and that this window's store has whole.
 * Answers those that it still lacks: what the store has damaged is not sent, since no other try would make it whole.
 */
export async function sendBlobs({ projectId, hashes, blob }: BlobsToSend): Promise<Result<Sha256[]>> {
  if (hashes.length === 0) return ok([]);
  const missing = await asked(host().call('blobs.missing', { projectId, hashes: [...hashes] }));
  if (!missing.ok) return missing;
  const left: Sha256[] = [];
  for (const sha256 of missing.value) {
    const bytes = await blob(sha256);
    if (!bytes || (await digest(bytes)) !== sha256) {
      left.push(sha256);
      continue;
    }
    const put = await asked(host().call('blobs.put', { projectId, sha256, bytes: new Uint8Array(bytes) }));
    if (!put.ok) return put;
  }
  return ok(left);
}

/** The same, and what the store lacks too is put back from snapshots where one has it. Answers those that nobody has. */
export async function putBlobsBack(blobs: BlobsToSend): Promise<Result<Sha256[]>> {
  const left = await sendBlobs(blobs);
  if (!left.ok || left.value.length === 0) return left;
  return asked(host().call('blobs.restore', { projectId: blobs.projectId, hashes: left.value }));
}
