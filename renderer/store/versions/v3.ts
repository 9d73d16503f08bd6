import type { StoreVersion } from './version.ts';

/** Records of version 3: saved queries, in a table of their own. */
export const projectV3: StoreVersion = { version: 3, records: 3, stores: { queries: 'id' } };
