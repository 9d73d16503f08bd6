import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { planEditCoding, planTag } from '../../../app/coding/plan-coding.ts';
import { nextAlike, planCopyCoding, planJoinCodings, planReshape, planSplitCoding } from '../../../app/coding/plan-shape.ts';
import { planToggle, tagEffect, type TagEffect } from '../../../app/coding/plan-toggle.ts';
import { placeKey } from '../../../app/coding/recode.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { verify } from '../../../app/anchoring/verify.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId, MemoId } from '../../../schemas/ids.ts';
import { coder, invent, now, World } from '../world.ts';

const later = '2026-03-02T11:00:00.000Z';
const evening = invent('Avond', [
  { by: 'Voorzitter', text: 'Wie begint er?' },
  { by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar. Niemand belt terug. Mijn man doet nu alles 😀 in huis.' },
  { by: 'De heer Oudkerk', text: 'Bij ons ging het net zo.' },
]);
const morning = invent('Ochtend', [{ by: 'Mevrouw Lindeboom', text: 'Ik wacht al drie jaar. Niemand belt terug.' }]);
const text = plainText(evening.content);
const [theme = '' as CodeId, other = '' as CodeId] = starterCodes(now).map((code) => code.id);

function fresh(): { world: World; newId(): CodingId } {
  const world = World.create();
  world.add(evening);
  let made = 0;
  return { world, newId: () => nameId<CodingId>('coding', String(made += 1)) };
}

const rangeOf = (words: string) => {
  const start = text.text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start: start as Utf16, end: (start + words.length) as Utf16 };
};

function toggle({ world, newId }: ReturnType<typeof fresh>, words: string, codeId: CodeId = theme): TagEffect {
  const tagging = { documentId: evening.document.id, codeId, coderId: coder.id, range: rangeOf(words) };
  const effect = tagEffect(world.state, text, tagging);
  world.do(planToggle(world.state, text, { ...tagging, newId, now: later }));
  return effect;
}

/** A coding over others of its theme, as tables and other programs bring them. */
function put({ world, newId }: ReturnType<typeof fresh>, words: string): CodingId {
  const { start, end } = rangeOf(words);
  const id = newId();
  world.do(planTag(world.state, { id, documentId: evening.document.id, codeId: theme, coderId: coder.id, anchor: describePassage(text, start, end), now }));
  return id;
}

const quotations = ({ world }: { world: World }, codeId: CodeId = theme) => [...world.state.codings.values()]
  .filter((coding) => coding.codeId === codeId).map(({ anchor }) => anchor.quotation).toSorted();

function note({ world }: { world: World }, quotation: string, words: string): void {
  const coding = [...world.state.codings.values()].find(({ anchor }) => anchor.quotation === quotation);
  world.do(planSetMemo(world.state, { id: nameId<MemoId>('memo', words), target: { kind: 'coding', id: coding?.id ?? ('' as CodingId) }, text: words, coderId: coder.id, now }));
}

