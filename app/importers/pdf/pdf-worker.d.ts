/** pdf.js comes in two parts; its types tell of one. This one reads the bytes, and is put where the other looks for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
