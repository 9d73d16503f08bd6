import { ok } from '../support/result.ts';
import { extensionsOf } from './extensions.ts';
import type { Importer } from './importer.ts';
import { extractPdf } from './pdf/extract.ts';
import { pdfDocument } from './pdf/raw-document.ts';
import { hasPdfSignature } from './signatures.ts';

/** PDF: its letters with their places on the page, put in reading order. Pictures of text are not read. */
export const pdf: Importer = {
  id: 'pdf',
  name: { nl: 'PDF', en: 'PDF' },
  extensions: extensionsOf.pdf,
  source: 'extract',
  sniff: (bytes) => (hasPdfSignature(bytes) ? 1 : 0),
  read: async (bytes, context) => {
    const text = await extractPdf(bytes, context);
    return text.ok ? ok(pdfDocument(text.value).raw) : text;
  },
};
