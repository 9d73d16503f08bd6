import { create } from 'zustand';

/** Whether the command palette is open. */
export const usePaletteOpen = create<boolean>(() => false);
