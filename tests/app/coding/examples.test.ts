import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { examplesOf } from '../../../app/coding/examples.ts';
import { planEditCode } from '../../../app/coding/plan-code.ts';
import { planRecode, planTag } from '../../../app/coding/plan-coding.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { coder, invent, now, World } from '../world.ts';

const field = invent('Veld', [{ by: 'De heer Akker', text: 'Het gras staat hoog. De sloot staat droog.' }]);
const text = plainText(field.content);
const [grass = '' as CodeId, ditch = '' as CodeId, other = '' as CodeId] = starterCodes(now).map(({ id }) => id);

function tag(world: World, codeId: CodeId, quotation: string): CodingId {
  const start = text.text.indexOf(quotation) as Utf16;
  const id = nameId<CodingId>('coding', codeId, quotation);
  const anchor = describePassage(text, start, (start + quotation.length) as Utf16);
  world.do(planTag(world.state, { id, documentId: field.document.id, codeId, coderId: coder.id, anchor, now }));
  return id;
}

function withField(): World {
  const world = World.create();
  world.add(field);
  return world;
}

const shown = (world: World, id: CodeId) => {
  const code = world.state.codes.get(id);
  return code ? examplesOf(world.state, code).map((coding) => coding.anchor.quotation) : null;
};

describe('the examples of a theme', () => {
  it('go along with codings that are put under another theme, after those that it has', () => {
    const world = withField();
    const [high, dry, low] = [tag(world, grass, 'hoog'), tag(world, grass, 'droog'), tag(world, ditch, 'De sloot')];
    world.do(planEditCode(world.state, grass, { examples: [high, dry] }));
    world.do(planEditCode(world.state, ditch, { examples: [low] }));
    world.do(planRecode(world.state, [dry], ditch, now));
    expect([world.state.codes.get(grass)?.examples, world.state.codes.get(ditch)?.examples]).toEqual([[high], [low, dry]]);
  });

  it('are none of a theme where a coding that was no example is put under another', () => {
    const world = withField();
    const [high, dry] = [tag(world, grass, 'hoog'), tag(world, grass, 'droog')];
    world.do(planEditCode(world.state, grass, { examples: [high] }));
    const before = world.state.codes;
    world.do(planRecode(world.state, [dry], ditch, now));
    expect(world.state.codes).toEqual(before);
  });

  it('are shown where they have the theme, and not where they have another by now', () => {
    const world = withField();
    const [high, dry] = [tag(world, grass, 'hoog'), tag(world, ditch, 'droog')];
    world.do(planEditCode(world.state, grass, { examples: [dry, high, nameId<CodingId>('coding', 'weg')] }));
    expect(shown(world, grass)).toEqual(['hoog']);
    world.do(planRecode(world.state, [dry], other, now));
    expect([shown(world, grass), shown(world, other)]).toEqual([['hoog'], []]);
  });
});
