import type { View } from '../ui-state.ts';

const panes: Record<View, readonly ('left' | 'right')[]> = {
  reading: ['left', 'right'],
  passages: ['left'],
  analysis: [],
  history: [],
};

/** Whether a view has a pane beside it: themes and documents left, details right. */
export function hasPane(view: View, pane: 'left' | 'right'): boolean {
  return panes[view].includes(pane);
}
