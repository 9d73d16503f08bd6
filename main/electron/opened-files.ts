import path from 'node:path';
import { app } from 'electron';
import { documentExtensions } from '../../app/importers/extensions.ts';

/**
 * Files that the system asks Hoorwerk to open: on the command line, at a second start, by macOS's event. Hears of them
 * before there is a window; `take` gives what came until now, and from then on `open` is called.
 */
export function listenForFiles(argv: string[], cwd: string): (open: (paths: string[]) => void) => void {
  const waiting = filesIn(argv, cwd);
  let open: ((paths: string[]) => void) | null = null;
  const came = (paths: string[]) => {
    if (paths.length === 0) return;
    if (open) open(paths);
    else waiting.push(...paths);
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    came([file]);
  });
  app.on('second-instance', (_event, secondArgv, secondCwd) => came(filesIn(secondArgv, secondCwd)));
  return (listener) => {
    open = listener;
    if (waiting.length > 0) listener(waiting.splice(0));
  };
}

/** The arguments that name a file of a kind that Hoorwerk reads; switches and the program itself are none. */
export function filesIn(argv: string[], cwd: string): string[] {
  const known = new Set(['hoorwerk', ...documentExtensions]);
  return argv.slice(1)
    .filter((argument) => !argument.startsWith('-') && known.has(path.extname(argument).slice(1).toLowerCase()))
    .map((argument) => path.resolve(cwd, argument));
}
