import { createHash } from 'node:crypto';
import { z } from 'zod';
import { changeSchema, type Change } from '../../schemas/change.ts';
import type { ChangeId, ProjectId } from '../../schemas/ids.ts';

/**
 * A project's journal: a text of lines that people and programs can read. First a header, then one line a change:
 * `{"sha256":"…","change":{…}}`, where the sum is of the change's own bytes. Only ever grows.
 */
const journalVersion = 1;

const headerSchema = z.looseObject({ format: z.literal('hoorwerk-journal'), version: z.int().positive(), projectId: z.guid() });

export interface JournalText {
  /** The changes that can be read: from the first on, without a gap. */
  changes: Change[];
  /** Byte offsets at which the lines of `changes` begin, and last the end of the last one. */
  offsets: number[];
  /** Whether the first line is what it must be; where it isn't, the changes are readable nonetheless. */
  header: boolean;
  /** What is wrong; null where all of it can be read. `cutTail`: no more than an unfinished last line. */
  damage: { reason: string; cutTail: boolean } | null;
}

/** Why a whole journal is left alone. */
export interface Refused { refused: 'newer' | 'foreign'; message: string }

export function headerLine(projectId: ProjectId): Buffer {
  return Buffer.from(`${JSON.stringify({ format: 'hoorwerk-journal', version: journalVersion, projectId })}\n`);
}

export function changeLine(change: Change): Buffer {
  const json = JSON.stringify(change);
  return Buffer.from(`${prefix(createHash('sha256').update(json).digest('hex'))}${json}}\n`);
}

/** Reads a journal up to the first line that is not whole, checking sum, shape and chain of each. */
export function readJournal(bytes: Buffer, projectId: ProjectId): JournalText | Refused {
  const headerEnd = bytes.indexOf(newline) + 1;
  const header = headerSchema.safeParse(parseJson(bytes.subarray(0, headerEnd)));
  if (header.success && header.data.version > journalVersion) {
    return { refused: 'newer', message: `the journal was written by a newer Hoorwerk (format ${header.data.version})` };
  }
  if (header.success && header.data.projectId !== projectId) {
    return { refused: 'foreign', message: `the journal in this folder is of another project (${header.data.projectId})` };
  }
  // A damaged first line may have lost its end too: the changes begin at the first thing that looks like one.
  const looksLikeOne = bytes.indexOf('{"sha256":"');
  const start = header.success ? headerEnd : looksLikeOne < 0 ? bytes.length : looksLikeOne;
  const text: JournalText = { changes: [], offsets: [start], header: header.success, damage: null };
  for (let at = start; at < bytes.length;) {
    const end = bytes.indexOf(newline, at) + 1;
    const change = end === 0 ? 'the last line is cut' : readLine(bytes.subarray(at, end - 1));
    if (change === unknownChange) {
      // Whole by its own sum and yet not ours: no damage, so nothing of it may be cut off.
      return { refused: 'newer', message: `line ${text.changes.length + 2} of the journal was written by another version of Hoorwerk` };
    }
    const reason = typeof change === 'string' ? change : breaksChain(text.changes, change);
    if (typeof change === 'string' || reason) {
      text.damage = { reason: `${reason} (line ${text.changes.length + 2})`, cutTail: end === 0 };
      return text;
    }
    text.changes.push(change);
    text.offsets.push(end);
    at = end;
  }
  if (!header.success) text.damage = { reason: 'the first line is damaged', cutTail: false };
  return text;
}

/** The changes in whole lines that were found good before. Null where one no longer is. */
export function readLines(bytes: Buffer): Change[] | null {
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(newline, at) + 1;
    const change = end === 0 ? null : readLine(bytes.subarray(at, end - 1));
    if (change === null || change === unknownChange || typeof change === 'string') return null;
    changes.push(change);
    at = end;
  }
  return changes;
}

/** Every line that is whole by its own sum and holds a change, whatever stands around it. */
export function wholeLines(bytes: Buffer): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(newline, at);
    const change = readLine(bytes.subarray(at, end < 0 ? bytes.length : end));
    if (typeof change === 'object') changes.push(change);
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
function readLine(line: Buffer): Change | typeof unknownChange | string {
  const json = line.subarray(prefixLength, -1);
  const sum = createHash('sha256').update(json).digest('hex');
  if (line.toString('latin1', 0, prefixLength) !== prefix(sum) || line.at(-1) !== 0x7d) return 'the checksum is not that of the line';
  const change = changeSchema.safeParse(parseJson(json));
  return change.success ? change.data : unknownChange;
}

function breaksChain(changes: readonly Change[], change: Change): string | null {
  const last = changes.at(-1);
  const previous: ChangeId | null = last?.id ?? null;
  return change.seq === (last?.seq ?? 0) + 1 && change.previous === previous ? null : `change ${change.seq} does not follow on the one before`;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
