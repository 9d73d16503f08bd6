import { cutLines, type Cut, type CutText } from './cut-lines.ts';
import { groupBy } from './group.ts';
import { labelLine, type LabelLine } from './label-lines.ts';
import { findItems } from './lists.ts';
import type { PageText } from './pages.ts';

/** An item of a list that may be what somebody says, by its line. */
interface SpokenItem { at: number; from: number; label: LabelLine }

/**
 * The text without the bullets and dashes that some minutes put before each speaker. Believed only where most
 * items are so, nobody speaks outside them, and names come back with others in between: a list of subjects, or of who
 * does what, has each of them once.
 */
export function withoutTurnBullets(text: PageText): CutText {
  const items = findItems(text.lines);
  const labelled = [...items].flatMap(([at, { from }]): SpokenItem[] => {
    const label = labelLine(text.lines[at]?.text.slice(from) ?? '');
    return label?.by === 'colon' ? [{ at, from, label }] : [];
  });
  const groups = groupBy(labelled, ({ label }) => label.form.key);
  // `de schroeven: die zijn besteld` is an item in what somebody says.
  const spoken = labelled.filter(({ label: { form } }) => form.kind !== 'loose' || (groups.get(form.key)?.length ?? 0) > 1);
  const last = spoken.at(-1);
  if (!last || !takeTurns(spoken)) return { text, changes: [] };
  const first = spoken[0]?.at ?? 0;
  const within = [...items.keys()].filter((at) => at >= first && at <= last.at).length;
  const outside = text.lines.filter(({ text: line }, at) => !items.has(at) && isOfPerson(labelLine(line))).length;
  if (spoken.length < 0.7 * within || outside > 0.1 * spoken.length) return { text, changes: [] };
  const cuts = new Map<number, Cut[]>(spoken.flatMap(({ at, from }) => (from > 0 ? [[at, [{ from: 0, to: from, rule: 'bullet', parts: true }]]] : [])));
  // Items that the format knows have no bullet in their text.
  const told = new Set(spoken.filter(({ from }) => from === 0).map(({ at }) => at));
  const lines = told.size === 0 ? text.lines : text.lines.map((line, at) => (told.has(at) ? { ...line, item: null } : line));
  return cutLines({ ...text, lines }, cuts);
}

/** The fewest turns that are believed. */
const least = 4;

function takeTurns(spoken: readonly SpokenItem[]): boolean {
  const nth = new Map(spoken.map((item, order) => [item, order]));
  const groups = [...groupBy(spoken, ({ label }) => label.form.key).values()];
  const back = groups.filter((group) => group.some((item, at) => at > 0 && (nth.get(item) ?? 0) - (nth.get(group[at - 1] ?? item) ?? 0) > 1));
  const known = back.filter(([item]) => item !== undefined && item.label.form.kind !== 'loose');
  return spoken.length >= least && known.length >= 2 && groups.length <= 0.7 * spoken.length;
}

const isOfPerson = (label: LabelLine | null) => label?.by === 'colon' && (label.form.kind === 'role' || label.form.kind === 'person');
