/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1], outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3], outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4], outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** A matrix out of what a file says; anything that is none is the identity. */
export function matrixOf(value: unknown): Matrix {
  const list = ArrayBuffer.isView(value) || Array.isArray(value) ? Array.from(value as ArrayLike<number>) : [];
  const [a, b, c, d, e, f] = list;
  const numbers = [a, b, c, d, e, f];
  return numbers.every((one) => typeof one === 'number' && Number.isFinite(one)) ? (numbers as unknown as Matrix) : identity;
}

/** Points from the top left of the page as it is to be read. */
export interface Box { left: number; top: number; right: number; bottom: number }

/** The upright box around a box that was turned. */
export function boxThrough(matrix: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): Box {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => matrix[0] * x + matrix[2] * y + matrix[4]));
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => matrix[1] * x + matrix[3] * y + matrix[5]));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The middle value, the lower of two. 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
