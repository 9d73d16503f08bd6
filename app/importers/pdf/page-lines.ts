import type { Box } from './geometry.ts';
import { pageParts, type Divider, type PageParts, type Region } from './columns.ts';
import type { PageInk } from './page-ink.ts';
import type { Run } from './pen.ts';
import { withBullets } from './bullets.ts';
import { piecesOf, rowsOf, type Piece, type Row } from './rows.ts';
import { setLine, type SetLine } from './set-line.ts';

/** A line of a page, in the column it stands in. */
export interface PageLine extends SetLine {
  /** Index of the page, from 0. */
  page: number;
  /** Lines of one region follow each other down the page; numbered over the whole document. */
  region: number;
  kind: 'text' | 'header' | 'footer' | 'aside' | 'turned' | 'row' | 'name';
  /** Degrees, clockwise, by which the line is turned on the page as it hangs on the screen. */
  turn: number;
}

/** A page before anything of it is put in order: rows of upright text, and what else is on it. */
export interface PageRows {
  width: number;
  height: number;
  /** Degrees that the page's text is turned, clockwise; all places are as its reader would measure them. */
  turn: number;
  rows: Row[];
  turned: Run[];
  rules: Box[];
  picture: boolean;
}

/** Rows of the text that runs in the direction of most of the page's text. Hidden text counts where hardly any is seen. */
export function pageRows(ink: PageInk): PageRows {
  const weight = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0);
  const seen = ink.runs.filter(({ hidden }) => !hidden);
  const hidden = ink.runs.filter((run) => run.hidden);
  const runs = weight(seen) < 0.1 * weight(hidden) ? ink.runs : seen;
  const [turn = 0] = [0, 90, 270, 180].toSorted((a, b) => weight(runs.filter((run) => run.turn === b)) - weight(runs.filter((run) => run.turn === a)));
  const sideways = turn === 90 || turn === 270;
  const upright = runs.filter((run) => run.turn === turn).map((run) => shifted(run, turn, ink));
  return {
    width: sideways ? ink.height : ink.width, height: sideways ? ink.width : ink.height, turn,
    rows: withBullets(rowsOf(upright), turn === 0 ? ink.dots : []), turned: runs.filter((run) => run.turn !== turn), rules: turn === 0 ? ink.rules : [], picture: ink.picture,
  };
}

/** Turned text is measured from the page's corner that its reader sees at the top left. */
function shifted(run: Run, turn: number, ink: PageInk): Run {
  const [right, down] = cornerOf(turn, ink);
  if (right === 0 && down === 0) return run;
  return { ...run, left: run.left.map((x) => x + right), right: run.right.map((x) => x + right), baseline: run.baseline + down };
}

/** How far, along lines that are turned and down from them, the page's corner lies before its top left one on the screen. */
export function cornerOf(turn: number, { width, height }: { width: number; height: number }): [number, number] {
  return [turn === 180 ? width : turn === 270 ? height : 0, turn === 90 ? width : turn === 180 ? height : 0];
}

/** The parts of a page without its furniture. */
export function partsOf(page: PageRows, furniture: ReadonlySet<Row>, known: readonly number[]): PageParts {
  const pieces = page.rows.filter((row) => !furniture.has(row)).flatMap(piecesOf);
  const dividers = page.rules.map(({ left, right, top }): Divider => ({ left, right, at: top }));
  return pageParts(pieces, dividers, known);
}

/** What comes back on page after page: rows at the edges, and words that lie across the page. */
export interface Recurring { rows: ReadonlySet<Row>; turned: ReadonlySet<string> }

/** The page's lines in reading order, its furniture first and last. `firstRegion`: the number of its first region. */
export function linesOf(page: PageRows, at: number, parts: PageParts, recurring: Recurring, firstRegion: number): PageLine[] {
  let region = firstRegion;
  const edge = (kind: 'header' | 'footer') => page.rows.filter((row) => recurring.rows.has(row) && (row.baseline < page.height / 2) === (kind === 'header'))
    .map((row): PageLine => ({ ...wideLine(row), page: at, region, kind, turn: page.turn }));
  const lines = edge('header');
  for (const part of parts.regions) {
    region += 1;
    lines.push(...regionLines(part).map((line): PageLine => ({ ...line, page: at, region, turn: page.turn })));
  }
  region += 1;
  for (const run of page.turned) {
    lines.push({ ...setLine([{ ...run, place: 'line' }], run.baseline), page: at, region, turn: run.turn, kind: recurring.turned.has(run.text) ? 'footer' : 'turned' });
  }
  return [...lines, ...edge('footer')];
}

/** A row from edge to edge, with a tab where its parts stand far apart. */
export function wideLine(row: Row, pieces: readonly Piece[] = piecesOf(row)): SetLine {
  const [first, ...others] = pieces.map(({ runs }) => setLine(runs, row.baseline));
  if (!first) return setLine([], row.baseline);
  return others.reduce((line, part) => ({
    ...line, text: `${line.text}\t${part.text}`, left: [...line.left, line.right.at(-1) ?? 0, ...part.left],
    right: [...line.right, part.left[0] ?? 0, ...part.right], bold: line.bold && part.bold, raised: [],
  }), first);
}

type RegionLine = SetLine & Pick<PageLine, 'kind'>;

/** A region's rows as lines. A name in the margin of the text is a line of its own; the cells of a table's row are parted by tabs. */
function regionLines({ pieces, table, aside }: Region): RegionLine[] {
  const rows = new Map<Row, Piece[]>();
  for (const piece of pieces) rows.set(piece.row, [...(rows.get(piece.row) ?? []), piece]);
  const margin = marginOf([...rows.values()]);
  const kind = aside ? 'aside' : 'text';
  return [...rows].toSorted(([a], [b]) => a.baseline - b.baseline).flatMap(([row, own]): RegionLine[] => {
    const [first, ...others] = own;
    if (table && others.length > 0) return [{ ...wideLine(row, own), kind: 'row' }];
    if (first && others[0] && margin !== null && first.right < margin && Math.abs(others[0].left - margin) < 3 && isName(first)) {
      return [{ ...setLine(first.runs, row.baseline), kind: 'name' }, { ...setLine(others.flatMap(({ runs }) => runs), row.baseline), kind }];
    }
    return [{ ...setLine(own.flatMap(({ runs }) => runs), row.baseline), kind }];
  });
}

/** Where the text starts beside a margin with names: most rows start there, and several have something before it. */
function marginOf(rows: readonly Piece[][]): number | null {
  const starts = rows.map((own) => own.at(-1)?.left ?? 0);
  const found = starts.find((start) => starts.filter((one) => Math.abs(one - start) < 2).length >= 0.6 * starts.length);
  if (found === undefined) return null;
  return rows.filter((own) => own.length === 2 && Math.abs((own[1]?.left ?? 0) - found) < 3).length >= 2 ? found : null;
}

/** Words, without the colon that would make them part of the line. */
function isName(piece: Piece): boolean {
  const text = piece.runs.map((run) => run.text).join('').trim();
  return /\p{L}{2}/u.test(text) && !/[:.)]$/u.test(text);
}
