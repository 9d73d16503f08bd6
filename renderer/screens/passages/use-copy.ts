import { useEffect } from 'react';
import type { CodingId } from '../../../schemas/ids.ts';
import { useUi } from '../ui-state.ts';
import { writePassages } from './passage-actions.ts';

/** Ctrl+C on a passage copies it with its source; where text is selected, that is copied. */
export function useCopy(): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const id: CodingId | null = useUi.getState().focusedCodingId;
      const here = document.activeElement instanceof HTMLElement && document.activeElement.dataset['passage'] === id;
      if (!here || id === null || !event.clipboardData || document.getSelection()?.isCollapsed === false) return;
      writePassages(event.clipboardData, [id]);
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, []);
}
