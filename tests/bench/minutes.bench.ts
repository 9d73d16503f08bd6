import { bench, describe } from 'vitest';
import { inspectText, minutes, scoreOf, summary } from '../app/structure/read-minutes.ts';

/** How well minutes of other forms are read: printed as a table, since a bench has no other place for it. */
const scores: Record<string, string> = {};
for (const { name, text, expected } of minutes) {
  const score = scoreOf(expected, summary(await inspectText(new TextEncoder().encode(text), name)));
  scores[name] = `turns ${score.right} of ${score.turns}, false ${score.false}, kinds wrong ${score.kinds}; speakers ${score.speakers}, false ${score.falseSpeakers}, missed ${score.missedSpeakers}`;
}
console.table(scores);

describe('minutes of other forms', () => {
  const all = minutes.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
  bench('all of them, one after the other', async () => {
    for (const { name, bytes } of all) await inspectText(bytes, name);
  }, { iterations: 3, warmupIterations: 1, time: 0 });
});
