import type { CodeId } from '../../schemas/ids.ts';
import type { Code } from '../../schemas/records/code.ts';
import { initialsOf } from './initials.ts';

/**
 * A sign or two for each theme that stand beside its colour, which comes again from the thirteenth theme on: its
 * key, else the first two initials of its name, or two letters of a name of one word. No two themes have the same: of those that
 * would, the second gets a 2, and so on, in their order.
 */
export function themeMarks(codes: Iterable<Pick<Code, 'id' | 'name' | 'key'>>): Map<CodeId, string> {
  const marks = new Map<CodeId, string>();
  const taken = new Set<string>();
  for (const { id, name, key } of codes) {
    const wanted = key === null ? short(name) : String(key);
    let mark = wanted;
    for (let number = 2; taken.has(mark); number += 1) mark = `${wanted}${number}`;
    taken.add(mark);
    marks.set(id, mark);
  }
  return marks;
}

function short(name: string): string {
  const letters = [...initialsOf(name)];
  if (letters.length > 1) return letters.slice(0, 2).join('');
  const [first = '?', second = ''] = [...name.trim().replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return `${first.toUpperCase()}${second}`;
}
