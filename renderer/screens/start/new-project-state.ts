import { create } from 'zustand';

/** Whether the dialog for a new project is open. */
export const useNewProject = create<boolean>(() => false);
