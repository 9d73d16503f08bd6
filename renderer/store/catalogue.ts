import { z } from 'zod';
import type { Dexie } from 'dexie';
import { projectIdSchema, type ProjectId } from '../../schemas/ids.ts';
import { coderSchema, type Coder } from '../../schemas/records/coder.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { openDatabase } from './open-database.ts';
import { catalogueVersions } from './versions/registry.ts';

/** A project that was opened in this profile. */
const recentSchema = z.strictObject({ projectId: projectIdSchema, name: z.string(), openedAt: z.iso.datetime() });
type Recent = z.infer<typeof recentSchema>;

/** What this browser's profile knows besides its projects: the only user of the catalogue's tables. */
export interface Catalogue {
  /** The browser made it just now: a new profile, or one that was emptied. */
  readonly newlyMade: boolean;
  /** This profile's own id, under which the data folder's sentinel knows it. */
  readonly copyId: string;
  coder(): Promise<Coder | null>;
  setCoder(coder: Coder): Promise<void>;
  /** Newest first. */
  recents(): Promise<Recent[]>;
  opened(projectId: ProjectId, name: string, at: string): Promise<void>;
  close(): void;
}

/** Opens the catalogue, making one with an id of its own where there is none. */
export async function openCatalogue(): Promise<Result<Catalogue>> {
  const opened = await openDatabase('hoorwerk-catalogue', catalogueVersions);
  if (!opened.ok) return opened;
  const { db, newlyMade } = opened.value;
  return ok({
    newlyMade,
    copyId: await ownId(db),
    async coder() {
      const id: unknown = await db.table('prefs').get('coder');
      const parsed = coderSchema.safeParse(typeof id === 'string' ? await db.table('coders').get(id) : null);
      return parsed.success ? parsed.data : null;
    },
    async setCoder(coder) {
      await db.transaction('rw', ['coders', 'prefs'], async () => {
        await db.table('coders').put(coder);
        await db.table('prefs').put(coder.id, 'coder');
      });
    },
    async recents() {
      const rows: unknown[] = await db.table('recent').toArray();
      const recents = rows.flatMap((row) => {
        const parsed = recentSchema.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
      return recents.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
    },
    async opened(projectId, name, at) {
      await db.table('recent').put({ projectId, name, openedAt: at });
    },
    close: () => db.close(),
  });
}

/** Read and, the first time, made in one transaction, so that two windows agree on it. */
async function ownId(db: Dexie): Promise<string> {
  const fresh = crypto.randomUUID();
  return db.transaction('rw', ['prefs'], async () => {
    const parsed = z.guid().safeParse(await db.table('prefs').get('copyId'));
    if (parsed.success) return parsed.data;
    await db.table('prefs').put(fresh, 'copyId');
    return fresh;
  });
}
