import { describe, expect, it } from 'vitest';
import { pull } from '../../../renderer/editor/plugins/handles.ts';

describe('A border that is drawn', () => {
  it.each([
    ['in the middle', 300, 0], ['just above the lower zone', 464, 0], ['in the lower zone', 482, 7], ['at the lower edge', 500, 14], ['below it', 900, 14],
    ['in the upper zone', 118, -7], ['above the upper edge', -40, -14],
  ])('scrolls the page: %s', (_where, y, by) => {
    expect(pull({ top: 100, bottom: 500 }, y)).toBe(by);
  });
});
