import { z } from 'zod';
import { changeSchema, type Change } from '../../schemas/change.ts';
import type { ProjectId, Sha256 } from '../../schemas/ids.ts';
import {
  historyName, manifestHeadSchema, manifestName, manifestSchema, projectName, projectRecordsSchema, type Manifest, type ProjectRecords,
} from '../../schemas/project-file.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import { recordsVersion, upgradeFrom } from '../../schemas/upgrades/index.ts';
import { replay } from '../coding/change.ts';
import { countsOf, emptyState, type ProjectState } from '../coding/state.ts';
import { readContent } from '../document/content-blob.ts';
import { plainText } from '../document/plain-text.ts';
import { sha256 } from '../support/hash.ts';
import { firstZipName, readZip } from '../support/read-zip.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { sameValue } from '../support/same-value.ts';
import { blobsNamed } from './blobs.ts';
import { differingTable, recordsOf } from './records.ts';

/** A project as it was read from a file, whole and proved. */
export interface ProjectBundle {
  projectId: ProjectId;
  name: string;
  changes: Change[];
  state: ProjectState;
  /** Contents and originals by hash, of documents that the project has or that its history knows. */
  blobs: Map<Sha256, Uint8Array>;
  /** The contents among the blobs, read. A document whose content the file's maker no longer had has none. */
  contents: Map<Sha256, Content>;
  manifest: Manifest;
}

/**
 * Reads a project file, or nothing of it: hashes, history, records and texts must all agree. `not-a-project`: another
 * kind of file; `project-damaged`: values say which `part`; `project-newer`: a newer program is needed to read it.
 */
export async function readProjectFile(bytes: Uint8Array): Promise<Result<ProjectBundle>> {
  if (bytes.length === 0) return fail('not-a-project', 'the file is empty, so it holds no project');
  const zip = await readZip(bytes);
  if (!zip.ok && firstZipName(bytes) !== manifestName) return fail('not-a-project', 'the file is not a project file of Hoorwerk');
  if (!zip.ok) return damaged('file', zip.problem.message);
  const files = zip.value;
  const manifest = readManifest(files.get(manifestName));
  if (!manifest.ok) return manifest;
  const whole = checkEntries(files, manifest.value);
  if (!whole.ok) return whole;
  const parsed = parseRecords(files, manifest.value);
  if (!parsed.ok) return parsed;
  const state = checkHistory(parsed.value, manifest.value);
  if (!state.ok) return state;
  const blobs = readBlobs(files, parsed.value.changes, manifest.value);
  if (!blobs.ok) return blobs;
  for (const document of state.value.documents.values()) {
    const text = checkDocument(document, files, blobs.value.contents, manifest.value);
    if (!text.ok) return text;
  }
  const { projectId, name } = manifest.value;
  return ok({ projectId, name, changes: parsed.value.changes, state: state.value, ...blobs.value, manifest: manifest.value });
}

const damaged = (part: string, what: string) =>
  fail('project-damaged', `the project file is damaged (${part}: ${what}); nothing was read, so go back to an earlier copy or a snapshot`, { part });

function readManifest(bytes: Uint8Array | undefined): Result<Manifest> {
  const raw = bytes && parseJson(bytes);
  if (!raw) return fail('not-a-project', 'the file is a zip without the manifest of a Hoorwerk project');
  const head = raw.ok ? manifestHeadSchema.safeParse(raw.value) : null;
  if (!raw.ok) return damaged(manifestName, raw.problem.message);
  if (!head?.success) {
    const format = z.object({ format: z.literal('hoorwerk') }).safeParse(raw.value);
    return format.success ? damaged(manifestName, reason(head?.error)) : fail('not-a-project', 'the file is not a project file of Hoorwerk');
  }
  const { minReaderVersion, formatVersion, program } = head.data;
  if (minReaderVersion > recordsVersion) return newer(minReaderVersion, program.version);
  const manifest = manifestSchema.safeParse(raw.value);
  if (manifest.success) return ok(manifest.data);
  return formatVersion > recordsVersion ? newer(formatVersion, program.version) : damaged(manifestName, reason(manifest.error));
}

const newer = (needs: number, version: string) =>
  fail('project-newer', `the project file was made by a newer Hoorwerk (${version}, format ${needs}); this one reads format ${recordsVersion}, so update it`, { version, needs });

/** Every file that the manifest names is there as it says, and no other. */
function checkEntries(files: ReadonlyMap<string, Uint8Array>, { entries, formatVersion }: Manifest): Result<null> {
  for (const [name, { sha256: hash, bytes }] of Object.entries(entries)) {
    const file = files.get(name);
    if (!file) return damaged(name, 'it is missing');
    if (file.length !== bytes || sha256(file) !== hash) return damaged(name, 'it is not what the manifest says');
  }
  for (const name of files.keys()) {
    if (name !== manifestName && !Object.hasOwn(entries, name)) return damaged(name, 'the manifest does not know it');
    if (formatVersion <= recordsVersion && !knownName.test(name)) return damaged(name, 'no project file has such a part');
  }
  return ok(null);
}

