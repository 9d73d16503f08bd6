import type { Command } from './command.ts';
import { commands } from './registry.ts';

/** The list of commands. */
export function help(): string {
  return `hoorwerk: does without a screen what the workbench does with one.

${commands.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`).join('\n')}

Results go to standard output, or to --out PATH; everything else to standard error.
Exit: 0 done, 1 could not do it, 2 wrong call. Offsets are Unicode code points, from 0, end exclusive.
PROJECT is a .hoorwerk file. hoorwerk COMMAND --help tells more of one command; --version prints the version.
`;
}

export function commandHelp({ name, usage, summary, options }: Command): string {
  const all = { ...options, out: { help: 'write the result to this file instead of standard output' }, help: { help: 'print this' } };
  const lines = Object.entries(all).map(([option, { help: words }]) => `  --${option.padEnd(20)} ${words}`);
  return `hoorwerk ${name} ${usage}\n\n${summary}\n\n${lines.join('\n')}\n`;
}
