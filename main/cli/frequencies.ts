import { themeFrequencies } from '../../app/analyses/theme-frequencies.ts';
import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { ok } from '../../app/support/result.ts';
import { onlyOne, type Command } from './command.ts';
import { readProject } from './read-project.ts';
import { tableText } from './table-text.ts';

export const frequencies: Command = {
  name: 'frequencies',
  usage: 'PROJECT [--by speaker|role|document] [--include-moderators] [--format csv|json]',
  summary: 'Theme frequencies: how much was said on each theme, by how many.',
  options: {
    by: { type: 'string', help: 'a row for each theme and each speaker, role or document' },
    'include-moderators': { type: 'boolean', help: 'count moderators and turns without a speaker too' },
    format: { type: 'string', help: 'csv (default) or json, which says what was counted' },
  },
  async run({ positionals, values }) {
    const file = onlyOne(positionals, 'PROJECT');
    const format = values.choice('format', ['csv', 'json']) ?? 'csv';
    const by = values.choice('by', ['speaker', 'role', 'document']);
    const project = await readProject(file);
    if (!project.ok) return project;
    const options = themeFrequencies.options.parse({ by, includeModerators: values.flag('include-moderators') });
    const { snapshot } = project.value;
    const output = tableText(format, themeFrequencies, options, themeFrequencies.run(snapshot, options));
    return ok({ output, notes: notCounted(snapshot, { ...options, by: null, withSubtree: false }) });
  },
};

/** How many codings are in no row; a figure that leaves something out says so. */
function notCounted(snapshot: ProjectSnapshot, options: Parameters<typeof themeFrequencies.run>[1]): string[] {
  const counted = themeFrequencies.run(snapshot, options).rows.reduce((sum, row) => sum + Number(row['codings']), 0);
  const all = snapshot.state.codings.size;
  const where = options.includeModerators ? 'outside the turns' : 'outside the turns, or only in turns of moderators or without a speaker (--include-moderators counts those)';
  return counted === all ? [] : [`${all - counted} of ${all} codings are not counted: they lie ${where}`];
}
