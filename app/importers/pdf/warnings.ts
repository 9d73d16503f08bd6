import type { ImportWarning, SourceSpan } from '../../../schemas/records/content.ts';
import { groupBy } from '../../structure/group.ts';
import type { PdfText } from './extract.ts';
import type { PageLine } from './page-lines.ts';

/** What the reader of a PDF must know of its reading. */
export function pdfWarnings(text: PdfText, placeOf: (line: PageLine) => SourceSpan): ImportWarning[] {
  const { unread, pictures, unknownLetters } = text;
  return [
    ...damaged(text),
    ...aboutPages('damaged-pages', text.cut || afterWhich(text) === null ? unread : [], (pages) => `the file is damaged: what stands on page ${pages} could not be read`),
    ...aboutPages('no-text-on-page', pictures, (pages) => `page ${pages}: a picture without letters, as a scanner makes it; what stands there is not in the text`),
    ...aboutPages('unknown-letters', unknownLetters, (pages) => `page ${pages}: the PDF does not say which letters some of its signs are; compare the text with the page`),
    ...tables(text, placeOf),
    ...turned(text, placeOf),
  ];
}

function aboutPages(rule: string, pages: readonly number[], say: (pages: string) => string): ImportWarning[] {
  return pages.length === 0 ? [] : [{ rule, message: say(pageList(pages)), source: null, values: { pages: pageList(pages) } }];
}

/** The last page that was read, where none after it was; null where the damage is elsewhere. */
function afterWhich({ pages, unread, cut }: PdfText): number | null {
  if (cut) return pages.length;
  const [first] = unread;
  return first !== undefined && first > 1 && unread.length === pages.length - first + 1 ? first - 1 : null;
}

function damaged(text: PdfText): ImportWarning[] {
  const last = afterWhich(text);
  if (last === null) return [];
  const message = `the file is damaged after page ${last}; the first ${last} pages were read`;
  return [{ rule: 'damaged-after', message, source: null, values: { page: last } }];
}

function tables({ lines }: PdfText, placeOf: (line: PageLine) => SourceSpan): ImportWarning[] {
  const rows = groupBy(lines.filter(({ kind }) => kind === 'row'), ({ region }) => region);
  return [...rows.values()].map((own): ImportWarning => {
    const page = (own[0]?.page ?? 0) + 1;
    const spans = own.map(placeOf).filter((span) => span !== null);
    const [first, last] = [spans[0], spans.at(-1)];
    const message = `a table on page ${page} was read row by row, its cells parted by tabs`;
    return { rule: 'table-on-page', message, source: first && last ? [first[0], last[1]] : null, values: { page } };
  });
}

function turned({ lines }: PdfText, placeOf: (line: PageLine) => SourceSpan): ImportWarning[] {
  return lines.filter(({ kind }) => kind === 'turned').map((line): ImportWarning => {
    const page = line.page + 1;
    return { rule: 'turned-text', message: `words that stand aslant on page ${page} were put behind a paragraph of that page`, source: placeOf(line), values: { page } };
  });
}

/** `3, 5, 7–9`: the same in every language. */
function pageList(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
