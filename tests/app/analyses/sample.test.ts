import { expect, it } from 'vitest';
import { questions } from '../../../app/analyses/questions.ts';
import { projects } from './plain.ts';

it('shows in the sample what is asked about and comes back, what does not come back, and what comes unasked', async () => {
  const snapshot = await projects.find(({ name }) => name === 'the sample')?.load?.();
  if (!snapshot) throw new Error('no sample');
  const { rows } = questions.run(snapshot, questions.options.parse({}));
  expect(rows.map(({ code, asked, returned, unasked }) => [code, asked, returned, unasked]).toSorted()).toEqual([
    ['UWV-keuring', 2, 1, 1],
    ['diagnosevertraging', 2, 2, 0],
    ['mantelzorg', 2, 1, 0],
    ['stepped vs matched care', 1, 1, 0],
  ]);
});
