import { createHash } from 'node:crypto';
import { z } from 'zod';
import { changeSchema, type Change } from '../../schemas/change.ts';
import { changeIdSchema, type ProjectId } from '../../schemas/ids.ts';
import { knownRecords, recordsVersion, upgradeFrom, type KnownRecords } from '../../schemas/upgrades/index.ts';

/**
 * A project's journal: a text of lines that people and programs can read. First a header, then one line a change:
 * `{"sha256":"…","change":{…}}`, where the sum is of the change's own bytes. Only ever grows.
 */
const journalVersion = 1;

const headerSchema = z.looseObject({
  format: z.literal('hoorwerk-journal'), version: z.int().positive(), projectId: z.guid(),
  /** The version of records in its changes (schemas/upgrades). A journal is written as well as read: a newer one is left alone. */
  records: z.int().positive().default(1),
});

/** What every version of a change has: its place. */
const linkSchema = z.looseObject({ id: changeIdSchema, seq: z.int(), previous: changeIdSchema.nullable() });

export interface JournalText {
  /** The changes that can be read: from the first on, without a gap. */
  changes: Change[];
  /** Byte offsets at which the lines of `changes` begin, and last the end of the last one. */
  offsets: number[];
  /** Whether the first line is what it must be; where it isn't, the changes are readable nonetheless. */
  header: boolean;
  /** Where the lines are of an older version of records: which, and what they hold. `changes` are then upgraded ones. */
  older: { version: number; rows: unknown[] } | null;
  /** What is wrong; null where all of it can be read. `cutTail`: no more than an unfinished last line. */
  damage: { reason: string; cutTail: boolean } | null;
}

/** Why a whole journal is left alone. */
export interface Refused { refused: 'journal-newer' | 'journal-damaged' | 'upgrade-failed'; message: string }

export function headerLine(projectId: ProjectId, records = recordsVersion): Buffer {
  return Buffer.from(`${JSON.stringify({ format: 'hoorwerk-journal', version: journalVersion, records, projectId })}\n`);
}

export function changeLine(change: Change): Buffer {
  const json = JSON.stringify(change);
  return Buffer.from(`${prefix(createHash('sha256').update(json).digest('hex'))}${json}}\n`);
}

/** Reads a journal up to the first line that is not whole, checking sum, shape and chain of each. */
export function readJournal(bytes: Buffer, projectId: ProjectId, known: KnownRecords = knownRecords): JournalText | Refused {
  const headerEnd = bytes.indexOf(newline) + 1;
  const header = headerSchema.safeParse(parseJson(bytes.subarray(0, headerEnd)));
  if (header.success && (header.data.version > journalVersion || header.data.records > known.version)) {
    const { version, records } = header.data;
    return { refused: 'journal-newer', message: `the journal was written by a newer Hoorwerk (format ${version}, records ${records})` };
  }
  if (header.success && header.data.projectId !== projectId) {
    return { refused: 'journal-damaged', message: `the journal in this folder is of another project (${header.data.projectId})` };
  }
  const version = header.success ? header.data.records : known.version;
  // A damaged first line may have lost its end too: the changes begin at the first thing that looks like one.
  const looksLikeOne = bytes.indexOf('{"sha256":"');
  const start = header.success ? headerEnd : looksLikeOne < 0 ? bytes.length : looksLikeOne;
  const rows = readRows(bytes, start, version < known.version ? linkSchema : changeSchema);
  if ('refused' in rows) return rows;
  const { offsets, damage: found } = rows;
  const damage = found ?? (header.success ? null : { reason: 'the first line is damaged', cutTail: false });
  // Read by the schema of changes, as the version wants it.
  if (version === known.version) return { changes: rows.rows as Change[], offsets, header: header.success, older: null, damage };
  const upgraded = upgradeRows(rows.rows, version, known);
  return typeof upgraded === 'string'
    ? { refused: 'upgrade-failed', message: upgraded }
    : { changes: upgraded, offsets, header: header.success, older: { version, rows: rows.rows }, damage };
}

