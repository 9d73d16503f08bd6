/** The words of menus and dialogs of the system; the screen has its own. English must have every key of Dutch. */
export type MenuLanguage = 'nl' | 'en';

const nl = {
  file: 'Bestand', newProject: 'Nieuw project', openProject: 'Project openen…', addDocument: 'Document opnemen…', addFolder: 'Map met documenten opnemen…',
  saveProject: 'Project als bestand bewaren…', export: 'Exporteren…', closeProject: 'Project sluiten', quit: 'Afsluiten',
  edit: 'Bewerken', undo: 'Ongedaan maken', redo: 'Opnieuw', cut: 'Knippen', copy: 'Kopiëren', paste: 'Plakken', selectAll: 'Alles selecteren',
  view: 'Beeld', reading: 'Lezen', passages: 'Passages', analysis: 'Analyse', history: 'Geschiedenis', leftPanel: 'Linkerpaneel', rightPanel: 'Rechterpaneel',
  zoomIn: 'Tekst groter', zoomOut: 'Tekst kleiner', fullScreen: 'Volledig scherm',
  help: 'Help', palette: 'Opdrachten', keys: 'Toetsen', settings: 'Instellingen', dataFolder: 'Gegevensmap tonen',
  allFiles: 'Alle bestanden', projectFiles: 'Hoorwerk-projecten', tables: 'Tabellen', documents: 'Documenten',
  cannotStart: 'Hoorwerk kan niet starten',
};

const en: Record<keyof typeof nl, string> = {
  file: 'File', newProject: 'New project', openProject: 'Open project…', addDocument: 'Add a document…', addFolder: 'Add a folder of documents…',
  saveProject: 'Save project as a file…', export: 'Export…', closeProject: 'Close project', quit: 'Quit',
  edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all',
  view: 'View', reading: 'Reading', passages: 'Passages', analysis: 'Analysis', history: 'History', leftPanel: 'Left panel', rightPanel: 'Right panel',
  zoomIn: 'Larger text', zoomOut: 'Smaller text', fullScreen: 'Full screen',
  help: 'Help', palette: 'Commands', keys: 'Keys', settings: 'Settings', dataFolder: 'Show the data folder',
  allFiles: 'All files', projectFiles: 'Hoorwerk projects', tables: 'Tables', documents: 'Documents',
  cannotStart: 'Hoorwerk cannot start',
};

export const labels: Record<MenuLanguage, typeof nl> = { nl, en };

/** Dutch unless the system speaks another language. */
export function menuLanguage(locale: string): MenuLanguage {
  return locale === '' || locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}
