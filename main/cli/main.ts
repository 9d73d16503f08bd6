import { parseArgs } from 'node:util';
import type { Result } from '../../app/support/result.ts';
import { valuesOf, WrongCall, type Call, type Command, type Outcome } from './command.ts';
import { writeOutput } from './files.ts';
import { commandHelp, help } from './help.ts';
import { commands } from './registry.ts';
import { version } from './version.ts';

// A reader that has seen enough (`| head`) is no problem.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
});
process.exitCode = await main(process.argv.slice(2));

/** Runs one call and gives its exit code: 0 done, 1 could not do it, 2 wrong call. */
async function main([name, ...args]: readonly string[]): Promise<0 | 1 | 2> {
  if (name === '--help' || name === '-h' || name === 'help') return print(help());
  if (name === '--version') return print(`${version}\n`);
  const command = commands.find((one) => one.name === name);
  try {
    if (name === undefined) throw new WrongCall('a command is missing');
    if (!command) throw new WrongCall(`there is no command ${name}`);
    const call = parse(command, args);
    return call === null ? await print(commandHelp(command)) : await deliver(await command.run(call), call);
  } catch (cause) {
    if (!(cause instanceof WrongCall)) throw cause;
    say(`${cause.message}. See: hoorwerk ${command ? `${command.name} ` : ''}--help`);
    return 2;
  }
}

/** The call as its command wants it; null where help is asked for. */
function parse({ options }: Command, args: string[]): Call | null {
  const own = Object.fromEntries(Object.entries(options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]));
  try {
    const { values, positionals } = parseArgs({
      args, allowPositionals: true, strict: true,
      options: { ...own, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values['help'] === true) return null;
    return { positionals, values: valuesOf(values), out: typeof values['out'] === 'string' ? values['out'] : null };
  } catch (cause) {
    throw new WrongCall(cause instanceof Error ? oneLine(cause.message).replace(/\.$/, '') : 'the call makes no sense');
  }
}

async function deliver(result: Result<Outcome>, { out }: Call): Promise<0 | 1> {
  if (!result.ok) {
    say(result.problem.message);
    return 1;
  }
  const { output, notes = [], failure } = result.value;
  for (const note of notes) say(note);
  if (output !== null && out !== null) {
    const written = await writeOutput(out, output);
    if (!written.ok) {
      say(written.problem.message);
      return 1;
    }
  } else if (output !== null) await print(output);
  if (failure === undefined) return 0;
  say(failure);
  return 1;
}

async function print(text: string | Uint8Array): Promise<0> {
  await new Promise<void>((resolve) => {
    process.stdout.write(text, () => resolve());
  });
  return 0;
}

function say(line: string): void {
  process.stderr.write(`${oneLine(line)}\n`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
