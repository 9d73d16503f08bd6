import { describe, expect, it } from 'vitest';
import type { Change } from '../../../schemas/change.ts';
import type { CodeId, CodingId, DocumentId } from '../../../schemas/ids.ts';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { chained, upgradeProblem } from '../../../app/recovery/upgrade-problem.ts';
import { nameId } from '../../../app/support/hash.ts';
import { coder, invent, now, World } from '../world.ts';

const evening = invent('Avond', [{ by: 'Commissie', text: 'Wie begint?' }, { by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar.' }]);

/** A project with a coding, told to have been upgraded from itself. */
function upgraded(alter: (changes: string) => string = (changes) => changes) {
  const world = World.create();
  world.add(evening);
  const [codeId] = world.state.codes.keys();
  const anchor = describePassage(plainText(evening.content), 2 as Utf16, 9 as Utf16);
  world.do(planTag(world.state, {
    id: nameId<CodingId>('coding', 'een'), documentId: evening.document.id as DocumentId, codeId: codeId as CodeId, coderId: coder.id, anchor, now,
  }));
  const after = JSON.parse(alter(JSON.stringify(world.changes))) as Change[];
  return { projectId: world.projectId, before: world.changes, after, contents: world.contents, quotation: anchor.quotation };
}

describe('An upgraded history', () => {
  it('takes the place of the old one where nothing was lost', () => {
    expect(upgradeProblem(upgraded())).toBeNull();
  });

  it('does not, where a coding lost its quotation by it', () => {
    const { quotation } = upgraded();
    expect(upgradeProblem(upgraded((changes) => changes.replaceAll(JSON.stringify(quotation), '"iets anders"')))).toContain('the quotation of coding');
  });

  it('does, where the quotation was not to be found before either', () => {
    expect(upgradeProblem({ ...upgraded(), contents: new Map() })).toBeNull();
  });

  it.each([
    ['lacks the last change', (changes: Change[]) => changes.slice(0, -1), 'is another'],
    ['has two changes in another order', (changes: Change[]) => changes.toReversed(), 'change 1 is another'],
    ['has a row less', (changes: Change[]) => changes.map((change) => ({ ...change, ops: change.ops.filter(({ table }) => table !== 'codings') })), 'there were 1 codings'],
  ])('does not, where it %s', (_, alter, reason) => {
    const given = upgraded();
    expect(upgradeProblem({ ...given, after: alter(given.after) })).toContain(reason);
  });

  it('is held against the rows that followed on each other before', () => {
    const { before } = upgraded();
    expect(chained(before)).toEqual(before);
    expect(chained(before.toSpliced(1, 1))).toEqual(before.slice(0, 1));
    expect(chained([...before, { id: 7 }])).toEqual(before);
  });
});
