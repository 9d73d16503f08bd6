import { holdsOnScreen, useMedia } from '../../ui/use-media.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { setPreferences, usePreferences } from '../settings/preferences.ts';
import { useUi } from '../ui-state.ts';

/** From this width on there is room for the list beside the text. */
const roomQuery = '(min-width: 1100px)';

/** Whether the window has room for text and list together. */
export const useRoom = () => useMedia(roomQuery);

/** Whether the list of passages stands beside the text now, instead of in its place. */
export function useBeside(): boolean {
  const hasRoom = useRoom();
  const isWide = usePreferences((preferences) => preferences.passagesWide);
  const isOpen = useUi((ui) => ui.view === 'passages');
  const hasText = useWorkbench(({ project }) => (project?.state.documents.size ?? 0) > 0);
  return hasRoom && !isWide && isOpen && hasText;
}

/** The same, at this moment. */
export function isBeside(): boolean {
  return holdsOnScreen(roomQuery) && !usePreferences.getState().passagesWide
    && useUi.getState().view === 'passages' && (useWorkbench.getState().project?.state.documents.size ?? 0) > 0;
}

/** Gives the list the whole width, or puts it beside the text again. */
export function toggleWide(): void {
  setPreferences({ passagesWide: !usePreferences.getState().passagesWide });
}
