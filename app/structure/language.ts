import type { Line } from './lines.ts';

/** The language that most of the small words are of, by its BCP 47 tag; null where too few of them say so. */
export function detectLanguage(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  let words = 0;
  for (const line of lines) {
    if (words > 20_000) break;
    for (const [word] of line.text.matchAll(/\p{L}+/gu)) {
      words += 1;
      const language = languageOf.get(word.toLowerCase());
      if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (!first || first[1] < 5 || first[1] < 0.1 * words) return null;
  return first[1] > 2 * (second?.[1] ?? 0) ? first[0] : null;
}

/** Words that one of these languages uses all the time and the others hardly ever. */
const smallWords: Record<string, string> = {
  nl: 'de het een en van dat niet voor zijn ook maar wij ik je aan heb naar bij deze wordt er als dit',
  en: 'the and of to that is it for with this was are have not you we they be as from',
  de: 'der und das nicht ist ich wir auch auf für mit sich ein dem zu haben wird eine',
  fr: 'le les et des du que est pas pour dans une nous sur vous il ce avec sont',
};

const languageOf = new Map(Object.entries(smallWords).flatMap(([language, words]) => words.split(' ').map((word) => [word, language] as const)));
