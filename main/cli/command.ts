import type { Result } from '../../app/support/result.ts';

/** One command. One file in this folder exports one descriptor; `registry.ts` lists them, help derives from the list. */
export interface Command {
  name: string;
  /** Arguments as help shows them, without the name. */
  usage: string;
  /** What it does, one sentence. */
  summary: string;
  /** For help: each option with one line. `--out` and `--help` are every command's own. */
  options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean; help: string }>;
  /** @throws WrongCall for arguments that make no sense. */
  run(call: Call): Promise<Result<Outcome>>;
}

export interface Call {
  positionals: string[];
  values: Values;
  /** Where the result is to go; null: to standard output. */
  out: string | null;
}

export interface Outcome {
  /** The result, for standard output or `--out`; null where there is none to write. */
  output: string | Uint8Array | null;
  /** Lines for standard error. */
  notes?: string[];
  /** Why it counts as not done although there is a result, or nothing was written: exit 1. */
  failure?: string;
}

/** The call makes no sense: exit 2. */
export class WrongCall extends Error {}

export type Values = ReturnType<typeof valuesOf>;

/** Parsed options, read by what they must be. */
export function valuesOf(raw: Readonly<Record<string, unknown>>) {
  return {
    text(name: string): string | null {
      const value = raw[name];
      return typeof value === 'string' ? value : null;
    },
    texts(name: string): string[] {
      const value = raw[name];
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    },
    flag(name: string): boolean {
      return raw[name] === true;
    },
    /** One of these, or null where it is not given. */
    choice<const T extends string>(name: string, choices: readonly T[]): T | null {
      const value = raw[name];
      if (value === undefined) return null;
      const found = choices.find((choice) => choice === value);
      if (found === undefined) throw new WrongCall(`--${name} must be one of ${choices.join(', ')}`);
      return found;
    },
  };
}

/** The one argument of a command; @throws WrongCall for none or several. */
export function onlyOne(positionals: readonly string[], what: string): string {
  const [one, ...others] = positionals;
  if (one === undefined) throw new WrongCall(`${what} is missing`);
  if (others.length > 0) throw new WrongCall(`one ${what} at a time; ${others.join(' ')} is too much`);
  return one;
}
