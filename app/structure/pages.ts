import type { RawDocument, RawLine } from '../importers/importer.ts';
import type { ImportChange, ImportWarning, SourceMap } from '../../schemas/records/content.ts';
import { findFurniture } from './furniture.ts';
import { lineOf, type Line } from './lines.ts';
import { findLinkTargets } from './link-targets.ts';
import { numberPages, type PageCut } from './page-order.ts';
import { findPageNumbers, numbersOnPages } from './page-numbers.ts';
import { pageGaps } from './page-gaps.ts';
import { pageSpaces } from './page-starts.ts';
import { spanOf } from './pieces.ts';
import { quoteFrom, type Quote } from './quote.ts';

/** A page's first line with text (index in `lines`); `printed`: its number stands in the source. */
interface PageStart { line: number; page: number; printed: boolean }

/** The text of a note, and the label that its mark prints; null where the format numbers notes itself. */
export interface Note { id: string; label: string | null; lines: Line[] }

/** The text without page furniture, each line knowing its page. */
export interface PageText {
  lines: Line[];
  /** Empty where nothing tells of pages. Pages with nothing on them are left out. */
  pages: PageStart[];
  /** Notes that stand outside the text, in the order of their marks. */
  notes: Note[];
  changes: ImportChange[];
  warnings: ImportWarning[];
  quote: Quote;
}

/**
 * Lines with something on them, furniture or not; their gap says only whether an empty line stands before them.
 * `told`: lines that the format calls furniture. Where it does, nothing else is looked for.
 */
interface Visible { lines: Line[]; feeds: Set<number>; told: Set<number> }

/** Takes page furniture out and finds where pages start. */
export function readPages(raw: RawDocument): PageText {
  const quote = quoteFrom(raw.source);
  const { lines: visible, feeds, told } = visibleLines(raw.lines);
  const texts = visible.map(({ text }) => text);
  const edge = (at: number) => at === 0 || at >= visible.length || visible[at]?.gap === 'blank' || feeds.has(at);
  const fed = feeds.size > 0 ? [0, ...[...feeds].filter((at) => at > 0)] : [];
  const numbers = told.size > 0 ? numbersOnPages(texts, told, fed) : findPageNumbers(texts, (at) => edge(at) && edge(at + 1));
  const spaces = fed.length > 0 || told.size > 0 ? [] : pageSpaces(visible, numbers);
  const gaps = fed.length + spaces.length + numbers.length + told.size > 0 ? null : pageGaps(raw.lines, visible);
  const marked = [fed, spaces].find((starts) => starts.length > 0) ?? gaps?.starts ?? [];
  const furniture = told.size > 0 ? told : findFurniture(texts, numbers, marked);
  const cut = numberPages({ count: visible.length, numbers, furniture, marked });
  const startsPage = new Set(cut.starts.map(({ at }) => at));
  const isLast = (at: number) => at === visible.length - 1 || furniture.has(at + 1) || startsPage.has(at + 1);
  const links = cut.starts.length > 0 ? findLinkTargets(texts, isLast) : [];
  const gone = new Set([...furniture, ...links]);
  const changes = [
    ...regions(furniture).map(([from, to]) => removal(visible, from, to, 'page-furniture', quote)),
    ...links.map((at) => removal(visible, at, at, 'link-target', quote)),
    ...spaces.flatMap((at) => (gone.has(at) ? [] : spaceChange(raw, visible[at], quote))),
  ];
  const notes = (raw.notes ?? []).map(({ id, label, lines }) => ({ id, label, lines: visibleLines(lines).lines }));
  return { ...keptLines(visible, gone, cut, (at) => feeds.size > 0 || (gaps !== null && !gaps.apart.has(at))), notes, changes, warnings: cut.warnings, quote };
}

function visibleLines(raw: readonly RawLine[]): Visible {
  const lines: Line[] = [];
  const feeds = new Set<number>();
  const told = new Set<number>();
  let gap: Line['gap'] = 'none';
  let formFeed = false;
  raw.forEach((rawLine, at) => {
    formFeed ||= rawLine.newPage === true;
    const line = lineOf(rawLine, at, gap);
    gap = line ? 'none' : 'blank';
    if (!line) return;
    if (formFeed) feeds.add(lines.length);
    if (rawLine.furniture) told.add(lines.length);
    formFeed = false;
    lines.push(line);
  });
  return { lines, feeds, told };
}

/**
 * The lines that stay, with what parts them and their page, and the first line of each page. `ended`: empty
 * lines before this first line of a page are the end of the one before.
 */
function keptLines(visible: readonly Line[], gone: ReadonlySet<number>, cut: PageCut, ended: (line: number) => boolean): Pick<PageText, 'lines' | 'pages'> {
  const lines: Line[] = [];
  const pages: PageStart[] = [];
  let next = 0;
  let gap: Line['gap'] = 'none';
  visible.forEach((line, at) => {
    let isStart = false;
    for (let start = cut.starts[next]; start && start.at <= at; start = cut.starts[next]) {
      // A page with nothing on it starts where the next one does: the last one that starts at a line is meant.
      if (pages.at(-1)?.line === lines.length) pages.pop();
      pages.push({ line: lines.length, page: start.page, printed: start.printed });
      isStart = true;
      next += 1;
    }
    // Furniture, and empty lines beside it or at a mark that ends pages, are the page's end and not the author's.
    const blankBefore = line.gap === 'blank';
    if (isStart && (ended(at) || !blankBefore)) gap = 'page';
    else if (blankBefore && gap === 'none') gap = 'blank';
    if (gone.has(at)) {
      gap = 'page';
      return;
    }
    line.gap = lines.length === 0 ? 'none' : gap;
    line.page = pages.at(-1)?.page ?? null;
    lines.push(line);
    gap = 'none';
  });
  return { lines, pages: pages.filter(({ line }) => line < lines.length) };
}

/** Furniture as stretches of lines that follow each other. */
function regions(furniture: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const at of [...furniture].toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else found.push([at, at]);
  }
  return found;
}

function removal(visible: readonly Line[], from: number, to: number, rule: string, quote: Quote): ImportChange {
  const lines = visible.slice(from, to + 1);
  const map: SourceMap = lines.flatMap((line) => line.map);
  const span = spanOf(map);
  return { rule, source: span, before: quote(span, lines.map(({ text }) => text).join('\n')), after: '' };
}

/** The space that marks a page's first line. */
function spaceChange(raw: RawDocument, line: Line | undefined, quote: Quote): ImportChange[] {
  const span = raw.lines[line?.raw ?? -1]?.source ?? null;
  const first = line?.map[0]?.[1];
  if (!span || first === undefined) return [];
  return [{ rule: 'page-space', source: [span[0], first], before: quote([span[0], first], ' '), after: '' }];
}
