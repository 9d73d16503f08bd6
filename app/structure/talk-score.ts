import { isStrong, type Label } from './label-candidates.ts';
import { endsSentence, type Line } from './lines.ts';
import type { Talk } from './talk.ts';

/**
 * How sure it is that people take turns in a text, 0 to 1. A few labels in a long text are something else; so are
 * lists of which the entries have a name before a colon.
 */
export function scoreTalk({ labels, intros, heads, text: { lines } }: Talk): number {
  if (labels.some(({ told }) => told !== undefined)) return 1;
  const turns = labels.length + intros.length + heads;
  if (turns < 3 || turns * 200 < lines.length) return 0;
  if (intros.length + heads === 0 && labels.every(({ place }) => place === 'inline') && (isNameList(labels, lines) || isRecords(labels, lines))) return 0;
  return Math.min(0.95, 0.5 + turns / 40);
}

/** What stands behind a label on its line. */
const saidAt = ({ line, textFrom }: Label, lines: readonly Line[]) => (lines[line]?.text ?? '').slice(textFrom);

const isShort = (labels: readonly Label[], lines: readonly Line[]) => {
  const lengths = labels.map((label) => saidAt(label, lines).length).toSorted((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) < 40;
};

/** Votes, telephone numbers: names that hardly come back, with less than a sentence behind them. */
function isNameList(labels: readonly Label[], lines: readonly Line[]): boolean {
  const names = new Set(labels.map(({ form }) => form.key));
  return names.size >= 0.7 * labels.length && isShort(labels, lines);
}

/** Fields of records: words that come back in one order, or with a few words behind them that are no sentence. */
function isRecords(labels: readonly Label[], lines: readonly Line[]): boolean {
  if (labels.some((label) => isStrong(label) || label.by !== 'colon')) return false;
  const keys = labels.map(({ form }) => form.key);
  const next = new Map<string, Map<string, number>>();
  keys.slice(1).forEach((key, at) => {
    const after = next.get(keys[at] ?? '') ?? new Map<string, number>();
    after.set(key, (after.get(key) ?? 0) + 1);
    next.set(keys[at] ?? '', after);
  });
  // Two who talk take turns as well; of three or more nobody always follows on the same one.
  const usual = [...next.values()].reduce((sum, after) => sum + Math.max(...after.values()), 0);
  if (next.size >= 3 && keys.length >= 2.5 * next.size && usual >= 0.9 * (keys.length - 1)) return true;
  const sentences = labels.filter((label) => endsSentence(saidAt(label, lines))).length;
  return isShort(labels, lines) && sentences < 0.3 * labels.length;
}
