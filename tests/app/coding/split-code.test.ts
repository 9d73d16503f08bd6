import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planEditCode } from '../../../app/coding/plan-code.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planSplitCode } from '../../../app/coding/plan-split-code.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { applyOps } from '../../../app/coding/state.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId, MemoId } from '../../../schemas/ids.ts';
import { coder, invent, must, now, World } from '../world.ts';

const later = '2026-03-02T11:00:00.000Z';
const walk = invent('Wandeling', [
  { by: 'Mevrouw Dijkhuis', text: 'De stoep is te smal. De lantaarn brandt niet.' },
  { by: 'De heer Plas', text: 'Ik loop liever om.' },
]);
const text = plainText(walk.content);
const [pavement = '' as CodeId, detour = '' as CodeId] = starterCodes(now).map((code) => code.id);
const fresh = nameId<CodeId>('code', 'verlichting');

function worldWith(...tagged: readonly [quotation: string, codeId: CodeId][]): { world: World; ids: CodingId[] } {
  const world = World.create();
  world.add(walk);
  const ids = tagged.map(([quotation, codeId], at) => {
    const start = text.text.indexOf(quotation) as Utf16;
    const id = nameId<CodingId>('coding', String(at));
    const anchor = describePassage(text, start, (start + quotation.length) as Utf16);
    world.do(planTag(world.state, { id, documentId: walk.document.id, codeId, coderId: coder.id, anchor, now }));
    return id;
  });
  return { world, ids };
}

const themes = (world: World) => [...world.state.codings.values()].map(({ anchor, codeId }) => [anchor.quotation, world.state.codes.get(codeId)?.name]);
const wanted = { id: fresh, name: 'verlichting', now: later };

describe('splitting a theme', () => {
  it('moves the chosen codings, with their memos, to a theme that is made for them', () => {
    const { world, ids: [, lamp = '' as CodingId] } = worldWith(['De stoep is te smal.', pavement], ['De lantaarn brandt niet.', pavement]);
    world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', '1'), target: { kind: 'coding', id: lamp }, text: 'Navragen', coderId: coder.id, now }));
    world.do(planSplitCode(world.state, [lamp], { ...wanted, parentId: pavement }));
    expect(themes(world)).toEqual([['De stoep is te smal.', world.state.codes.get(pavement)?.name], ['De lantaarn brandt niet.', 'verlichting']]);
    expect(world.state.codes.get(fresh)).toMatchObject({ parentId: pavement });
    expect([...world.state.memos.values()]).toMatchObject([{ target: { id: lamp }, text: 'Navragen' }]);
  });

  it('gives the new theme a colour of its own', () => {
    const { world, ids } = worldWith(['De stoep is te smal.', pavement]);
    const colors = [...world.state.codes.values()].map(({ color }) => color);
    world.do(planSplitCode(world.state, ids, wanted));
    expect(colors).not.toContain(world.state.codes.get(fresh)?.color);
  });

  it('is one step, named after both themes, that is taken back whole', () => {
    const { world, ids } = worldWith(['De stoep is te smal.', pavement], ['Ik loop liever om.', detour]);
    const before = world.state;
    const change = world.do(planSplitCode(world.state, ids, wanted));
    const names = [pavement, detour].map((id) => before.codes.get(id)?.name);
    expect(change?.label).toEqual({ key: 'code.split', values: { name: 'verlichting', from: names.join(', '), codings: 2 } });
    const { codes, codings } = applyOps(world.state, change?.inverse ?? []);
    expect({ codes, codings }).toEqual({ codes: before.codes, codings: before.codings });
  });

  it('takes the examples along that are among them, and leaves the others', () => {
    const { world, ids } = worldWith(['De stoep is te smal.', pavement], ['De lantaarn brandt niet.', pavement]);
    const [stays, goes = '' as CodingId] = ids;
    world.do(planEditCode(world.state, pavement, { examples: ids }));
    world.do(planSplitCode(world.state, [goes], wanted));
    expect([world.state.codes.get(pavement)?.examples, world.state.codes.get(fresh)?.examples]).toEqual([[stays], [goes]]);
  });

  it('is refused without passages, without a name, and with a name that is taken in that place', () => {
    const { world, ids } = worldWith(['De stoep is te smal.', pavement]);
    const taken = world.state.codes.get(detour)?.name ?? '';
    const refusals = [planSplitCode(world.state, [], wanted), planSplitCode(world.state, ids, { ...wanted, name: ' ' }), planSplitCode(world.state, ids, { ...wanted, name: taken })];
    expect(refusals.map((one) => (one.ok ? 'ok' : one.problem.code))).toEqual(['split-none', 'name-empty', 'code-name-taken']);
    expect(must(planSplitCode(world.state, ids, { ...wanted, name: taken, parentId: pavement })).ops.length).toBeGreaterThan(0);
  });
});