describe('tagging where the theme may be already', () => {
  it('adds, and the same key takes it off again', () => {
    const work = fresh();
    expect(toggle(work, 'Niemand belt terug.')).toBe('add');
    expect(quotations(work)).toEqual(['Niemand belt terug.']);
    expect(toggle(work, 'Niemand belt terug.')).toBe('remove');
    expect(quotations(work)).toEqual([]);
  });

  it('extends the codings that the passage reaches into, and joins them with it', () => {
    const work = fresh();
    toggle(work, 'Ik wacht al');
    toggle(work, 'belt terug');
    note(work, 'Ik wacht al', 'eerste');
    note(work, 'belt terug', 'tweede');
    expect(toggle(work, 'al drie jaar. Niemand belt')).toBe('extend');
    expect(quotations(work)).toEqual(['Ik wacht al drie jaar. Niemand belt terug']);
    expect([...work.world.state.memos.values()].map((memo) => memo.text)).toEqual(['eerste\n\ntweede']);
  });

  it('leaves codings that only touch the passage as they are', () => {
    const work = fresh();
    toggle(work, 'Ik wacht al');
    expect(toggle(work, ' drie jaar')).toBe('add');
    expect(quotations(work)).toEqual([' drie jaar', 'Ik wacht al']);
  });

  it('shortens a coding at its end, and cuts one in two in its middle', () => {
    const work = fresh();
    toggle(work, 'Ik wacht al drie jaar. Niemand belt terug.');
    note(work, 'Ik wacht al drie jaar. Niemand belt terug.', 'blijft');
    expect(toggle(work, 'Niemand belt terug.')).toBe('shorten');
    expect(quotations(work)).toEqual(['Ik wacht al drie jaar.']);
    expect(toggle(work, 'al drie')).toBe('shorten');
    expect(quotations(work)).toEqual(['Ik wacht', 'jaar.']);
    const [memo] = work.world.state.memos.values();
    expect(work.world.state.codings.get((memo?.target.kind === 'coding' ? memo.target.id : '') as CodingId)?.anchor.quotation).toBe('Ik wacht');
  });

  it('makes one of what is left and a coding that stands there already', () => {
    const work = fresh();
    for (const words of ['Ik wacht al drie jaar', 'Ik wacht']) put(work, words);
    note(work, 'Ik wacht al drie jaar', 'van de lange');
    expect(toggle(work, 'drie jaar')).toBe('shorten');
    put(work, 'Ik wacht al drie');
    expect(toggle(work, 'al drie')).toBe('shorten');
    expect(quotations(work)).toEqual(['Ik wacht']);
    expect([...work.world.state.memos.values()].map((memo) => memo.text)).toEqual(['van de lange']);
  });

  it('leaves the codings of other themes alone', () => {
    const work = fresh();
    toggle(work, 'Niemand belt terug.', other);
    expect(toggle(work, 'Niemand belt terug.')).toBe('add');
    expect(toggle(work, 'Niemand belt terug.')).toBe('remove');
    expect(quotations(work, other)).toEqual(['Niemand belt terug.']);
  });

  it('covers what a set of letters would cover, whatever is toggled, and leaves no two codings on one place', () => {
    const place = fc.tuple(fc.nat(text.text.length - 1), fc.integer({ min: 1, max: 40 })).map(([start, length]) => ({ start, end: Math.min(text.text.length, start + length) }))
      .filter(({ start, end }) => text.text.slice(start, end).trim() === text.text.slice(start, end) && !splitsPair(start) && !splitsPair(end));
    // Codings of one theme over each other come from tables and other programs only.
    const step = fc.record({ range: place, direct: fc.nat(4).map((pick) => pick === 0) });
    fc.assert(fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const { world, newId } = fresh();
      let model = new Set<number>();
      for (const { range, direct } of steps) {
        const tagging = { documentId: evening.document.id, codeId: theme, coderId: coder.id, range: { start: range.start as Utf16, end: range.end as Utf16 } };
        const letters = lettersOf(range);
        if (direct) {
          const tagged = planTag(world.state, { ...tagging, id: newId(), anchor: describePassage(text, tagging.range.start, tagging.range.end), now });
          if (tagged.ok) world.do(tagged);
          model = new Set([...model, ...letters]);
        } else {
          const whole = letters.every((at) => model.has(at));
          world.do(planToggle(world.state, text, { ...tagging, newId, now: later }));
          model = whole ? new Set([...model].filter((at) => !letters.includes(at))) : new Set([...model, ...letters]);
        }
      }
      const codings = [...world.state.codings.values()];
      const shown = new Set(codings.flatMap(({ anchor }) => lettersOf({ start: text.toUtf16(anchor.start), end: text.toUtf16(anchor.end) })));
      // Between two codings that became one there may be letters that neither had.
      for (const at of model) expect(shown.has(at)).toBe(true);
      expect(steps.some(({ direct }) => direct) ? model.size : shown.size).toBe(model.size);
      expect(new Set(codings.map(placeKey)).size).toBe(codings.length);
      expect(verify(world.snapshot).orphans).toEqual([]);
      expect(verify(world.snapshot).moved).toEqual([]);
    }), { numRuns: 200 });
  });
});

const splitsPair = (at: number) => /[\uDC00-\uDFFF]/.test(text.text[at] ?? '');
const lettersOf = ({ start, end }: { start: number; end: number }) =>
  Array.from({ length: end - start }, (_, at) => start + at).filter((at) => /\S/.test(text.text[at] ?? ''));

