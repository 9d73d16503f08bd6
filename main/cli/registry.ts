import { analyse } from './analyse.ts';
import { build } from './build.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export.ts';
import { frequencies } from './frequencies.ts';
import { inspect } from './inspect.ts';
import { verify } from './verify.ts';

/** Every command, in the order of help. A new one is a file in this folder and a line here. */
export const commands: readonly Command[] = [inspect, build, frequencies, analyse, exportCommand, verify];
