import { exporters } from '../../app/exporters/registry.ts';
import { readProjectFile } from '../../app/project-file/read-project-file.ts';
import { writeProjectFile } from '../../app/project-file/write-project-file.ts';
import { fail, ok } from '../../app/support/result.ts';
import type { JobHandlers } from './jobs.ts';

/** Project files and exports. */
export const projectJobs: JobHandlers<'readProject' | 'writeProject' | 'export'> = {
  readProject: ({ bytes }) => readProjectFile(bytes),
  async writeProject({ blobs, ...project }) {
    return ok(await writeProjectFile({ ...project, blobs: async (sha256) => blobs.get(sha256) ?? null }));
  },
  async export({ exporterId, snapshot, options }, context) {
    const exporter = exporters.find(({ id }) => id === exporterId);
    return exporter ? ok(await exporter.write(snapshot, { ...options, ...context })) : fail('unknown-format', `there is no exporter "${exporterId}"`);
  },
};