describe('the borders of a coding', () => {
  it('move, but never over each other', () => {
    const work = fresh();
    toggle(work, 'Niemand belt');
    const [coding] = work.world.state.codings.values();
    const id = coding?.id ?? ('' as CodingId);
    const { start, end } = rangeOf('Niemand belt terug.');
    work.world.do(planReshape(work.world.state, text, { id, start, end, now: later }));
    expect(quotations(work)).toEqual(['Niemand belt terug.']);
    expect(planReshape(work.world.state, text, { id, start: end, end: start, now: later })).toMatchObject({ ok: false, problem: { code: 'passage-empty' } });
  });

  it('part at the cursor, without the white space there; memos stay with the first part', () => {
    const work = fresh();
    toggle(work, 'Ik wacht al drie jaar. Niemand belt terug.');
    note(work, 'Ik wacht al drie jaar. Niemand belt terug.', 'blijft');
    const [coding] = work.world.state.codings.values();
    const id = coding?.id ?? ('' as CodingId);
    work.world.do(planEditCoding(work.world.state, id, { weight: 70 }, later));
    work.world.do(planSplitCoding(work.world.state, text, { id, at: rangeOf('Niemand').start, newId: work.newId(), now: later }));
    expect(quotations(work)).toEqual(['Ik wacht al drie jaar.', 'Niemand belt terug.']);
    expect([...work.world.state.codings.values()].map(({ weight }) => weight)).toEqual([70, 70]);
    expect(work.world.state.codings.get(id)?.anchor.quotation).toBe('Ik wacht al drie jaar.');
    for (const at of [rangeOf('Wie begint').start, rangeOf('Ik wacht').start, rangeOf('Mijn man').start]) {
      expect(planSplitCoding(work.world.state, text, { id, at, newId: work.newId(), now: later })).toMatchObject({ ok: false, problem: { code: 'split-outside' } });
    }
  });

  it('do not part where the theme stands on one of the parts already', () => {
    const work = fresh();
    const id = put(work, 'Ik wacht al drie jaar');
    put(work, 'Ik wacht');
    const split = (words: string) => planSplitCoding(work.world.state, text, { id, at: rangeOf(words).start, newId: work.newId(), now: later });
    expect(split('al drie jaar')).toMatchObject({ ok: false, problem: { code: 'already-coded' } });
    expect(split('drie jaar')).toMatchObject({ ok: true });
  });

  it('join into one, of one theme only', () => {
    const work = fresh();
    toggle(work, 'Ik wacht al drie jaar.');
    toggle(work, 'Niemand belt terug.');
    toggle(work, 'Mijn man', other);
    const ids = [...work.world.state.codings.values()].map(({ id }) => id);
    expect(planJoinCodings(work.world.state, text, { ids, now: later })).toMatchObject({ ok: false, problem: { code: 'not-alike' } });
    expect(planJoinCodings(work.world.state, text, { ids: ids.slice(0, 1), now: later })).toMatchObject({ ok: false, problem: { code: 'join-one' } });
    work.world.do(planJoinCodings(work.world.state, text, { ids: ids.slice(0, 2).toReversed(), now: later }));
    expect(quotations(work)).toEqual(['Ik wacht al drie jaar. Niemand belt terug.']);
    expect(work.world.state.codings.has(ids[0] ?? ('' as CodingId))).toBe(true);
  });

  it('join over the words between, which are counted, and take the nearest further on', () => {
    const work = fresh();
    const [turn, far, near] = [put(work, 'Bij ons'), put(work, 'Mijn man'), put(work, 'Ik wacht al')];
    toggle(work, 'Niemand', other);
    expect(nextAlike(work.world.state, text, near)).toBe(far);
    expect(nextAlike(work.world.state, text, far)).toBe(turn);
    expect(nextAlike(work.world.state, text, turn)).toBeNull();
    const plan = planJoinCodings(work.world.state, text, { ids: [far, near], now: later });
    expect(plan).toMatchObject({ ok: true, value: { label: { key: 'coding.join', values: { count: 2, words: 5 } } } });
    work.world.do(plan);
    expect(quotations(work)).toEqual(['Bij ons', 'Ik wacht al drie jaar. Niemand belt terug. Mijn man']);
    expect(quotations(work, other)).toEqual(['Niemand']);
  });

  it('do not join over two documents, even where both hold the same words', () => {
    const work = fresh();
    work.world.add(morning);
    const id = put(work, 'Ik wacht al drie jaar.');
    const there = plainText(morning.content);
    const start = there.text.indexOf('Niemand') as Utf16;
    const elsewhere = work.newId();
    const anchor = describePassage(there, start, there.text.length as Utf16);
    work.world.do(planTag(work.world.state, { id: elsewhere, documentId: morning.document.id, codeId: theme, coderId: coder.id, anchor, now }));
    expect(planJoinCodings(work.world.state, text, { ids: [id, elsewhere], now: later })).toMatchObject({ ok: false, problem: { code: 'not-alike' } });
    expect(nextAlike(work.world.state, text, id)).toBeNull();
  });

  it('serve a second theme by copying, with the weight and without the memo', () => {
    const work = fresh();
    toggle(work, 'Niemand belt terug.');
    note(work, 'Niemand belt terug.', 'blijft hier');
    const [coding] = work.world.state.codings.values();
    const id = coding?.id ?? ('' as CodingId);
    work.world.do(planEditCoding(work.world.state, id, { weight: 40 }, later));
    work.world.do(planCopyCoding(work.world.state, { id, codeId: other, newId: work.newId(), now: later }));
    expect([...work.world.state.codings.values()].map(({ codeId, weight }) => [codeId, weight])).toEqual([[theme, 40], [other, 40]]);
    expect(work.world.state.memos.size).toBe(1);
    expect(planCopyCoding(work.world.state, { id, codeId: other, newId: work.newId(), now: later })).toMatchObject({ ok: false, problem: { code: 'already-coded' } });
  });
});
