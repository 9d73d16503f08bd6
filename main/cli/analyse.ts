import type { Analysis } from '../../app/analyses/analysis.ts';
import { analyses } from '../../app/analyses/registry.ts';
import { ok } from '../../app/support/result.ts';
import { onlyOne, WrongCall, type Command } from './command.ts';
import { readProject } from './read-project.ts';
import { tableText } from './table-text.ts';

const ids = analyses.map(({ id }) => id);

export const analyse: Command = {
  name: 'analyse',
  usage: 'PROJECT --analysis ID [--format csv|json]',
  summary: `Any analysis, with its defaults: ${ids.join(', ')}.`,
  options: {
    analysis: { type: 'string', help: `one of ${ids.join(', ')}` },
    format: { type: 'string', help: 'csv (default) or json, which says what was counted' },
  },
  async run({ positionals, values }) {
    const file = onlyOne(positionals, 'PROJECT');
    const format = values.choice('format', ['csv', 'json']) ?? 'csv';
    const id = values.choice('analysis', ids);
    const analysis: Analysis | undefined = analyses.find((one) => one.id === id);
    if (!analysis) throw new WrongCall(`--analysis ID is missing; it is one of ${ids.join(', ')}`);
    const project = await readProject(file);
    if (!project.ok) return project;
    const options = analysis.options.parse({});
    return ok({ output: tableText(format, analysis, options, analysis.run(project.value.snapshot, options)) });
  },
};
