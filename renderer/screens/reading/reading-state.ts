import type { EditorView } from 'prosemirror-view';
import { create } from 'zustand';
import type { CodeId, CodingId, DocumentId, MemoId } from '../../../schemas/ids.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import type { ReadingDocument } from '../../editor/reading-document.ts';

/** The page that is on the screen. */
export interface Page { documentId: DocumentId; reading: ReadingDocument; view: EditorView; scroller: HTMLElement }

interface ReadingState {
  /** Null while another view is shown. */
  page: Page | null;
  /** Where the reading cursor stands; null until it was moved. */
  cursor: Utf16 | null;
  /** What is selected on it, trimmed; null where nothing is. */
  selection: TextRange | null;
  /** The selection was drawn with the mouse, which is then where tagging is offered. */
  byPointer: boolean;
  /** The tagging palette is open. */
  tagging: boolean;
  /** Letters are on the sentences: to choose where a passage starts, or where it ends. */
  jumping: 'start' | 'end' | null;
  /** The coding whose borders are being moved. */
  reshaping: CodingId | null;
  /** The memo on a passage that is chosen, in the margin and in the inspector. */
  memoId: MemoId | null;
  /** Themes used last, newest first. */
  recent: readonly CodeId[];
}

export const useReading = create<ReadingState>(() => ({ page: null, cursor: null, selection: null, byPointer: false, tagging: false, jumping: null, reshaping: null, memoId: null, recent: [] }));

/** How many themes are remembered as recently used. */
const remembered = 9;

export function usedTheme(codeId: CodeId): void {
  useReading.setState(({ recent }) => ({ recent: [codeId, ...recent.filter((other) => other !== codeId)].slice(0, remembered) }));
}

/** Gives the keyboard back to the page, with its selection. */
export function focusPage(): void {
  useReading.getState().page?.view.dom.focus({ preventScroll: true });
}
