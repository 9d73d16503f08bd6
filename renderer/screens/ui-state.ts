import { create } from 'zustand';
import type { CodeId, CodingId, CodePoint, DocumentId } from '../../schemas/ids.ts';
import type { InReview } from '../use-cases/review-document.ts';

export type View = 'reading' | 'passages' | 'analysis' | 'history';

/** A place to show: a coding, or a stretch of a document's text. */
export type Goal = { kind: 'coding'; codingId: CodingId } | { kind: 'text'; documentId: DocumentId; start: CodePoint; end: CodePoint };

/** What the screen shows of the open project; nothing in here is the user's work. */
export interface UiState {
  view: View;
  documentId: DocumentId | null;
  /** Lit up in text, stripe, list and inspector together. */
  focusedCodingId: CodingId | null;
  hoveredCodingId: CodingId | null;
  /** The theme whose row is chosen: the passages view and the inspector follow it. */
  codeId: CodeId | null;
  /** The themes that the page shows; null: all of them. */
  onlyCodes: ReadonlySet<CodeId> | null;
  /** Where the reading page should go next; it sets this back to null once it is there. */
  goal: Goal | null;
  /** An import or a document of the project under review; null outside a review. */
  review: InReview | null;
  dialog: 'export' | 'keys' | 'settings' | 'snapshots' | null;
}

export const useUi = create<UiState>(() => ({
  view: 'reading', documentId: null, focusedCodingId: null, hoveredCodingId: null, codeId: null, onlyCodes: null, goal: null, review: null, dialog: null,
}));
