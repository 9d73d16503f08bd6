import type { StoreVersion } from './version.ts';

/**
 * Records of version 2: memos may be on passages, contents may have import changes that were undone. The tables and the
 * rows that are there stay as they are; the number keeps older programs, which would not know such rows, out.
 */
export const projectV2: StoreVersion = { version: 2, records: 2, stores: {} };
