import type { StoreVersion } from './version.ts';

/** What this browser's profile knows besides its projects: `prefs` by name, the coder's profile, recent projects. */
export const catalogueV1: StoreVersion = {
  version: 1,
  stores: { prefs: '', coders: 'id', recent: 'projectId' },
};
