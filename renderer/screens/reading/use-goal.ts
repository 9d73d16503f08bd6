import { useEffect } from 'react';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { arrive } from '../../editor/arrive.ts';
import { selectText } from '../../editor/reading-view.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi, type Goal } from '../ui-state.ts';
import { placeOf } from './drawn-codings.ts';
import type { Page } from './reading-state.ts';

/** Goes where the rest of the screen asks: scrolls there, selects words that were found or sets the cursor before a coding, and lights the place up for a moment. */
export function useGoal(page: Page | null): void {
  const goal = useUi((state) => state.goal);
  useEffect(() => {
    if (!page || !goal) return;
    const documentId = documentOf(goal);
    if (documentId !== null && documentId !== page.documentId) {
      useUi.setState({ documentId });
      return;
    }
    useUi.setState({ goal: null, ...(goal.kind === 'coding' ? { focusedCodingId: goal.codingId } : {}) });
    const range = rangeOf(goal, page);
    if (range) go(page, range, goal.kind === 'text' ? range.end : range.start);
    else notify({ kind: 'info', key: 'reading.place-lost' });
  }, [page, goal]);
}

function documentOf(goal: Goal) {
  return goal.kind === 'text' ? goal.documentId : (useWorkbench.getState().project?.state.codings.get(goal.codingId)?.documentId ?? null);
}

function rangeOf(goal: Goal, { reading }: Page): TextRange | null {
  if (goal.kind === 'coding') {
    const coding = useWorkbench.getState().project?.state.codings.get(goal.codingId);
    return coding ? placeOf(coding, reading.text) : null;
  }
  if (goal.end > reading.text.codePoints || goal.start > goal.end) return null;
  return { start: reading.text.toUtf16(goal.start), end: reading.text.toUtf16(goal.end) };
}

function go({ view, reading, scroller }: Page, range: TextRange, selectedTo: Utf16): void {
  selectText(view, reading, { start: range.start, end: selectedTo });
  void arrive(view, scroller, reading.positions.toRange(range));
}
