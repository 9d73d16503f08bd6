import type { OPS, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fail, ok, type Result } from '../../support/result.ts';

/** A PDF that is open for reading its text. `close` frees what pdf.js holds. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  ops: typeof OPS;
  /** Files that pdf.js asked for to read letters of fonts that the PDF lacks; it has none of them. */
  missing: ReadonlySet<string>;
  close(): Promise<void>;
}

/**
 * Opens a PDF with pdf.js in this thread: text only, so no pictures, no fonts to draw with, no network, no eval.
 * Problems: `pdf-password`, `damaged-file`. The bytes are copied, since pdf.js takes hold of those it is given.
 */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf>> {
  const { getDocument, OPS: ops, VerbosityLevel } = await library();
  const missing = new Set<string>();
  class NoFiles {
    async fetch({ filename }: { filename: string }): Promise<never> {
      missing.add(filename);
      throw new Error(`${filename} is not needed to read text`);
    }
  }
  const task = getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // A picture larger than one dot is passed over without being unpacked.
    maxImageSize: 1,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: NoFiles,
  });
  try {
    return ok({ document: await task.promise, ops, missing, close: () => task.destroy() });
  } catch (cause) {
    await task.destroy();
    return { ok: false, problem: { ...whyNot(cause).problem, cause } };
  }
}

function whyNot(cause: unknown) {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return fail('pdf-password', 'the PDF is locked with a password; open it in the program that shows PDFs, print it to a new PDF without a password, and open that');
  }
  return fail('damaged-file', 'the PDF is damaged: no page of it can be read; fetch it again where it came from');
}

/**
 * Both parts of pdf.js, loaded when the first PDF is read. With its worker's part at hand it starts no worker of its
 * own. Node lacks classes that its drawing part asks for when it is loaded, and never uses for text.
 */
async function library(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const global = globalThis as { pdfjsWorker?: unknown; DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'] as const) global[name] ??= Object;
  global.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
