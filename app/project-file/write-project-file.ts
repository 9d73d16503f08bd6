import type { Change } from '../../schemas/change.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import { historyName, manifestName, projectName, type Manifest } from '../../schemas/project-file.ts';
import { recordsVersion } from '../../schemas/upgrades/index.ts';
import { replay } from '../coding/change.ts';
import { countsOf, emptyState } from '../coding/state.ts';
import { readContent } from '../document/content-blob.ts';
import { plainText } from '../document/plain-text.ts';
import { canonicalJson } from '../support/canonical-json.ts';
import { sha256 } from '../support/hash.ts';
import { zipLimits } from '../support/read-zip.ts';
import { zipFiles } from '../support/zip-files.ts';
import { blobsNamed } from './blobs.ts';
import { recordsJson, recordsOf } from './records.ts';

export interface ProjectToWrite {
  projectId: ProjectId;
  /** The whole history, from the first change. */
  changes: readonly Change[];
  /** A content or an original by its hash; null where it is not to be had. */
  blobs: (sha: Sha256) => Promise<Uint8Array | null>;
  now: string;
  /** Version of the program. */
  version: string;
}

/** Files of this version can be read by programs from this version on: older ones know no saved queries. */
const minReaderVersion = 3;

/**
 * A project as a file (schemas/project-file.ts). The same project, `now` and `version` give the same bytes. An original
 * or content that is not to be had is named in the manifest, and a document without its content has no text in the file.
 * @throws Error where the history does not hold together or a blob is another than its hash says.
 */
export async function writeProjectFile({ projectId, changes, blobs, now, version }: ProjectToWrite): Promise<Uint8Array> {
  const replayed = replay(emptyState, changes);
  if (!replayed.ok) throw new Error(replayed.problem.message);
  const state = replayed.value;
  const named = blobsNamed(changes);
  const files = new Map<string, Uint8Array>([
    [projectName, utf8(recordsJson(recordsOf(state)))],
    [historyName, utf8(changes.map((change) => `${canonicalJson(change)}\n`).join(''))],
  ]);
  const missing = new Set<Sha256>();
  const take = async (sha: Sha256, name: string) => {
    const bytes = await blobs(sha);
    if (!bytes) missing.add(sha);
    else if (sha256(bytes) !== sha) throw new Error(`the blob ${sha} holds something else than its name says`);
    else files.set(name, bytes);
    return bytes;
  };
  const texts = new Map<Sha256, string>();
  const current = new Set([...state.documents.values()].map((document) => document.contentSha256));
  for (const sha of named.contents) {
    const bytes = await take(sha, `contents/${sha}.json`);
    if (!bytes || !current.has(sha)) continue;
    const content = readContent(bytes);
    if (!content.ok) throw new Error(`the content ${sha} of a document is damaged`);
    texts.set(sha, plainText(content.value).text);
  }
  for (const document of recordsOf(state).documents) {
    const text = texts.get(document.contentSha256);
    if (text !== undefined) files.set(`documents/${document.id}.txt`, utf8(text));
  }
  for (const sha of named.originals) await take(sha, `originals/${sha}`);
  for (const [name, bytes] of files) if (bytes.length > zipLimits.entryBytes) throw new Error(`${name} is larger than a project file can hold`);
  const entries = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const manifest: Manifest = {
    format: 'hoorwerk', formatVersion: recordsVersion, minReaderVersion,
    program: { name: 'Hoorwerk', version },
    projectId, name: state.project?.name ?? '', savedAt: now,
    head: { seq: state.seq, id: state.head }, counts: countsOf(state),
    entries: Object.fromEntries(entries.map(([name, bytes]) => [name, { sha256: sha256(bytes), bytes: bytes.length }])),
    missing: [...missing].toSorted(),
  };
  return zipFiles(new Map([[manifestName, utf8(`${JSON.stringify(manifest, null, 1)}\n`)], ...entries]), now);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
