import { brokenWord, type BrokenWord } from './broken-words.ts';
import type { Line } from './lines.ts';

/** Whether the hyphen of a word that was broken at a line's end goes or stays. */
export type Judge = (word: BrokenWord) => 'drop' | 'keep';

/**
 * Judges the hyphens at the line ends of one document. Some programs break words where they need room, others only at
 * hyphens that were there; which of the two made this document is told by how many lines end in a hyphen beside how many
 * words have one in the middle of a line. Then each word speaks for itself: how the document writes it elsewhere, and
 * what Dutch spelling allows. Counts words when first asked: one pass over the lines, once for each document.
 */
export function hyphenJudge(lines: readonly Line[]): Judge {
  return (word) => {
    const habits = known.get(lines) ?? habitsOf(lines);
    known.set(lines, habits);
    return score(word, habits) > 0 ? 'drop' : 'keep';
  };
}

const known = new WeakMap<readonly Line[], Habits>();

interface Habits {
  /** How often the document writes a word, in lower case, and words that begin with it and a hyphen. */
  count(word: string): number;
  starts(word: string): number;
  breaksWords: boolean;
}

function habitsOf(lines: readonly Line[]): Habits {
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  let words = 0;
  let inLines = 0;
  let atEnds = 0;
  lines.forEach((line, at) => {
    const from = brokenWord(lines[at - 1]?.text ?? '', line.text)?.right.length ?? 0;
    const broken = brokenWord(line.text, lines[at + 1]?.text ?? '');
    const to = line.text.length - (broken ? broken.left.length + 1 : 0);
    if (broken) atEnds += 1;
    for (const [word] of line.text.slice(from, Math.max(from, to)).matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)) {
      words += 1;
      const key = word.toLowerCase();
      add(counts, key);
      const hyphen = key.indexOf('-');
      if (hyphen < 0) continue;
      inLines += 1;
      // `re-integratie` has its hyphen for its vowels; that says nothing of other words with `re`.
      if (!clash.test(key.slice(hyphen - 1, hyphen) + key.slice(hyphen + 1, hyphen + 2))) add(starts, key.slice(0, hyphen));
    }
  });
  // Where only hyphens that were there are broken at, as many of them stand at line ends as of other places for a break.
  const expected = (inLines * lines.length) / Math.max(1, words);
  return { count: (word) => counts.get(word) ?? 0, starts: (word) => starts.get(word) ?? 0, breaksWords: atEnds >= 3 && atEnds > 3 * expected + 1 };
}

/** Above 0 the hyphen goes. The weights say how sure each sign is; the first says what the document does by itself. */
function score({ left, right, sign, after }: BrokenWord, { count, starts, breaksWords }: Habits): number {
  if (sign === '\u00AD') return 1;
  const [first, second] = [left.toLowerCase(), right.toLowerCase()];
  // What is broken is the last part of `hart-long-machine`.
  const part = first.slice(first.lastIndexOf('-') + 1);
  let sum = breaksWords ? 2.5 : -2;
  if (count(first + second) > 0) sum += 4;
  if (count(`${first}-${second}`) > 0) sum -= 5;
  if (count(first + second) === 0 && starts(first) > 0) sum -= 4.5;
  // Halves that are no words of the document are more likely halves of one word.
  if (count(first) === 0 && count(second) === 0) sum += 1.5;
  if (neverBroken({ left, right, part, after })) sum -= 6;
  if (part !== first && functionWord.test(part)) sum -= 4;
  // What spelling asks for, unless the document itself writes the word without.
  if (count(first + second) === 0 && ownHyphen(part, second)) sum -= 4.5;
  if (/^[ëïöü]/u.test(second) || ending.test(second)) sum += 3;
  return sum;
}

/** What a program that breaks words never makes: halves without a vowel or of one letter, figures, capitals, short forms, English. */
function neverBroken({ left, right, part, after }: { left: string; right: string; part: string; after: string }): boolean {
  const own = left.slice(left.length - part.length);
  if (/\p{N}$/u.test(own) || /^\p{N}/u.test(right) || part.length < 2 || !vowel.test(part) || !vowel.test(right.toLowerCase())) return true;
  const shouted = own.length > 3 && !/\p{Ll}/u.test(own) && !/\p{Ll}/u.test(right);
  if (!shouted && (/^\p{Lu}/u.test(right) || /\p{Lu}[\p{Lu}\p{N}]*$/u.test(own) || /\p{Ll}\p{Lu}/u.test(own))) return true;
  if (shortForm.test(part) || /^(?:up|out|off|in|on|based|made|line|time)$/u.test(right)) return true;
  // Two family names: `Bakker-de Wit`.
  return /^\p{Lu}/u.test(own) && /^(?:de|den|der|van|ter|ten|te|la|le)$/u.test(right) && /^\s+\p{Lu}/u.test(after);
}

/** Words that Dutch spelling writes with a hyphen: vowels that would run together, prefixes, pairs. */
function ownHyphen(part: string, second: string): boolean {
  // `aai`, `ooi`, `oei` are one sound, and run into nothing: *groei-ende*.
  if (clash.test(part.slice(-1) + second.slice(0, 1)) && !/(?:aa|oo|oe)i$/u.test(part) && !/^(?:um|us)(?:\P{L}|$)|^(?:eel|ele|eer|eus|euze|ent)/u.test(second)) return true;
  if (part === 'ex') return !/^(?:a[ack]|[cehip]|o[tr]|t|cl|ami?e)/u.test(second) || /^(?:partner|pati[eë]nt|president|premier|collega|cli[eë]nt|hoofd|echtgeno|huisarts|con)/u.test(second);
  if (/^(?:niet|oud|non|vice|adjunct|quasi|pseudo)$/u.test(part)) return !/^(?:s?t?e(?:re?|n|r?s)?|ig|heid|sens|chalant|ste)/u.test(second);
  if (part === 'co' && vowel.test(second.slice(0, 1))) return true;
  return /(?:isch|aal|eel|ief)$/u.test(part) && /(?:isch|ische|eel|ele|aal|ale|ief|ieve)$/u.test(second) && second.length > 6;
}

const vowel = /[aeiouyàáâäèéêëìíîïòóôöùúûü]/u;

/** Two vowels that would be read as one; a hyphen keeps them apart. */
const clash = /^(?:a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu])$/u;

const functionWord = /^(?:to|en|of|in|op|aan|ter|tot|van|de|la|le|a|up|by|and|the|on)$/u;

/** Short for several words, though it can be said as one. */
const shortForm = /^(?:hbo|mbo|vmbo|havo|wmo|wia|wao|wlz|uwv|zzp|ivf|cao|btw|ehbo|hiv|aids|adhd|iq|pc|tv|dna|eu|vn|nvt|i?ct|mri|eeg|ecg|ic|seh|pgb|ggz|mkb|aow|ww|ov|ns)$/u;

/** Endings that are no words: only half a word begins so. */
const ending = /^(?:[bdfgklmnprstvz]e[nrs]?|lijke?[nr]?|lijkheid|lijks|heid|heden|tings?|[bdfgklmnprstvz]ing(?:en|s)?|ti[eo]s?|si[eo]s?|teit(?:en)?|tig|ste[nr]?|baar|bare|zaam|zame|schap(?:pen)?|ders?|ten[d]?|nend|rend|lend|pend|kend|gend|dige?|tige?)(?!\p{L})$/u;
