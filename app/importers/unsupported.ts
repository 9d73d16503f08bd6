import type { Words } from '../support/words.ts';
import { latin, zipKind } from './zip-kind.ts';

/** A format that is known by its first bytes and can't be read yet. */
export interface KnownFormat { id: string; name: Words }

/**
 * The format of a file that is no text, by what its bytes say; null where they say nothing of the kind. The name
 * only tells apart what is packed in a zip alike.
 */
export function unsupportedFormat(bytes: Uint8Array, fileName: string): KnownFormat | null {
  const head = latin(bytes.subarray(0, 4096));
  const start = head.replace(/^(\u00EF\u00BB\u00BF)?\s*/u, '').slice(0, 200).toLowerCase();
  if (head.slice(0, 1024).includes('%PDF-')) return formats.pdf;
  const zip = zipKind(bytes, fileName);
  if (zip) return formats[zip];
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1')) return formats.doc;
  if (start.startsWith('{\\rtf')) return formats.rtf;
  if (start.startsWith('<!doctype html') || start.startsWith('<html') || (start.startsWith('<?xml') && head.includes('<html'))) return formats.html;
  return null;
}

const formats = {
  pdf: { id: 'pdf', name: { nl: 'PDF', en: 'PDF' } },
  docx: { id: 'docx', name: { nl: 'Word (.docx)', en: 'Word (.docx)' } },
  doc: { id: 'doc', name: { nl: 'Word 97–2003 (.doc)', en: 'Word 97–2003 (.doc)' } },
  odt: { id: 'odt', name: { nl: 'OpenDocument (.odt)', en: 'OpenDocument (.odt)' } },
  rtf: { id: 'rtf', name: { nl: 'RTF', en: 'RTF' } },
  html: { id: 'html', name: { nl: 'webpagina (HTML)', en: 'web page (HTML)' } },
  zip: { id: 'zip', name: { nl: 'zip-archief', en: 'zip archive' } },
} satisfies Record<string, KnownFormat>;
