import type { ExportOptions } from '../../app/exporters/exporter.ts';
import { exporters } from '../../app/exporters/registry.ts';
import { writeProjectFile } from '../../app/project-file/write-project-file.ts';
import { ok } from '../../app/support/result.ts';
import { onlyOne, WrongCall, type Command } from './command.ts';
import { readProject, type ReadProject } from './read-project.ts';
import { exportInstant } from './times.ts';
import { version } from './version.ts';

/** The exporters of the registry, and the project file itself, written anew. */
const formats = [...exporters.map(({ id }) => id), 'project'];

export const exportCommand: Command = {
  name: 'export',
  usage: 'PROJECT --to FORMAT --out PATH [--language nl|en]',
  summary: `Writes a project in another form: ${formats.join(', ')}.`,
  options: {
    to: { type: 'string', help: `one of ${formats.join(', ')}` },
    language: { type: 'string', help: 'of the words around the data: nl (default) or en' },
  },
  async run({ positionals, values, out }) {
    const file = onlyOne(positionals, 'PROJECT');
    const format = values.choice('to', formats);
    if (format === null) throw new WrongCall(`--to FORMAT is missing; it is one of ${formats.join(', ')}`);
    if (out === null) throw new WrongCall('--out PATH is missing');
    const language = values.choice('language', ['nl', 'en']) ?? 'nl';
    const project = await readProject(file);
    if (!project.ok) return project;
    return ok({ output: await write(project.value, format, { now: exportInstant(), version, language }) });
  },
};

async function write({ bundle, snapshot }: ReadProject, format: string, options: ExportOptions): Promise<Uint8Array> {
  const exporter = exporters.find(({ id }) => id === format);
  if (exporter) return exporter.write(snapshot, options);
  const { projectId, changes, blobs } = bundle;
  return writeProjectFile({ projectId, changes, blobs: async (sha) => blobs.get(sha) ?? null, now: options.now, version });
}
