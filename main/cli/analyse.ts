import type { Analysis } from '../../app/analyses/analysis.ts';
import { analyses, analysisOf } from '../../app/analyses/registry.ts';
import { ok } from '../../app/support/result.ts';
import { onlyOne, WrongCall, type Command } from './command.ts';
import { readProject } from './read-project.ts';
import { tableText } from './table-text.ts';

const ids = analyses.map(({ id }) => id);

export const analyse: Command = {
  name: 'analyse',
  usage: 'PROJECT --analysis ID [--option NAME=VALUE…] [--format csv|json]',
  summary: `Any analysis: ${ids.join(', ')}.`,
  options: {
    analysis: { type: 'string', help: `one of ${ids.join(', ')}` },
    option: { type: 'string', multiple: true, help: 'an option of the analysis, as JSON or plain words; the others keep their defaults' },
    format: { type: 'string', help: 'csv (default) or json, which says what was counted' },
  },
  async run({ positionals, values }) {
    const file = onlyOne(positionals, 'PROJECT');
    const format = values.choice('format', ['csv', 'json']) ?? 'csv';
    const analysis = analysisOf(values.choice('analysis', ids) ?? '');
    if (!analysis) throw new WrongCall(`--analysis ID is missing; it is one of ${ids.join(', ')}`);
    const options = optionsOf(analysis, values.texts('option'));
    const project = await readProject(file);
    if (!project.ok) return project;
    const table = analysis.run(project.value.snapshot, options);
    return ok({ output: tableText(format, analysis, options, table), notes: (table.notes ?? []).map(({ en }) => en) });
  },
};

/** @throws WrongCall for what is no option of the analysis, or has no such value. */
function optionsOf(analysis: Analysis, given: readonly string[]): unknown {
  const pairs = given.map((one) => {
    const at = one.indexOf('=');
    if (at < 1) throw new WrongCall(`--option ${one} is not NAME=VALUE`);
    return [one.slice(0, at), valueOf(one.slice(at + 1))] as const;
  });
  const parsed = analysis.options.safeParse(Object.fromEntries(pairs));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongCall(`--option ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not an option'}; ${analysis.id} has ${analysis.controls.map(({ id }) => id).join(', ')}`);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
