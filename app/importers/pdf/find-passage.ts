import type { Content } from '../../../schemas/records/content.ts';
import type { CodePoint } from '../../../schemas/ids.ts';
import { codePointIndex } from '../../document/offsets.ts';
import { sourceRuns } from '../../document/source-map.ts';
import { marksOf, type PageMarks, type PagePlaces } from './places.ts';

/**
 * A passage of a document's text on the pages of its PDF. By its places in the source, where the letters there are
 * still those of the passage; else, where another version of the program read the PDF, by its words: spaces, hyphens
 * and ligatures count for nothing. Null where it is not found.
 */
export function findPassage(content: Content, start: CodePoint, end: CodePoint, passage: string, places: PagePlaces): PageMarks[] | null {
  const runs = sourceRuns(content, start, end);
  const index = codePointIndex(places.source);
  const within = runs.every(([, to]) => to <= index.length);
  const there = within ? runs.map(([from, to]) => places.source.slice(index.toUtf16(from), index.toUtf16(to))).join('') : '';
  if (runs.length > 0 && letters(there).text === letters(passage).text) return marksOf(places, runs);
  const found = findLetters(places.source, passage, runs[0]?.[0] ?? 0);
  return found && marksOf(places, [found]);
}

/** The stretch of a source with these letters in this order that is nearest to a place; code points. */
function findLetters(source: string, passage: string, near: number): [number, number] | null {
  const sought = letters(passage).text;
  if (sought === '') return null;
  const { text, at } = letters(source);
  let best: [number, number] | null = null;
  for (let found = text.indexOf(sought); found >= 0; found = text.indexOf(sought, found + 1)) {
    const from = at[found] ?? 0;
    const to = (at[found + sought.length - 1] ?? 0) + 1;
    if (!best || Math.abs(from - near) < Math.abs(best[0] - near)) best = [from, to];
  }
  return best;
}

/** Letters and signs without spaces and hyphens, ligatures written out; `at`: the code point of each. */
function letters(text: string): { text: string; at: number[] } {
  const parts: string[] = [];
  const at: number[] = [];
  let point = 0;
  for (const letter of text) {
    const plain = /[\s\u00AD\u2010-]/u.test(letter) ? '' : letter.normalize('NFKC');
    for (let unit = 0; unit < plain.length; unit += 1) at.push(point);
    parts.push(plain);
    point += 1;
  }
  return { text: parts.join(''), at };
}
