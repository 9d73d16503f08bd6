import { importers } from './registry.ts';

/**
 * Whether the places of a document's letters are places in its file, which others can check; in formats that give a
 * text made out of the file they are ours alone, and leave with nothing that we hand out.
 */
export function hasFileSource(format: string): boolean {
  return importers.find(({ id }) => id === format)?.source === 'file';
}
