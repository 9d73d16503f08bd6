import { openSample, parts, walk } from './screens.ts';
import { introduce } from './steps.ts';
import { expect, test } from './workbench.ts';
import { sayIn } from './words.ts';

// In the browser the walk of accessibility.spec.ts shows the same.
for (const [part, names] of Object.entries(parts)) {
  test(`a walk through ${part} leaves the console clean`, async ({ workbenches }) => {
    const { page, troubles } = await workbenches.launch();
    const say = sayIn('nl');
    await introduce(page);
    await openSample(page, say);
    await walk(page, say, names, async (name) => { expect.soft(troubles, name).toEqual([]); });
    expect(troubles).toEqual([]);
  });
}
