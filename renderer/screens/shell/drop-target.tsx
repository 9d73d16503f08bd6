import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { droppedFiles } from '../../host/dropped-files.ts';
import { useT } from '../../i18n/index.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { takeIn } from './incoming.ts';
import { readOnlyWords } from './read-only-words.ts';

/** Files can be let go anywhere in the window; while they hover, a calm sheet says what will happen. */
export function DropTarget() {
  const t = useT();
  const over = useFilesOver();
  const phase = useWorkbench((workbench) => workbench.phase);
  const readOnly = useWorkbench((workbench) => workbench.project?.readOnly ?? null);
  if (!over) return null;
  return (
    <div className="drop" aria-hidden>
      <div className="drop-card">
        <FileDown />
        {readOnly
          ? <p>{t('drop.read-only', { reason: t(readOnlyWords[readOnly]) })}</p>
          : <><p>{t(phase === 'start' ? 'drop.new-project' : 'drop.document')}</p><small>{t('drop.detail')}</small></>}
      </div>
    </div>
  );
}

/** Whether files hover over the window. Takes them in when they are let go; never lets the browser open them. */
function useFilesOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child fires before leaving its parent: only the balance says whether they are still here.
    let depth = 0;
    const withFiles = (handle: (event: DragEvent) => void) => (event: DragEvent) => {
      if (!(event.dataTransfer?.types.includes('Files') ?? false)) return;
      event.preventDefault();
      handle(event);
    };
    const set = (next: number) => {
      depth = Math.max(0, next);
      setOver(depth > 0 && welcome());
    };
    const listeners = {
      dragenter: withFiles(() => set(depth + 1)),
      dragleave: withFiles(() => set(depth - 1)),
      dragover: withFiles((event) => { if (event.dataTransfer) event.dataTransfer.dropEffect = welcome() ? 'copy' : 'none'; }),
      drop: withFiles((event) => {
        set(0);
        if (event.dataTransfer && welcome() && !isReadOnly()) void droppedFiles(event.dataTransfer).then(takeIn);
      }),
    };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return over;
}

/** There is somewhere for files to go: not before the start, nor while a review or dialog asks for an answer. */
function welcome(): boolean {
  const { phase } = useWorkbench.getState();
  const { review, dialog } = useUi.getState();
  return (phase === 'start' || phase === 'project') && review === null && dialog === null;
}

function isReadOnly(): boolean {
  return (useWorkbench.getState().project?.readOnly ?? null) !== null;
}
