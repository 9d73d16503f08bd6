import type { FileToken } from '../../../schemas/host.ts';
import { host, type HostFile } from '../../host/host.ts';
import { runCommand } from '../palette/commands.ts';
import { takeIn } from './incoming.ts';

/** Does what the program around the screen asks: its menu's commands, and files the system opens with Hoorwerk. */
export function listenToHost(): () => void {
  return host().onEvent((event) => {
    if (event.kind === 'command') runCommand(event.id);
    if (event.kind === 'files') void takeIn(event.files.map(fileBehind));
  });
}

function fileBehind({ token, name, size }: FileToken): HostFile {
  return { name, size, read: async () => (await host().call('files.read', { token })).bytes };
}
