import { create } from 'zustand';
import { holdsOnScreen, useMedia } from '../../ui/use-media.ts';
import { setPreferences, usePreferences } from '../settings/preferences.ts';

export type Side = 'left' | 'right';

/** Where the window is too narrow for panes beside the page (200 % zoom of a small screen), one at a time lies over it. */
const narrowQuery = '(max-width: 860px)';
const useOverPage = create<{ side: Side | null }>(() => ({ side: null }));

/** Whether panes lie over the page instead of beside it. */
export function useNarrow(): boolean {
  return useMedia(narrowQuery);
}

/** Whether a pane is open, if the view has it. */
export function usePaneOpen(side: Side): boolean {
  const over = useOverPage((state) => state.side) === side;
  const beside = usePreferences((preferences) => preferences[side]);
  return useNarrow() ? over : beside;
}

/** Opens or closes a pane. What is over the page in a narrow window is no preference, and is not kept. */
export function togglePane(side: Side): void {
  if (isNarrow()) useOverPage.setState(({ side: over }) => ({ side: over === side ? null : side }));
  else setPreferences({ [side]: !usePreferences.getState()[side] });
}

/** Opens a pane where it is closed. */
export function openPane(side: Side): void {
  if (isNarrow()) useOverPage.setState({ side });
  else setPreferences({ [side]: true });
}

const isNarrow = () => holdsOnScreen(narrowQuery);