const knownName = /^(?:manifest\.json|project\.json|history\.ndjson|documents\/[0-9a-f-]{36}\.txt|contents\/[0-9a-f]{64}\.json|originals\/[0-9a-f]{64})$/;

function parseRecords(files: ReadonlyMap<string, Uint8Array>, { formatVersion, program }: Manifest): Result<{ records: ProjectRecords; changes: Change[] }> {
  const raw = parseJson(files.get(projectName));
  if (!raw.ok) return damaged(projectName, raw.problem.message);
  const lines = parseLines(files.get(historyName));
  if (!lines.ok) return damaged(historyName, lines.problem.message);
  const upgraded = upgradeFrom(formatVersion, { records: raw.value, changes: lines.value });
  const not = (part: string, error: z.ZodError) => (formatVersion > recordsVersion ? newer(formatVersion, program.version) : damaged(part, reason(error)));
  const records = projectRecordsSchema.safeParse(upgraded.records);
  if (!records.success) return not(projectName, records.error);
  const changes = z.array(changeSchema).safeParse(upgraded.changes);
  if (!changes.success) return not(historyName, changes.error);
  return ok({ records: records.data, changes: changes.data });
}

function checkHistory({ records, changes }: { records: ProjectRecords; changes: Change[] }, manifest: Manifest): Result<ProjectState> {
  const replayed = replay(emptyState, changes);
  if (!replayed.ok) return damaged(historyName, replayed.problem.message);
  const state = replayed.value;
  if (state.seq !== manifest.head.seq || state.head !== manifest.head.id) return damaged(historyName, 'it ends elsewhere than the manifest says');
  if (!sameValue(countsOf(state), manifest.counts)) return damaged(manifestName, 'its counts are not those of the records');
  if ((state.project?.name ?? '') !== manifest.name) return damaged(manifestName, 'its name is not that of the project');
  const table = differingTable(recordsOf(state), records);
  return table ? damaged(projectName, `its ${table} are not those that the history makes`) : ok(state);
}

function readBlobs(files: ReadonlyMap<string, Uint8Array>, changes: readonly Change[], manifest: Manifest): Result<Pick<ProjectBundle, 'blobs' | 'contents'>> {
  const named = blobsNamed(changes);
  const blobs = new Map<Sha256, Uint8Array>();
  const contents = new Map<Sha256, Content>();
  const take = (sha: Sha256, name: string): Result<Uint8Array | null> => {
    const bytes = files.get(name);
    if (!bytes) return manifest.missing.includes(sha) ? ok(null) : damaged(name, 'it is missing');
    if (sha256(bytes) !== sha) return damaged(name, 'it is not what its name says');
    blobs.set(sha, bytes);
    return ok(bytes);
  };
  for (const sha of named.contents) {
    const name = `contents/${sha}.json`;
    const bytes = take(sha, name);
    if (!bytes.ok) return bytes;
    const content = bytes.value && readContent(bytes.value);
    if (content && !content.ok) return damaged(name, content.problem.message);
    if (content) contents.set(sha, content.value);
  }
  for (const sha of named.originals) {
    const bytes = take(sha, `originals/${sha}`);
    if (!bytes.ok) return bytes;
  }
  return ok({ blobs, contents });
}

/** A document whose content the file itself says it lacks is read without its text; the codings keep their quotations. */
function checkDocument(
  document: Document, files: ReadonlyMap<string, Uint8Array>, contents: ReadonlyMap<Sha256, Content>, { missing }: Manifest,
): Result<null> {
  const name = `documents/${document.id}.txt`;
  const content = contents.get(document.contentSha256);
  const file = files.get(name);
  if (!content && missing.includes(document.contentSha256)) return file ? damaged(name, 'its content is not there to hold it against') : ok(null);
  if (!content) return damaged(`contents/${document.contentSha256}.json`, 'it is missing');
  if (!file) return damaged(name, 'it is missing');
  const text = plainText(content);
  if (sha256(text.text) !== document.textSha256 || text.codePoints !== document.characters) return damaged(name, 'the text is another than its record says');
  return sha256(file) === document.textSha256 ? ok(null) : damaged(name, 'it is not the text of the document');
}

function parseJson(bytes: Uint8Array | undefined): Result<unknown> {
  if (!bytes) return fail('json', 'it is missing');
  try {
    return ok(JSON.parse(decode(bytes)));
  } catch {
    return fail('json', 'it is not JSON in UTF-8');
  }
}

function parseLines(bytes: Uint8Array | undefined): Result<unknown[]> {
  if (!bytes) return fail('json', 'it is missing');
  const values: unknown[] = [];
  try {
    const lines = decode(bytes).split('\n');
    if (lines.pop() !== '') return fail('json', 'its last line is cut off');
    for (const line of lines) values.push(JSON.parse(line));
  } catch {
    return fail('json', `line ${values.length + 1} is not JSON in UTF-8`);
  }
  return ok(values);
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

function reason(error: z.ZodError | undefined): string {
  const issue = error?.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'it is not as it should be';
}
