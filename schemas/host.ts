import { z } from 'zod';
import { changeSchema, countsSchema } from './change.ts';
import { changeIdSchema, instantSchema, projectIdSchema, sha256Schema } from './ids.ts';

/**
 * The host contract: every call that the screen may make to the program around it. Electron's preload and the
 * loopback server implement it over the same services; stand-ins for tests derive from it. Arguments and results
 * are parsed on both sides. A call takes one object. No call takes or returns a path to act upon: files cross as
 * tokens that the host issued, and places are told in words for people (`where`).
 */
const bytesSchema = z.instanceof(Uint8Array);

/** Under this many free bytes nothing is written any more: the system and the browser's store need room to end well. */
export const minimalFreeBytes = 200 * 1024 * 1024;

/** A project's head: the number and id of its last change. */
export const headSchema = z.strictObject({ seq: z.int().nonnegative(), id: changeIdSchema.nullable() });
export type Head = z.infer<typeof headSchema>;

/** What the data folder holds of a project. */
export const projectOnDiskSchema = z.strictObject({
  id: projectIdSchema,
  name: z.string(),
  head: headSchema,
  counts: countsSchema,
  updatedAt: instantSchema.nullable(),
  /** What is wrong with the journal's file, in the words of the host's log; null where all of it can be read. */
  damage: z.string().nullable(),
});
export type ProjectOnDisk = z.infer<typeof projectOnDiskSchema>;

export const snapshotInfoSchema = z.strictObject({
  id: z.string().min(1),
  projectId: projectIdSchema,
  name: z.string(),
  head: headSchema,
  counts: countsSchema,
  at: instantSchema,
  bytes: z.int().nonnegative(),
  /** The file's place, for people. */
  where: z.string(),
});
export type SnapshotInfo = z.infer<typeof snapshotInfoSchema>;

/** A browser store that has held a project: the sentinel against stores that were silently emptied. */
export const copyInfoSchema = z.strictObject({
  copyId: z.guid(),
  host: z.enum(['electron', 'browser']),
  projectId: projectIdSchema,
  head: headSchema,
  counts: countsSchema,
  at: instantSchema,
});
export type CopyInfo = z.infer<typeof copyInfoSchema>;

/** What other places in the data folder hold of a project beyond some change: see `rescue.look`. */
export const rescueSchema = z.strictObject({
  /** How far the work can be brought; the change that was asked about where nothing follows on it. */
  head: headSchema,
  /** Rows that these changes add, less those that they remove. */
  gain: countsSchema,
  /** When the last of them was made. */
  updatedAt: instantSchema.nullable(),
  /** How many of them come from whole lines of a damaged journal, and how many from snapshots. */
  fromJournal: z.int().nonnegative(),
  fromSnapshots: z.int().nonnegative(),
  /** When the newest snapshot that was drawn on was made. */
  snapshotAt: instantSchema.nullable(),
  /** Snapshots that could not be read. */
  damagedSnapshots: z.int().nonnegative(),
  /** The highest number of a change in the damaged journal, whether it could be placed or not; 0: none. */
  seen: z.int().nonnegative(),
});
export type Rescue = z.infer<typeof rescueSchema>;

export const openPurposeSchema = z.enum(['document', 'project', 'codings']);
export type OpenPurpose = z.infer<typeof openPurposeSchema>;

/** What is asked for: one file, one or more, or a folder with all that is in it. */
export const openWhatSchema = z.enum(['one', 'several', 'folder']);
export type OpenWhat = z.infer<typeof openWhatSchema>;

/** No more files than these are taken in at once; a host stops looking one beyond. */
export const mostFiles = 2000;

export const fileTokenSchema = z.strictObject({
  token: z.string().min(1),
  name: z.string().min(1),
  /** The folders in which it was found, the chosen one first, joined by `/`; empty for a file that was chosen by itself. */
  folder: z.string(),
  /** `empty`: a folder without anything in it. `closed`: one that was not looked into: hidden, a link, or not to be read. */
  kind: z.enum(['file', 'empty', 'closed']),
  size: z.int().nonnegative(),
});
export type FileToken = z.infer<typeof fileTokenSchema>;

const none = z.strictObject({});

