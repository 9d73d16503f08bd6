import type { CodingId } from '../../../schemas/ids.ts';
import type { PassageItem } from './passage-item.ts';
import type { ListRow } from './passage-list.ts';

/** Passages chosen to do something with together. */
export interface Choosing {
  selected: ReadonlySet<CodingId>;
  /** While Shift chooses a stretch of the list: the row where it began, and what was chosen before. */
  stretch: { from: number; before: ReadonlySet<CodingId> } | null;
}

export const noneChosen: Choosing = { selected: new Set(), stretch: null };

/** Space, or Control and a click: one passage more, or one less. */
export function toggled({ selected }: Choosing, id: CodingId, index: number): Choosing {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return { selected: next, stretch: { from: index, before: next } };
}

/** Shift and an arrow or a click: what was chosen, and all from where the stretch began to here. */
export function extended({ selected, stretch }: Choosing, rows: readonly ListRow[], from: number, to: number): Choosing {
  const now = stretch ?? { from, before: selected };
  const between = rows.slice(Math.max(0, Math.min(now.from, to)), Math.max(now.from, to) + 1);
  return { selected: new Set([...now.before, ...between.flatMap((row) => (row.kind === 'passage' ? [row.item.id] : []))]), stretch: now };
}

/** What a step is done with: the chosen passages as far as they are shown, in their order, else the one at the keyboard. */
export function targets(shown: readonly PassageItem[], selected: ReadonlySet<CodingId>, active: PassageItem | undefined): CodingId[] {
  const chosen = shown.filter(({ id }) => selected.has(id));
  return (chosen.length > 0 || !active ? chosen : [active]).map(({ id }) => id);
}
