import { catalogueV1 } from './catalogue-v1.ts';
import { projectV1 } from './v1.ts';
import { projectV2 } from './v2.ts';
import { projectV3 } from './v3.ts';
import type { StoreVersion } from './version.ts';

/** Every version of a project's database, oldest first. */
export const projectVersions: readonly StoreVersion[] = [projectV1, projectV2, projectV3];

/** Every version of the catalogue, oldest first. */
export const catalogueVersions: readonly StoreVersion[] = [catalogueV1];
