import type { RawDocument } from '../importers/importer.ts';
import type { ImportChange, ImportWarning } from '../../schemas/records/content.ts';
import { lineOf, type Line } from './lines.ts';
import { quoteFrom, type Quote } from './quote.ts';

/** A page's first line with text (index in `lines`); `printed`: its number stands in the source. */
export interface PageStart { line: number; page: number; printed: boolean }

/** The text without page furniture, each line knowing its page. */
export interface PageText {
  lines: Line[];
  pages: PageStart[];
  changes: ImportChange[];
  warnings: ImportWarning[];
  quote: Quote;
}

/** Takes page furniture out and finds where pages start. */
export function readPages(raw: RawDocument): PageText {
  const lines: Line[] = [];
  let gap: Line['gap'] = 'none';
  raw.lines.forEach((rawLine, at) => {
    const line = lineOf(rawLine, at);
    if (!line) {
      gap = 'blank';
      return;
    }
    lines.push({ ...line, gap, page: null });
    gap = 'none';
  });
  return { lines, pages: [], changes: [], warnings: [], quote: quoteFrom(raw.source) };
}
