import path from 'node:path';

/** What decides where the data folder lies; given, so that each system's rule can be tried on any. */
export interface Place { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string }

/**
 * The folder for all that is kept: the named one, `HOORWERK_DATA`, or the system's own place for a program's data. One
 * folder for both hosts, so that work done in a browser is there in Electron.
 */
export function dataFolder(named: string | null, { platform, env, home }: Place): string {
  const chosen = named ?? env['HOORWERK_DATA'];
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32') return path.win32.join(env['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), 'Hoorwerk');
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Hoorwerk');
  const xdg = env['XDG_DATA_HOME'];
  // The XDG rule: a relative value counts for nothing.
  return path.posix.join(xdg && path.posix.isAbsolute(xdg) ? xdg : path.posix.join(home, '.local', 'share'), 'Hoorwerk');
}
