import type { Words } from '../support/words.ts';
import { hasOldWordSignature, latin, zipKind } from './signatures.ts';

/** A format that is known by its first bytes and can't be read. */
export interface KnownFormat { id: string; name: Words }

/**
 * The format of a file that is no text and that no importer reads, by what its bytes say; null where they say nothing
 * of the kind. The name only tells apart what is packed in a zip alike.
 */
export function unsupportedFormat(bytes: Uint8Array, fileName: string): KnownFormat | null {
  const head = latin(bytes.subarray(0, 4096));
  const start = head.replace(/^(\u00EF\u00BB\u00BF)?\s*/u, '').slice(0, 200).toLowerCase();
  if (zipKind(bytes, fileName) === 'zip') return formats.zip;
  if (hasOldWordSignature(bytes)) return formats.doc;
  if (start.startsWith('{\\rtf')) return formats.rtf;
  return null;
}

const formats = {
  doc: { id: 'doc', name: { nl: 'Word 97–2003 (.doc)', en: 'Word 97–2003 (.doc)' } },
  rtf: { id: 'rtf', name: { nl: 'RTF', en: 'RTF' } },
  zip: { id: 'zip', name: { nl: 'zip-archief', en: 'zip archive' } },
} satisfies Record<string, KnownFormat>;