export const hostCalls = {
  /** Who the host is and what it stands on. */
  'host.info': {
    args: none,
    result: z.strictObject({
      host: z.enum(['electron', 'browser']),
      version: z.string(),
      /** BCP 47. */
      locale: z.string(),
      /** The data folder, for people. */
      where: z.string(),
      /** Free bytes on the data folder's disk; null where it can't be told. */
      freeBytes: z.number().nullable(),
      /** False: another program holds the data folder, so that everything here is read-only. */
      holdsFolder: z.boolean(),
    }),
  },
  /** The language that the screen is set to, for what the host says itself: Electron's menu and dialogs. Kept for the next start. */
  'host.language': { args: z.strictObject({ language: z.enum(['nl', 'en']) }), result: none },
  /**
   * Asks to be the window that writes. One window at a time; held until it closes or lets go. `windowId` is the caller's
   * own, by which the host knows it in every later call.
   */
  'lease.take': { args: z.strictObject({ windowId: z.guid() }), result: z.strictObject({ writer: z.boolean() }) },

  /** A dialog of the system (Electron); the browser host asks with a file input and never calls this. Null: cancelled. */
  'files.open': { args: z.strictObject({ purpose: openPurposeSchema, what: openWhatSchema }), result: z.array(fileTokenSchema).nullable() },
  /** The file behind a token, as it is now. */
  'files.read': { args: z.strictObject({ token: z.string() }), result: z.strictObject({ name: z.string(), bytes: bytesSchema }) },
  /** A save dialog of the system (Electron), written atomically. Null: cancelled. */
  'files.save': {
    args: z.strictObject({ suggestedName: z.string().min(1), bytes: bytesSchema }),
    result: z.strictObject({ where: z.string() }).nullable(),
  },

  'projects.list': { args: none, result: z.array(projectOnDiskSchema) },

  /** Changes after `after`, at most `limit`; `head` is the journal's. */
  'journal.read': {
    args: z.strictObject({ projectId: projectIdSchema, after: z.int().nonnegative(), limit: z.int().positive().max(5000) }),
    result: z.strictObject({ head: headSchema, changes: z.array(changeSchema), damage: z.string().nullable() }),
  },
  /**
   * Appends changes that follow on `expected`, synced to disk before it answers; records the copy's new state in the
   * sentinel. Refused with `journal-behind` where the journal's head is another (nothing is written).
   */
  'journal.append': {
    args: z.strictObject({
      projectId: projectIdSchema, name: z.string(), copyId: z.guid(), expected: headSchema,
      changes: z.array(changeSchema).min(1).max(5000), counts: countsSchema,
    }),
    result: z.strictObject({ head: headSchema }),
  },

  /** Content-addressed files of a project: originals and contents. `put` checks the hash and syncs. */
  'blobs.missing': { args: z.strictObject({ projectId: projectIdSchema, hashes: z.array(sha256Schema) }), result: z.array(sha256Schema) },
  'blobs.put': { args: z.strictObject({ projectId: projectIdSchema, sha256: sha256Schema, bytes: bytesSchema }), result: none },
  'blobs.get': { args: z.strictObject({ projectId: projectIdSchema, sha256: sha256Schema }), result: bytesSchema.nullable() },

  /** Puts files back that were lost or damaged, out of snapshots that have them; answers those that none has. */
  'blobs.restore': { args: z.strictObject({ projectId: projectIdSchema, hashes: z.array(sha256Schema) }), result: z.array(sha256Schema) },

  /**
   * What whole lines of a damaged journal and snapshots together hold that follows on `from`. Reads all of them where it
   * must, so it is asked only where something seems to be lost. Writes nothing.
   */
  'rescue.look': { args: z.strictObject({ projectId: projectIdSchema, from: headSchema }), result: rescueSchema },
  /** Makes the journal whole again with that, at once or not at all, and puts its files back. The damaged journal stays beside it. */
  'rescue.mend': { args: z.strictObject({ projectId: projectIdSchema }), result: rescueSchema },

  /** Snapshots are project files that the host makes from the journal: every so many changes, at close, and when asked. */
  'snapshots.list': { args: z.strictObject({ projectId: projectIdSchema.nullable() }), result: z.array(snapshotInfoSchema) },
  'snapshots.make': { args: z.strictObject({ projectId: projectIdSchema }), result: snapshotInfoSchema },
  'snapshots.read': { args: z.strictObject({ id: z.string().min(1) }), result: bytesSchema },
  /** Opens the folder that holds it in the system's file manager (Electron); false where the host can't. */
  'snapshots.show': { args: z.strictObject({ id: z.string().min(1) }), result: z.boolean() },

  /** The sentinel: what each store held when it last said so. */
  'copies.list': { args: none, result: z.array(copyInfoSchema) },
  'copies.record': { args: copyInfoSchema.omit({ at: true }), result: none },
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type HostCall = keyof typeof hostCalls;

/** The calls that write in the data folder: the host hears them only from the window that holds the lease (`read-only`). */
export const writingCalls: ReadonlySet<HostCall> = new Set<HostCall>([
  'journal.append', 'blobs.put', 'blobs.restore', 'rescue.mend', 'snapshots.make', 'copies.record',
]);

export type HostArgs<C extends HostCall> = z.input<(typeof hostCalls)[C]['args']>;
export type HostResult<C extends HostCall> = z.output<(typeof hostCalls)[C]['result']>;

/** Why the host could not do it. `message` is for the log; the screen has words of its own for each code. */
export const hostProblemSchema = z.strictObject({
  code: z.enum([
    'bad-call', 'not-found', 'read-only', 'journal-behind', 'journal-damaged', 'journal-newer', 'upgrade-failed', 'disk-full', 'disk-low', 'hash-mismatch',
    'bad-file', 'no-session', 'not-available', 'failed',
  ]),
  message: z.string(),
});
export type HostProblem = z.infer<typeof hostProblemSchema>;

/** The services' side of the contract: throws `HostFailure` for a problem that is expected. */
export type HostServices = { [C in HostCall]: (args: z.output<(typeof hostCalls)[C]['args']>) => Promise<HostResult<C>> };

/** What the host tells unasked. */
export const hostEventSchema = z.discriminatedUnion('kind', [
  /** A menu item or shortcut of the host: the id of a screen's command. */
  z.strictObject({ kind: z.literal('command'), id: z.string() }),
  /** The system asked to open files with Hoorwerk. */
  z.strictObject({ kind: z.literal('files'), files: z.array(fileTokenSchema) }),
  /** This window became the writer, since the other one closed. */
  z.strictObject({ kind: z.literal('lease'), writer: z.boolean() }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;
