import type { Reading } from '../importers/importer.ts';
import { patched, textOrNull } from './patch.ts';

export type DocumentPatch = Partial<Pick<Reading['document'], 'name' | 'date' | 'place'>>;

/** The reading with other data of the document. An empty name is no name: the reading stays as it is. */
export function editDocument(reading: Reading, patch: DocumentPatch): Reading {
  const name = patch.name?.trim();
  if (name === '') return reading;
  const place = patch.place === undefined ? {} : { place: textOrNull(patch.place) };
  const document = patched(reading.document, { ...patch, ...(name ? { name } : {}), ...place });
  return document === reading.document ? reading : { ...reading, document };
}

/** Marks a doubt as looked at and found right, or takes that back. */
export function setSeen(reading: Reading, index: number, seen: boolean): Reading {
  const warning = reading.content.warnings[index];
  if (!warning || (warning.seen === true) === seen) return reading;
  const { seen: _, ...rest } = warning;
  const warnings = reading.content.warnings.with(index, seen ? { ...rest, seen } : rest);
  return { ...reading, content: { ...reading.content, warnings } };
}
