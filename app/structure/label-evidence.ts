import type { Label, LabelSearch } from './label-candidates.ts';
import type { Line } from './lines.ts';
import { keyOf } from './speaker-names.ts';

/** Most paragraphs from the first label on start with one: a line that looks like a label is not likely to be another thing. */
export function isDense({ lines, paragraphs }: LabelSearch, accepted: ReadonlySet<Label>): boolean {
  let starts = 0;
  const [first] = accepted;
  for (let at = first?.line ?? 0; at < lines.length; at += 1) if (at === 0 || paragraphs.endsAfter(at - 1)) starts += 1;
  return accepted.size > 0.5 * starts;
}

/** Words of the names that the document gives, small words left out. */
export function knownWords(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2 && !vague.has(word)));
}

const vague = new Set(['van', 'vanuit', 'het', 'een', 'voor', 'der', 'den', 'ten', 'ter', 'met', 'via', 'vertegenwoordiging', 'vertegenwoordiger', 'vereniging', 'stichting', 'nederland', 'nederlandse', 'bijdrage', 'namens', 'and', 'the']);

/** Every word of the label stands in a name that the document gives elsewhere. */
export function isKnown(label: Label, known: ReadonlySet<string>): boolean {
  const words = label.form.key.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && !vague.has(word));
  return words.length > 0 && words.every((word) => known.has(word));
}

/** Which of these names also stand on a line of their own, as headings over a speaker's part do. */
export function wholeLines(lines: readonly Line[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { text } of wanted.size > 0 ? lines : []) if (text.length <= 90 && wanted.has(keyOf(text))) found.add(keyOf(text));
  return found;
}

/** Which of these words also stand in the text in small letters: common words, then, and no names. */
export function smallWords(lines: readonly Line[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { text } of wanted.size > 0 ? lines : []) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]*/gu)) if (wanted.has(word)) found.add(word);
  }
  return found;
}
