import type { TextRange } from '../../app/document/plain-text.ts';

/** A sentence that letters lead to. */
export interface JumpTarget { label: string; range: TextRange }

/**
 * Jumping: each sentence in sight has one or two letters. Typing those of one selects it; typing those of a second
 * makes the passage reach to its end. Any other key ends it and does what it always does, so that a theme's key tags.
 */
export interface Jump {
  targets: readonly JumpTarget[];
  /** Letters typed so far of a label of two. */
  typed: string;
  /** The sentence chosen first; null while it is being chosen. */
  first: TextRange | null;
}

/** What a key does: the jump that follows (null: it is over), what is to be selected, and whether the key is used up. */
export interface JumpStep { jump: Jump | null; select: TextRange | null; handled: boolean }

/** Where the fingers rest first. */
const letters = 'fjdkslaghrueiwoqptyvncmxbz';

/** A jump among these sentences, of which the first ones get the shortest labels. */
export function startJump(sentences: readonly TextRange[], first: TextRange | null = null): Jump {
  const labels = jumpLabels(sentences.length);
  return { targets: sentences.flatMap((range, at) => (labels[at] === undefined ? [] : [{ label: labels[at], range }])), typed: '', first };
}

/** Labels of which none begins another: one letter as far as they go, and two where there are more sentences than letters. */
export function jumpLabels(count: number): string[] {
  const all = [...letters];
  let leading = 0;
  while (leading < all.length && all.length - leading + leading * all.length < count) leading += 1;
  const single = all.slice(0, all.length - leading);
  const double = all.slice(all.length - leading).flatMap((letter) => all.map((second) => letter + second));
  return [...single, ...double].slice(0, count);
}

/** What a key that was pressed does. `endings`: the sentences to which a passage that begins with this one may reach. */
export function jumpStep(jump: Jump, key: string, endings: (first: TextRange) => readonly TextRange[]): JumpStep {
  if (key === 'Escape') return { jump: null, select: null, handled: true };
  if (key === 'Backspace') return { jump: { ...jump, typed: '' }, select: null, handled: true };
  if (key === 'Shift' || key === 'CapsLock') return { jump, select: null, handled: false };
  if (!letters.includes(key) || key.length !== 1) return { jump: null, select: null, handled: false };
  const typed = jump.typed + key;
  const found = jump.targets.find(({ label }) => label === typed);
  if (!found) {
    const leads = jump.targets.some(({ label }) => label.startsWith(typed));
    return { jump: leads ? { ...jump, typed } : jump, select: null, handled: true };
  }
  if (jump.first) return { jump: null, select: { start: jump.first.start, end: found.range.end }, handled: true };
  const next = endings(found.range);
  return { jump: next.length > 0 ? startJump(next, found.range) : null, select: found.range, handled: true };
}
