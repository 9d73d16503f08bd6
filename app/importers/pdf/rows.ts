import { median } from './geometry.ts';
import { widestSpace, type Run } from './pen.ts';

/** A run in its row: raised as a note's mark is, lowered as in formulas, or the large letter that opens a chapter. */
export interface Placed extends Run { place: 'line' | 'raised' | 'lowered' | 'capital' }

/** Everything that stands at one height of the page, whatever lies between. */
export interface Row { baseline: number; size: number; runs: Placed[] }

/** A part of a row without a gap that is wider than spaces are. */
export interface Piece { row: Row; runs: Placed[]; left: number; right: number; letters: number }

/** The rows of a page from top to bottom, each from left to right. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const { capitals, others } = dropCaps(runs);
  const rows: Row[] = [];
  for (const run of others.toSorted((a, b) => a.baseline - b.baseline || leftOf(a) - leftOf(b))) {
    const placed: Placed = { ...run, place: 'line' };
    const row = rows.findLast((one) => Math.abs(one.baseline - run.baseline) <= 0.18 * Math.min(one.size, run.size));
    if (!row) rows.push({ baseline: run.baseline, size: run.size, runs: [placed] });
    else {
      row.runs.push(placed);
      row.size = Math.max(row.size, run.size);
    }
  }
  const kept = attachScripts(rows);
  for (const { capital, beside } of capitals) {
    const host = kept.find((row) => row.runs.some((run) => run.left[0] === beside.left[0] && run.baseline === beside.baseline));
    host?.runs.push({ ...capital, place: 'capital' });
  }
  return kept.map((row) => ({ ...row, runs: row.runs.toSorted((a, b) => leftOf(a) - leftOf(b)) })).toSorted((a, b) => a.baseline - b.baseline);
}

/** The row's parts, left to right. */
export function piecesOf(row: Row): Piece[] {
  const pieces: Piece[] = [];
  for (const run of row.runs) {
    const last = pieces.at(-1);
    const left = leftOf(run);
    const apart = run.place === 'capital' || last?.runs.at(-1)?.place === 'capital' ? 2 : widestSpace;
    const letters = run.text.replaceAll(' ', '').length;
    if (last && left - last.right <= apart * row.size) {
      last.runs.push(run);
      last.right = Math.max(last.right, rightOf(run));
      last.letters += letters;
    } else pieces.push({ row, runs: [run], left, right: rightOf(run), letters });
  }
  return pieces;
}

/** Edges of the letters, without spaces at the ends. */
export const leftOf = (run: Run) => run.left[run.text.search(/\S/u)] ?? run.left[0] ?? 0;
export const rightOf = (run: Run) => run.right[run.text.trimEnd().length - 1] ?? run.right.at(-1) ?? 0;

/** Small rows of a few letters that stand a little above or below larger type belong to its row. */
function attachScripts(rows: readonly Row[]): Row[] {
  const hosts = rows.map((row) => ({ ...row, runs: [...row.runs] }));
  hosts.forEach((row, at) => {
    row.runs = row.runs.filter((run) => {
      if (run.text.trim().length > 8) return true;
      const host = hosts.slice(Math.max(0, at - 6), at + 7).find((one) => one !== row && belongsTo(run, one));
      if (!host) return true;
      host.runs.push({ ...run, place: run.baseline < host.baseline ? 'raised' : 'lowered' });
      return false;
    });
  });
  return hosts.filter(({ runs }) => runs.length > 0);
}

function belongsTo(script: Run, host: Row): boolean {
  const drop = script.baseline - host.baseline;
  if (host.size < 1.15 * script.size || drop < -0.75 * host.size || drop > 0.35 * host.size || Math.abs(drop) < 0.05 * host.size) return false;
  const near = (gap: number, most: number) => gap > -0.3 * host.size && gap < most * host.size;
  // Before a note's words the mark may stand further off.
  return host.runs.some((run) => run.place === 'line' && run.size > 1.15 * script.size
    && (near(leftOf(script) - rightOf(run), 0.4) || near(leftOf(run) - rightOf(script), 0.9)));
}

/** One letter as high as two lines or more, with the lines that go around it: it opens the first of them. */
function dropCaps(runs: readonly Run[]): { capitals: { capital: Run; beside: Run }[]; others: Run[] } {
  const size = median(runs.filter(({ text }) => text.length > 8).map((run) => run.size));
  const capitals: { capital: Run; beside: Run }[] = [];
  const others = runs.filter((run) => {
    if (size === 0 || run.size < 1.8 * size || !/^["“”‘’'«]?\p{Lu}$/u.test(run.text.trim())) return true;
    const beside = runs.filter((one) => one.size < 1.3 * size && leftOf(one) >= rightOf(run) - 0.2 * size && leftOf(one) < rightOf(run) + 1.5 * size
      && one.baseline > run.baseline - 0.95 * run.size && one.baseline <= run.baseline + 0.3 * size).toSorted((a, b) => a.baseline - b.baseline);
    const [first] = beside;
    if (!first || !beside.some((one) => one.baseline > first.baseline + 0.8 * size)) return true;
    capitals.push({ capital: run, beside: first });
    return false;
  });
  return { capitals, others };
}
