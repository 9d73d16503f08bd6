import type { Reading } from '../../app/importers/importer.ts';
import { importDocument } from '../../app/importers/import-document.ts';
import { describe as describePassage } from '../../app/anchoring/describe.ts';
import { plainText } from '../../app/document/plain-text.ts';
import type { Utf16 } from '../../app/document/offsets.ts';
import type { Anchor } from '../../schemas/records/coding.ts';
import type { Content } from '../../schemas/records/content.ts';

const text = [
  'De veerdienst naar het eiland vaart te weinig.',
  'Wie in de avond terug wil, blijft aan de kade staan. 🚢',
  'De reder zegt dat een tweede boot te duur is.',
  'De huisarts mist daardoor haar spreekuur.',
].join('\n\n');

/** A short invented document as bytes, another one for each number. */
export const documentBytes = (number = 1) => new TextEncoder().encode(`Verslag ${number}\n\n${text}\n`);

/** The same, read as the workbench reads it. */
export async function readingOf(number = 1): Promise<{ reading: Reading; bytes: Uint8Array }> {
  const bytes = documentBytes(number);
  const reading = await importDocument(bytes, { fileName: `verslag-${number}.txt`, now: '2026-02-03T10:00:00.000Z' });
  if (!reading.ok) throw new Error(reading.problem.message);
  return { reading: reading.value, bytes };
}

/** The anchor of a stretch of a content's text. */
export function anchorAt(content: Content, start: number, length: number): Anchor {
  const whole = plainText(content);
  const from = Math.min(start, whole.text.length - 1);
  return describePassage(whole, from as Utf16, Math.min(from + length, whole.text.length) as Utf16);
}
