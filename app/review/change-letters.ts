import type { ImportChange } from '../../schemas/records/content.ts';
import type { SourceReader } from '../document/source-reader.ts';

/** What a change did to the letters of the source, white space aside. */
export interface ChangeLetters {
  /** Stretches of the source that were taken out: from letter to letter, with the white space between them. */
  dropped: [number, number][];
  /** Letters that were put in their place and do not stand in the source. */
  made: string;
  /** Where these stand: behind the last letter that was kept, in code points of the source. */
  at: number;
  /** Letters of the change that were kept, ascending: places in the source. */
  kept: number[];
}

/**
 * Compares what stood in the source with what came of it: what they share at both ends was kept. Letters in the span of
 * another change inside this one (a page's header in a word that was broken over two pages) belong to that one.
 */
export function changeLetters({ source: span, after }: ImportChange, nested: readonly ImportChange[], source: SourceReader): ChangeLetters {
  const [from, to] = span ?? [0, 0];
  const own: { at: number; letter: string }[] = [];
  let at: number = from;
  for (const letter of source.slice(from, to)) {
    if (/\S/u.test(letter) && !nested.some(({ source: inner }) => inner && inner[0] <= at && at < inner[1])) own.push({ at, letter });
    at += 1;
  }
  const made = [...after.replaceAll(/\s/gu, '')];
  let start = 0;
  while (start < own.length && start < made.length && own[start]?.letter === made[start]) start += 1;
  let end = 0;
  while (end < own.length - start && end < made.length - start && own.at(-1 - end)?.letter === made.at(-1 - end)) end += 1;
  const gone = own.slice(start, own.length - end).map((letter) => letter.at);
  const kept = [...own.slice(0, start), ...own.slice(own.length - end)].map((letter) => letter.at);
  return {
    dropped: stretches(gone, source), made: made.slice(start, made.length - end).join(''),
    at: gone[0] ?? (own[start - 1]?.at ?? from - 1) + 1, kept,
  };
}

/** Letters with nothing but white space between them, together. */
function stretches(letters: readonly number[], source: SourceReader): [number, number][] {
  const found: [number, number][] = [];
  for (const at of letters) {
    const last = found.at(-1);
    if (last && !/\S/u.test(source.slice(last[1], at))) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}
