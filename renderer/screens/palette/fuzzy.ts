/** How well a query fits, and which characters of the text it hit. */
export interface FuzzyMatch {
  score: number;
  /** UTF-16 indexes in the text, ascending. */
  hits: readonly number[];
}

/**
 * Fits a query to a text, case and accents aside: every letter in order, though not side by side. Null where a letter
 * is missing. A run scores above scattered letters, the start of a word above its middle, a short text above a long
 * one: who types `uwv` means *UWV-keuring*, not *Uitvoer van woorden*. O(query × text).
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const wanted = query.split('').map(fold).filter((letter) => letter.trim() !== '');
  if (wanted.length === 0) return { score: 0, hits: [] };
  const letters = text.split('').map(fold);
  const run = runOf(query.trim().split('').map(fold), letters);
  // Going for starts of words can run out of text where taking each first place would not.
  return run ?? scattered(wanted, letters, true) ?? scattered(wanted, letters, false);
}

function scattered(wanted: readonly string[], letters: readonly string[], preferStarts: boolean): FuzzyMatch | null {
  const hits: number[] = [];
  let score = 0;
  for (const letter of wanted) {
    const last = hits.at(-1);
    const found = preferStarts ? nextHit(letters, letter, last) : letters.indexOf(letter, (last ?? -1) + 1);
    if (found < 0) return null;
    score += last !== undefined && found === last + 1 ? 4 : startsWord(letters, found) ? 3 : 1;
    hits.push(found);
  }
  return { score: score - letters.length / 100, hits };
}

/** The whole query in one piece: above every scattered fit. */
function runOf(query: readonly string[], letters: readonly string[]): FuzzyMatch | null {
  const starts = letters.flatMap((_, start) => (query.every((letter, index) => letters[start + index] === letter) ? [start] : []));
  const best = starts.find((start) => startsWord(letters, start)) ?? starts[0];
  if (best === undefined) return null;
  const bonus = best === 0 ? 40 : startsWord(letters, best) ? 25 : 10;
  return { score: 4 * query.length + bonus - letters.length / 100, hits: query.map((_, index) => best + index) };
}

/** The next place of a letter: right after the last hit if it is there, else the next start of a word, else anywhere; -1 for nowhere. */
function nextHit(letters: readonly string[], letter: string, last: number | undefined): number {
  const from = (last ?? -1) + 1;
  if (last !== undefined && letters[from] === letter) return from;
  const start = letters.findIndex((other, index) => index >= from && other === letter && startsWord(letters, index));
  return start >= 0 ? start : letters.indexOf(letter, from);
}

function startsWord(letters: readonly string[], index: number): boolean {
  return index === 0 || /[^\p{L}\p{N}]/u.test(letters[index - 1] ?? ' ');
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
