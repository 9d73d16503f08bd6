import { useEffect } from 'react';
import { activePassage } from './active-row.ts';
import { targets } from './choosing.ts';
import { writePassages } from './passage-actions.ts';
import { usePassages } from './passages-state.ts';
import type { Passages } from './use-passages.ts';

/** Ctrl+C on a passage copies it, or those that are chosen, with their sources; where text is selected, that is copied. */
export function useCopy({ shown, rows }: Pick<Passages, 'shown' | 'rows'>): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const here = document.activeElement instanceof HTMLElement && document.activeElement.dataset['passage'] !== undefined;
      const ids = targets(shown, usePassages.getState().selected, activePassage(rows)?.row.item);
      if (!here || ids.length === 0 || !event.clipboardData || document.getSelection()?.isCollapsed === false) return;
      writePassages(event.clipboardData, ids);
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [shown, rows]);
}
