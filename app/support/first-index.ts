/**
 * The first index below `length` for which a test that turns true once and stays true holds; `length` where it never
 * does. Binary search: O(log n) tests.
 */
export function firstIndex(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
