import { fail, ok, type Result } from '../../support/result.ts';
import type { ImportContext } from '../importer.ts';
import { furnitureOf } from './furniture.ts';
import { groupBy } from '../../structure/group.ts';
import { openPdf, type OpenPdf } from './open-pdf.ts';
import { readInk } from './page-ink.ts';
import { salvagePages } from './salvage.ts';
import { linesOf, pageRows, partsOf, wideLine, type PageLine, type PageRows } from './page-lines.ts';
import type { Row } from './rows.ts';

/** What stands on the pages of a PDF, line by line, in reading order. */
export interface PdfText {
  pages: Pick<PageRows, 'width' | 'height' | 'turn' | 'rules'>[];
  lines: PageLine[];
  /** Size of the type that most of the text is set in. */
  bodySize: number;
  /** The file ends too soon: there may have been more pages. */
  cut: boolean;
  /** Pages (from 1) that could not be read, and those that are pictures without letters. */
  unread: number[];
  pictures: number[];
  /** Pages on which letters may be missing, since the PDF does not say which letters its signs are. */
  unknownLetters: number[];
}

/** The most pages that are read. Twice the longest report we know of. */
export const mostPages = 5000;

/** Milliseconds after which reading is given up. A report of 2,000 pages takes a tenth of it. */
const longest = 600_000;

/** How a reading is stopped and followed. */
type Watch = Pick<ImportContext, 'signal' | 'onProgress'>;

/**
 * Reads every page of a PDF. Problems: those of opening it, `too-many-pages`, `no-text-layer`, `import-slow`,
 * `cancelled`. `onProgress` hears of each page; other work goes first between pages. What is left of a cut file is read.
 */
export async function extractPdf(bytes: Uint8Array, watch: Watch): Promise<Result<PdfText>> {
  const opened = await openPdf(bytes);
  if (opened.ok) return readAndClose(opened.value, !endsWhole(bytes), watch);
  const rest = opened.problem.code === 'damaged-file' ? salvagePages(bytes) : null;
  const again = rest && await openPdf(rest);
  return again?.ok ? readAndClose(again.value, true, watch) : opened;
}

/** The last thing that a writer writes, near the end. */
function endsWhole(bytes: Uint8Array): boolean {
  return Array.from(bytes.subarray(-2048), (byte) => String.fromCharCode(byte)).join('').includes('%%EOF');
}

async function readAndClose(pdf: OpenPdf, cut: boolean, watch: Watch): Promise<Result<PdfText>> {
  try {
    return await readPages(pdf, cut, watch);
  } finally {
    await pdf.close();
  }
}

async function readPages(pdf: OpenPdf, cut: boolean, { signal, onProgress }: Watch): Promise<Result<PdfText>> {
  const count = pdf.document.numPages;
  if (count > mostPages) return fail('too-many-pages', `the PDF has ${count} pages, more than the ${mostPages} that can be read; split it into parts`, { pages: count, most: mostPages });
  const started = performance.now();
  const pages: PageRows[] = [];
  const unread: number[] = [];
  const unknownLetters: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    if (signal?.aborted) return fail('cancelled', 'reading the file was stopped; nothing was kept');
    if (performance.now() - started > longest) return fail('import-slow', `reading was given up at page ${number} of ${count}; split the PDF into parts`, { page: number, pages: count });
    const asked = pdf.missing.size;
    const page = await readPage(pdf, number);
    if (!page) unread.push(number);
    pages.push(page ?? emptyPage);
    if (pdf.missing.size > asked && [...pdf.missing].some((name) => name.endsWith('.bcmap'))) unknownLetters.push(number);
    onProgress?.(number / count);
    await otherWork();
  }
  const last = pages.findLastIndex((page) => letters(page) > 0) + 1;
  if (last === 0 && (cut || unread.length === count)) return fail('damaged-file', 'the PDF is damaged: no page of it can be read; fetch it again where it came from');
  const pictures = pages.flatMap((page, at) => (page.picture && letters(page) < 10 ? [at + 1] : []));
  if (last === 0) return noText(pictures.length);
  // Of a cut file the pages behind the last one with letters are gone, whatever is known of them.
  const left = cut ? pages.slice(0, last) : pages;
  return ok({
    ...arrange(left), pages: left.map(({ width, height, turn, rules }) => ({ width, height, turn, rules })),
    cut, unread: unread.filter((page) => page <= left.length), pictures, unknownLetters,
  });
}

async function readPage(pdf: OpenPdf, number: number): Promise<PageRows | null> {
  try {
    return pageRows(await readInk(await pdf.document.getPage(number), pdf.ops));
  } catch {
    // Whatever pdf.js throws here is about this page; the caller tells the user which one it was.
    return null;
  }
}

const emptyPage: PageRows = { width: 0, height: 0, turn: 0, rows: [], turned: [], rules: [], picture: false };

const letters = (page: PageRows) => page.rows.reduce((sum, row) => sum + row.runs.reduce((own, { text }) => own + text.trim().length, 0), 0)
  + page.turned.reduce((sum, { text }) => sum + text.trim().length, 0);

function noText(pictures: number) {
  if (pictures === 0) return fail('empty-file', 'no page of the PDF holds any text; choose another file');
  return fail('no-text-layer', 'the pages of this PDF are pictures, such as a scanner makes, and hold no letters; have a program recognise the text (OCR) and open what it makes');
}

function arrange(pages: readonly PageRows[]): Pick<PdfText, 'lines' | 'bodySize'> {
  const texts = new Map<Row, string>();
  const textOf = (row: Row) => {
    const text = texts.get(row) ?? wideLine(row).text;
    texts.set(row, text);
    return text;
  };
  const rows = furnitureOf(pages.map((page) => ({ height: page.height, rows: page.rows, textOf })));
  const turned = repeatedTurned(pages);
  const known = gutters(pages.map((page) => partsOf(page, rows, []).gutters));
  const lines: PageLine[] = [];
  pages.forEach((page, at) => {
    const own = linesOf(page, at, partsOf(page, rows, known), { rows, turned }, (lines.at(-1)?.region ?? 0) + 1);
    for (const line of own) lines.push(line);
  });
  return { lines, bodySize: sizeOf(lines) };
}

/** Gutters that pages agree on; where only one page has columns, its own. */
function gutters(found: readonly number[][]): number[] {
  return [...groupBy(found.flat(), (at) => Math.round(at / 3))].map(([, own]) => own[0] ?? 0);
}

/** Slanted or sideways words that come back on page after page: a watermark, a name along the edge. */
function repeatedTurned(pages: readonly PageRows[]): Set<string> {
  const seen = groupBy(pages.flatMap(({ turned }) => [...new Set(turned.map(({ text }) => text))]), (text) => text);
  return new Set([...seen].filter(([, own]) => own.length >= 2 && own.length >= 0.3 * pages.length).map(([text]) => text));
}

function sizeOf(lines: readonly PageLine[]): number {
  const sizes = new Map<number, number>();
  for (const { kind, size, text } of lines) {
    const rounded = Math.round(size * 4) / 4;
    if (kind === 'text') sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
  }
  return [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? lines[0]?.size ?? 0;
}

async function otherWork(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