type Rows = Pick<JournalText, 'offsets' | 'damage'> & { rows: Link[] };
type Link = z.output<typeof linkSchema> | Change;

function readRows(bytes: Buffer, start: number, schema: z.ZodType<Link>): Rows | Refused {
  const found: Rows = { rows: [], offsets: [start], damage: null };
  for (let at = start; at < bytes.length;) {
    const end = bytes.indexOf(newline, at) + 1;
    const row = end === 0 ? 'the last line is cut' : readLine(bytes.subarray(at, end - 1), schema);
    if (row === unknownChange) {
      // Whole by its own sum and yet not ours: no damage, so nothing of it may be cut off.
      return { refused: 'journal-newer', message: `line ${found.rows.length + 2} of the journal was written by another version of Hoorwerk` };
    }
    const reason = typeof row === 'string' ? row : breaksChain(found.rows, row);
    if (typeof row === 'string' || reason) return { ...found, damage: { reason: `${reason} (line ${found.rows.length + 2})`, cutTail: end === 0 } };
    found.rows.push(row);
    found.offsets.push(end);
    at = end;
  }
  return found;
}

/** Changes of an older version as this program knows them, or why they can't be made. */
function upgradeRows(rows: unknown[], version: number, { steps }: KnownRecords): Change[] | string {
  try {
    const changes = z.array(changeSchema).safeParse(upgradeFrom(version, { records: null, changes: rows }, steps).changes);
    return changes.success ? changes.data : `the upgrade from records ${version} makes what is no change: ${z.prettifyError(changes.error)}`;
  } catch (cause) {
    return `the upgrade from records ${version} failed: ${String(cause)}`;
  }
}

/** The changes in whole lines that were found good before. Null where one no longer is. */
export function readLines(bytes: Buffer): Change[] | null {
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(newline, at) + 1;
    const change = end === 0 ? null : readLine(bytes.subarray(at, end - 1), changeSchema);
    if (change === null || change === unknownChange || typeof change === 'string') return null;
    changes.push(change);
    at = end;
  }
  return changes;
}

/** Every line that is whole by its own sum and holds a change, whatever stands around it; upgraded where its header says that it is older. */
export function wholeLines(bytes: Buffer, known: KnownRecords): Change[] {
  const header = headerSchema.safeParse(parseJson(bytes.subarray(0, bytes.indexOf(newline) + 1)));
  const version = header.success ? header.data.records : known.version;
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(newline, at);
    const row = readLine(bytes.subarray(at, end < 0 ? bytes.length : end), linkSchema);
    if (typeof row === 'object') {
      const upgraded = upgradeRows([row], version, known);
      if (typeof upgraded !== 'string') changes.push(...upgraded);
    }
    at = end < 0 ? bytes.length : end + 1;
  }
  return changes;
}

const newline = 0x0a;
const prefix = (sum: string) => `{"sha256":"${sum}","change":`;
const prefixLength = prefix('0'.repeat(64)).length;

/** A line that is whole, but holds no change that this program knows. */
const unknownChange = Symbol('unknown change');

/** The change of a line, or what is wrong with the line. */
function readLine<T extends Link>(line: Buffer, schema: z.ZodType<T>): T | typeof unknownChange | string {
  const json = line.subarray(prefixLength, -1);
  const sum = createHash('sha256').update(json).digest('hex');
  if (line.toString('latin1', 0, prefixLength) !== prefix(sum) || line.at(-1) !== 0x7d) return 'the checksum is not that of the line';
  const change = schema.safeParse(parseJson(json));
  return change.success ? change.data : unknownChange;
}

function breaksChain(before: readonly Link[], { seq, previous }: Link): string | null {
  const last = before.at(-1);
  return seq === (last?.seq ?? 0) + 1 && previous === (last?.id ?? null) ? null : `change ${seq} does not follow on the one before`;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
