/** The endings of file names that each importer takes, by its id; apart from the importers, so that a list of them needs no reader. */
export const extensionsOf = {
  txt: ['txt', 'text', 'log', 'vtt', 'srt'],
  md: ['md', 'markdown'],
  pdf: ['pdf'],
  docx: ['docx', 'docm'],
  odt: ['odt'],
  html: ['html', 'htm', 'xhtml'],
  csv: ['csv', 'tsv'],
} as const;

/** All of them, for file dialogs and for files that the system opens. */
export const documentExtensions: readonly string[] = Object.values(extensionsOf).flat();
