import { useEffect } from 'react';

export interface ReviewActions { step(by: 1 | -1): void; undo(): void; redo(): void }

/**
 * The keys of the review. They are caught before the workbench sees them: behind a review nothing of the project may
 * be undone or tagged.
 */
export function useReviewKeys(actions: ReviewActions, active: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const run = active ? actionOf(event, actions) : null;
      if (!run) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [actions, active]);
}

function actionOf(event: KeyboardEvent, { step, undo, redo }: ReviewActions): (() => void) | null {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  // While somebody types, Ctrl+Z belongs to the field; what they typed is one correction once they leave it.
  if (isTyping(event.target)) return null;
  if (command && key === 'z') return event.shiftKey ? redo : undo;
  if (command && key === 'y') return redo;
  if (command || event.altKey || event.shiftKey) return null;
  return key === 'n' ? () => step(1) : key === 'p' ? () => step(-1) : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}
