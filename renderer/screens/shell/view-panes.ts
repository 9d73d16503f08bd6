import type { View } from '../ui-state.ts';
import type { Side } from './pane-state.ts';

const panes: Record<View, readonly Side[]> = {
  reading: ['left', 'right'],
  passages: ['left'],
  analysis: [],
  history: [],
};

/** Whether a view has a pane beside it: themes and documents left, details right. */
export function hasPane(view: View, pane: Side): boolean {
  return panes[view].includes(pane);
}
