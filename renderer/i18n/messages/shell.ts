import { area } from './area.ts';

/** The frame around the work: bar, panes, status line, notices. */
export const shell = area({
  'shell.close': 'Sluiten',
}, {
  'shell.close': 'Close',
});
