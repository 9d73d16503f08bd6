import { useEffect } from 'react';
import { registerCommands, type Command } from '../palette/commands.ts';
import { isBeside, toggleWide } from './beside.ts';
import { closePassages } from './to-text.ts';

/** Registers what the keys do in the list, for as long as it is there. */
export function useListCommands(): void {
  useEffect(() => registerCommands(commands()), []);
}

const within = '.passages';

function commands(): Command[] {
  const one = (id: string, title: Command['title'], keys: string, run: () => void, rest: Partial<Command> = {}): Command =>
    ({ id: `passages.${id}`, title, keys, run, group: 'passages.group.commands', within, ...rest });
  return [
    one('wide', 'passages.command.wide', 'w', toggleWide),
    one('close', 'passages.close', 'Escape', closePassages, { enabled: isBeside }),
  ];
}
