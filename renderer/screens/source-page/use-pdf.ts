import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useState } from 'react';
import { openForDrawing, type DrawnPdf } from './pdf-drawing.ts';

/** A PDF that is open for drawing for as long as its page is shown; `failed` where it can't be drawn. */
export function usePdf(bytes: Uint8Array): { pdf: PDFDocumentProxy | null; failed: boolean; fail(): void } {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  useEffect(() => {
    let gone = false;
    let opened: DrawnPdf | null = null;
    setPdf(null);
    setFailed(false);
    openForDrawing(bytes).then((drawn) => {
      if (gone) return drawn.close();
      opened = drawn;
      return setPdf(drawn.document);
    }).catch(() => {
      if (!gone) setFailed(true);
    });
    return () => {
      gone = true;
      opened?.close();
    };
  }, [bytes]);
  return { pdf, failed, fail };
}
