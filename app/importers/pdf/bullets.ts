import type { Box } from './geometry.ts';
import { leftOf, type Placed, type Row } from './rows.ts';

/** The rows, with a bullet as a letter where a spot is drawn before the first word, as high as small letters stand. */
export function withBullets(rows: readonly Row[], dots: readonly Box[]): Row[] {
  if (dots.length === 0) return [...rows];
  return rows.map((row) => {
    const middle = ({ top, bottom }: Box) => (top + bottom) / 2;
    const near = dots.filter((dot) => middle(dot) > row.baseline - 0.65 * row.size && middle(dot) < row.baseline - 0.1 * row.size && dot.right - dot.left < 0.7 * row.size);
    const bullets = near.flatMap((dot): Placed[] => {
      const word = row.runs.find((run) => leftOf(run) > dot.left);
      const gap = word ? leftOf(word) - dot.right : 0;
      const touches = row.runs.some((run) => leftOf(run) < dot.left && (run.right.at(-1) ?? 0) > dot.left - 0.8 * row.size);
      if (!word || touches || gap < 0.15 * row.size || gap > 2.5 * row.size) return [];
      return [{ text: '•', left: [dot.left], right: [dot.right], baseline: row.baseline, size: row.size, bold: false, font: '', turn: 0, hidden: false, place: 'line' }];
    });
    const [first] = bullets;
    return first ? { ...row, runs: [...row.runs, first].toSorted((a, b) => leftOf(a) - leftOf(b)) } : row;
  });
}
