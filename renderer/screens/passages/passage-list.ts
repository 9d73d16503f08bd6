import type { CodeId } from '../../../schemas/ids.ts';
import { fold, holds } from '../../../app/support/fold.ts';
import type { PassageItem } from './passage-item.ts';

export type Grouping = 'theme' | 'speaker' | 'role' | 'document' | 'none';
export type Order = 'place' | 'time' | 'theme' | 'speaker' | 'role';

export interface ListChoice {
  /** The themes to show, or null for all. */
  codes: ReadonlySet<CodeId> | null;
  query: string;
  grouping: Grouping;
  order: Order;
}

/**
 * A row of the list. `label` is null for what has no speaker or no role; `detail` is a speaker's role. A passage that crosses turns stands in the
 * group of each speaker it touches, as the counts have it; `key` tells the two apart.
 */
export type ListRow =
  | { kind: 'group'; key: string; label: string | null; detail: string | null; count: number; color: string | null }
  | PassageRow;
export interface PassageRow { kind: 'passage'; key: string; item: PassageItem }

/** The passages chosen: of these themes, holding the query, in order. */
export function choosePassages(items: readonly PassageItem[], choice: Omit<ListChoice, 'grouping'>): PassageItem[] {
  const query = fold(choice.query.trim());
  return items
    .filter((item) => (!choice.codes || choice.codes.has(item.codeId)) && holds(item.searchable, query))
    .toSorted(comparators[choice.order]);
}

/**
 * The rows of the list, each group with its header. Groups stand in order of their first passage in the text, themes
 * in the order of the codebook; what has no speaker or no role comes last.
 */
export function listRows(passages: readonly PassageItem[], grouping: Grouping, codeOrder: readonly CodeId[]): ListRow[] {
  if (grouping === 'none') return passages.map((item) => ({ kind: 'passage', key: item.id, item }));
  const groups = new Map<string, Group & { color: string | null; rank: number; items: PassageItem[] }>();
  const ranks = new Map(codeOrder.map((id, index) => [id, index]));
  for (const item of passages.toSorted(byPlace)) {
    for (const { key, label, detail } of groupsOf(item, grouping)) {
      const rank = label === null ? Infinity : grouping === 'theme' ? (ranks.get(item.codeId) ?? ranks.size) : groups.size;
      if (!groups.has(key)) groups.set(key, { key, label, detail, color: grouping === 'theme' ? item.color : null, rank, items: [] });
    }
  }
  for (const item of passages) for (const { key } of groupsOf(item, grouping)) groups.get(key)?.items.push(item);
  return [...groups].toSorted(([, a], [, b]) => compareRank(a.rank, b.rank)).flatMap(([key, { label, detail, color, items }]): ListRow[] => [
    { kind: 'group', key, label, detail, count: items.length, color },
    ...items.map((item): ListRow => ({ kind: 'passage', key: `${key}/${item.id}`, item })),
  ]);
}

/** The speakers who are heard in these passages, moderators apart, since counts leave them out. */
export function speakersIn(passages: readonly PassageItem[]): { speakers: number; moderators: number } {
  const voices = new Map(passages.flatMap((item) => item.voices).map((voice) => [voice.key, voice.moderator]));
  const moderators = [...voices.values()].filter(Boolean).length;
  return { speakers: voices.size - moderators, moderators };
}

interface Group { key: string; label: string | null; detail: string | null }

function groupsOf(item: PassageItem, grouping: Exclude<Grouping, 'none'>): Group[] {
  const plain = (key: string, label: string | null): Group => ({ key, label, detail: null });
  switch (grouping) {
    case 'theme': return [plain(item.codeId, item.codeName)];
    case 'document': return [plain(item.documentId, item.documentName)];
    case 'speaker': return orNone(item.voices.map(({ key, name, role }) => ({ key, label: name, detail: role === name.toLowerCase() ? null : role })));
    case 'role': return orNone([...new Set(item.voices.map((voice) => voice.role))].map((role) => plain(role ?? '', role)));
  }
}

const orNone = (groups: Group[]) => (groups.length > 0 ? groups : [{ key: '', label: null, detail: null }]);

function byPlace(a: PassageItem, b: PassageItem): number {
  const [document, start, end] = a.place;
  const [otherDocument, otherStart, otherEnd] = b.place;
  return document - otherDocument || start - otherStart || otherEnd - end || a.codeName.localeCompare(b.codeName) || a.id.localeCompare(b.id);
}

/** Newest first: what was just coded is what one looks back at. */
function byTime(a: PassageItem, b: PassageItem): number {
  return b.createdAt.localeCompare(a.createdAt) || byPlace(a, b);
}

/** By a name, with what has none last, and by place within it. */
const byName = (nameOf: (item: PassageItem) => string | null | undefined) => (a: PassageItem, b: PassageItem): number => {
  const [one, other] = [nameOf(a) ?? null, nameOf(b) ?? null];
  if (one === null || other === null) return Number(one === null) - Number(other === null) || byPlace(a, b);
  return one.localeCompare(other, 'nl') || byPlace(a, b);
};

const comparators: Record<Order, (a: PassageItem, b: PassageItem) => number> = {
  place: byPlace, time: byTime, theme: byName((item) => item.codeName),
  speaker: byName((item) => item.voices[0]?.name), role: byName((item) => item.voices[0]?.role),
};

const compareRank = (a: number, b: number) => (a === b ? 0 : a - b);
