import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Box } from '../../../app/importers/pdf/geometry.ts';
import { drawPage } from './pdf-drawing.ts';

export interface PageSheetProps {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  /** The page's size in points, and the width it is shown in, in px. */
  size: { width: number; height: number };
  width: number;
  boxes: readonly Box[];
  label: string;
  onFailed(): void;
}

/** One page as it is printed, with boxes on it. The first box is brought into sight. */
export function PageSheet({ pdf, number, size, width, boxes, label, onFailed }: PageSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const first = useRef<HTMLDivElement>(null);
  const scale = width / size.width;
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (gone || !canvas.current) return;
      const drawing = drawPage(page, canvas.current, width);
      stop = drawing.stop;
      await drawing.done;
    };
    draw().catch(() => {
      if (!gone) onFailed();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, number, width, onFailed]);
  useLayoutEffect(() => {
    if (boxes.length > 0 && scale > 0) first.current?.scrollIntoView({ block: 'center' });
  }, [boxes, scale]);
  return (
    <figure className="page-sheet" aria-label={label} style={{ width, height: size.height * scale }}>
      {/* Drawn anew for each page, so that a slow page never shows the one before. */}
      <canvas key={number} ref={canvas} aria-hidden />
      {boxes.map((box, at) => (
        <div
          key={`${box.left} ${box.top}`} ref={at === 0 ? first : undefined} className="passage-box"
          style={{ left: box.left * scale, top: box.top * scale, width: (box.right - box.left) * scale, height: (box.bottom - box.top) * scale }}
        />
      ))}
    </figure>
  );
}
