import { themeFrequencies } from '../../app/analyses/theme-frequencies.ts';
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
    return ok({ output: tableText(format, themeFrequencies, options, themeFrequencies.run(project.value.snapshot, options)) });
  },
};
