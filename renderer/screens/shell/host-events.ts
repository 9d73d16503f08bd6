import type { FileToken } from '../../../schemas/host.ts';
import { asked, host, type HostFile } from '../../host/host.ts';
import { runCommand } from '../palette/commands.ts';
import { usePreferences, type Preferences } from '../settings/preferences.ts';
import { takeIn } from './incoming.ts';

/**
 * Does what the program around the screen asks: its menu's commands, and files the system opens with Hoorwerk. Tells
 * Electron, whose menu is part of what the user reads, in which language that is.
 */
export function listenToHost(): () => void {
  const ends = [
    host().onEvent((event) => {
      if (event.kind === 'command') runCommand(event.id);
      if (event.kind === 'files') void takeIn(event.files.map(fileBehind));
    }),
    host().kind === 'electron' ? tellLanguage() : followAddress(),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function tellLanguage(): () => void {
  const tell = ({ language }: Preferences) => void asked(host().call('host.language', { language }));
  tell(usePreferences.getState());
  return usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) tell(now);
  });
}

/** A new address that is pasted into a tab whose session ended opens the workbench there; what was done is in the store. */
function followAddress(): () => void {
  const follow = () => {
    if (new URLSearchParams(location.hash.slice(1)).has('token')) location.reload();
  };
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}

function fileBehind({ token, ...file }: FileToken): HostFile {
  return { ...file, read: async () => (await host().call('files.read', { token })).bytes };
}
