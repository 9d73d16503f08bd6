/** The part of pdf.js that reads bytes, for drawing pages: it answers whoever started it. */
import '../no-eval.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
