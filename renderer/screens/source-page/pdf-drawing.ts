import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startPdfWorker } from '../../workers/start-worker.ts';

/** A PDF that is open for drawing. `close` ends its worker. */
export interface DrawnPdf { document: PDFDocumentProxy; close(): void }

/**
 * Opens a PDF for drawing its pages: in a worker of its own, without scripts, forms or the network. Letters of fonts
 * that the PDF lacks are drawn with those that come with pdf.js, which the build keeps beside the screen.
 * @throws what pdf.js throws where it can't be opened.
 */
export async function openForDrawing(bytes: Uint8Array): Promise<DrawnPdf> {
  const { getDocument, PDFWorker, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = startPdfWorker();
  const worker = PDFWorker.create({ port });
  const close = () => {
    worker.destroy();
    port.terminate();
  };
  try {
    const document = await getDocument({
      data: bytes.slice(), worker, isEvalSupported: false, useWasm: false, useSystemFonts: false, enableXfa: false,
      useWorkerFetch: false, BinaryDataFactory: ShippedFonts, verbosity: VerbosityLevel.ERRORS,
    }).promise;
    return { document, close };
  } catch (cause) {
    close();
    throw cause;
  }
}

/** Draws a page on a canvas, `width` CSS pixels wide. `stop` ends it. */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number): { done: Promise<void>; stop(): void } {
  const dots = width * Math.min(3, window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: dots / page.getViewport({ scale: 1 }).width });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  return { done: task.promise, stop: () => task.cancel() };
}

const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { query: '?url', import: 'default', eager: true });

/** Gives pdf.js the fonts that every reader of PDF has. Anything else it asks for is not there. */
class ShippedFonts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = fonts[`../../../node_modules/pdfjs-dist/standard_fonts/${filename}`];
    const answer = address === undefined ? null : await fetch(address);
    if (!answer?.ok) throw new Error(`${filename} is not there`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
