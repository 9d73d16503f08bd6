import { create } from 'zustand';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { noneChosen, type Choosing } from './choosing.ts';
import type { Grouping, Order } from './passage-list.ts';

export type Editing = 'memo' | 'split';

/** How the list is shown, kept while another view is open, so that one comes back to the same place. */
export interface PassagesState extends Choosing {
  query: string;
  grouping: Grouping;
  order: Order;
  withSubthemes: boolean;
  /** Themes shown together with the one that is chosen (`UiState.codeId`), for as long as that one stays chosen. */
  together: { with: CodeId; ids: ReadonlySet<CodeId> } | null;
  /** `ListRow.key` of the row that the keyboard is at. */
  activeKey: string | null;
  /** Where that row stood, for when it is gone. */
  activeIndex: number;
  scrollTop: number;
  /** The passage whose place in the text is being looked at; null where nobody left the list for it. */
  away: CodingId | null;
  /** The passage that the text beside the list was last brought to. */
  shownId: CodingId | null;
  /** Only these codings, which an analysis led to, with what they are; null for all. */
  chosen: { ids: ReadonlySet<CodingId>; name: string } | null;
  /** The row in which a memo is written or a place is sought to split at, by its `ListRow.key`. */
  editing: { kind: Editing; key: string } | null;
  /** Another theme, a new one, or a memo is being asked for, for these. */
  asking: { kind: 'theme' | 'new-theme' | 'memo'; ids: readonly CodingId[] } | null;
  /** A memo for several passages, as far as it was written and not added. */
  memoDraft: string;
}

export const usePassages = create<PassagesState>(() => ({
  query: '', grouping: 'speaker', order: 'place', withSubthemes: true, together: null, activeKey: null, activeIndex: 0, scrollTop: 0, away: null, shownId: null, chosen: null,
  ...noneChosen, editing: null, asking: null, memoDraft: '',
}));
