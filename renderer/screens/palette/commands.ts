import { create } from 'zustand';
import type { MessageKey } from '../../i18n/index.ts';

/** Something the user can have done: from the palette, a key, a menu of the host. */
export interface Command {
  /** `coding.delete`; the host's menus name it too. */
  id: string;
  title: MessageKey;
  /** As tinykeys writes it: `$mod+k`. Keys without Control or Meta do not fire while somebody types in a field. */
  keys?: string;
  /** Other keys for the same; not shown. */
  alsoKeys?: readonly string[];
  /** True: its key fires in text fields too. Default: where the key holds Control or Meta, save undo and redo. */
  inFields?: boolean;
  /** True: the part of the screen where they work takes its keys itself; here they are only told. */
  ownKeys?: boolean;
  /** A selector: its key fires only where the focus is inside of it. Default: anywhere. */
  within?: string;
  /** Heading in the palette and the sheet of keys. */
  group: MessageKey;
  run(): void;
  /** Absent: always. */
  enabled?(): boolean;
  /** Kept out of the palette; its key stays in the sheet of keys. */
  hidden?: boolean;
}

/** Every command there is now, in order of registering; the last one under an id holds. */
export const useCommands = create<{ commands: readonly Command[] }>(() => ({ commands: [] }));

/** Adds commands until the returned function is called. */
export function registerCommands(commands: Command[]): () => void {
  useCommands.setState((state) => ({ commands: [...state.commands, ...commands] }));
  return () => useCommands.setState((state) => ({ commands: state.commands.filter((command) => !commands.includes(command)) }));
}

/** The command that holds under this id; undefined where nobody registered it. */
export function findCommand(id: string): Command | undefined {
  return useCommands.getState().commands.findLast((command) => command.id === id);
}

export function isEnabled(command: Command): boolean {
  return command.enabled?.() ?? true;
}

/** Runs a command by its id. False where it is not there or cannot be done now. */
export function runCommand(id: string): boolean {
  const command = findCommand(id);
  if (!command || !isEnabled(command)) return false;
  command.run();
  return true;
}

/** Each id once, the command that holds. */
export function effectiveCommands(commands: readonly Command[]): Command[] {
  return [...new Map(commands.map((command) => [command.id, command])).values()];
}
