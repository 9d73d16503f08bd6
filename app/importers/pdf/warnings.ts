import type { ImportWarning, SourceSpan } from '../../../schemas/records/content.ts';
import { groupBy } from '../../structure/group.ts';
import type { PdfText } from './extract.ts';
import type { PageLine } from './page-lines.ts';

/** What the reader of a PDF must know of its reading. */
export function pdfWarnings(text: PdfText, placeOf: (line: PageLine) => SourceSpan): ImportWarning[] {
  return [...damaged(text), ...pictures(text), ...unknownLetters(text), ...tables(text, placeOf), ...turned(text, placeOf)];
}

function damaged({ pages, unread }: PdfText): ImportWarning[] {
  const [first] = unread;
  if (first === undefined) return [];
  const toTheEnd = first > 1 && unread.length === pages.length - first + 1;
  const message = toTheEnd ? `the file is damaged after page ${first - 1}; the first ${first - 1} pages were read` : `the file is damaged: ${pageList(unread)} could not be read`;
  return [{ rule: 'damaged-pages', message, source: null }];
}

function pictures({ pictures: pages }: PdfText): ImportWarning[] {
  if (pages.length === 0) return [];
  return [{ rule: 'no-text-on-page', message: `${pageList(pages)} ${pages.length === 1 ? 'is a picture' : 'are pictures'} without letters, as a scanner makes them; what stands there is not in the text`, source: null }];
}

function unknownLetters({ unknownLetters: pages }: PdfText): ImportWarning[] {
  if (pages.length === 0) return [];
  return [{ rule: 'unknown-letters', message: `on ${pageList(pages)} the PDF does not say which letters some of its signs are; compare the text with the page`, source: null }];
}

function tables({ lines }: PdfText, placeOf: (line: PageLine) => SourceSpan): ImportWarning[] {
  const rows = groupBy(lines.filter(({ kind }) => kind === 'row'), ({ region }) => region);
  return [...rows.values()].map((own): ImportWarning => {
    const spans = own.flatMap((line) => { const span = placeOf(line); return span ? [span] : []; });
    const [first, last] = [spans[0], spans.at(-1)];
    return { rule: 'table', message: `a table on page ${(own[0]?.page ?? 0) + 1} was read row by row, its cells parted by tabs`, source: first && last ? [first[0], last[1]] : null };
  });
}

function turned({ lines }: PdfText, placeOf: (line: PageLine) => SourceSpan): ImportWarning[] {
  return lines.filter(({ kind }) => kind === 'turned').map((line) => (
    { rule: 'turned-text', message: `words that stand aslant on page ${line.page + 1} were put behind a paragraph of that page`, source: placeOf(line) }));
}

/** `page 3`, `pages 3, 5 and 7 to 9`. */
function pageList(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const parts = ranges.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`));
  const list = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `page${pages.length === 1 ? '' : 's'} ${list}`;
}
