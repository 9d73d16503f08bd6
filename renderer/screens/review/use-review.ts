import { useState } from 'react';
import { createStore, useStore } from 'zustand';
import type { Reading } from '../../../app/importers/importer.ts';
import { useUi } from '../ui-state.ts';
import { pushStep, startStack, stepBack, stepForward, type EditStack } from './edit-stack.ts';

export interface ReviewEdits {
  /** Corrections that stand now. */
  count: number;
  canRedo: boolean;
  /** The reading after it; the same one where nothing was to do. */
  edit(change: (reading: Reading) => Reading): Reading;
  undo(): Reading;
  redo(): Reading;
}

/** The corrections of a review. The reading under review is `useUi`'s; what came before and after it is kept here. */
export function useReviewEdits(reading: Reading): ReviewEdits {
  const [steps] = useState(() => createStore<{ stack: EditStack<Reading> }>(() => ({ stack: startStack(reading) })));
  const stack = useStore(steps, (state) => state.stack);
  const move = (step: (stack: EditStack<Reading>) => EditStack<Reading>) => {
    const next = step(steps.getState().stack);
    steps.setState({ stack: next });
    useUi.setState(({ review }) => ({ review: review && { ...review, reading: next.present } }));
    return next.present;
  };
  return {
    count: stack.past.length,
    canRedo: stack.future.length > 0,
    edit: (change) => move((before) => pushStep(before, change(before.present))),
    undo: () => move(stepBack),
    redo: () => move(stepForward),
  };
}
