import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useState } from 'react';
import { openForDrawing, type DrawnPdf } from './pdf-drawing.ts';

/** A PDF that is open for drawing for as long as its page is shown; `failed` where it can't be drawn. */
export function usePdf(bytes: Uint8Array): { pdf: PDFDocumentProxy | null; failed: boolean; fail(): void } {
  const [opened, setOpened] = useState<{ of: Uint8Array; pdf: PDFDocumentProxy | null } | null>(null);
  const fail = useCallback(() => setOpened({ of: bytes, pdf: null }), [bytes]);
  useEffect(() => {
    let gone = false;
    let drawn: DrawnPdf | null = null;
    const open = async () => {
      const made = await openForDrawing(bytes);
      if (gone) return made.close();
      drawn = made;
      return setOpened({ of: bytes, pdf: made.document });
    };
    open().catch(() => {
      if (!gone) setOpened({ of: bytes, pdf: null });
    });
    return () => {
      gone = true;
      drawn?.close();
    };
  }, [bytes]);
  const own = opened?.of === bytes ? opened : null;
  return { pdf: own?.pdf ?? null, failed: own !== null && own.pdf === null, fail };
}
