import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { codingsOf, codingsPlugin, deepestDrawn, showCodings, type DrawnCodings } from '../../../renderer/editor/plugins/codings.ts';
import { light, lightingKey, lightingPlugin } from '../../../renderer/editor/plugins/lighting.ts';
import type { ReadingDocument } from '../../../renderer/editor/reading-document.ts';
import { block, contentOf, drawn, drawnMap, readingOf, shortHearing } from './hearing.ts';

const start = (reading: ReadingDocument) => EditorState.create({ doc: reading.doc, plugins: [codingsPlugin(reading), lightingPlugin(reading)] });
const show = (state: EditorState, codings: DrawnCodings) => state.apply(showCodings(state.tr, codings));

/** What is drawn, as text with the themes under it: `[words, codings, style]`, in order. */
function shown(reading: ReadingDocument, set: DecorationSet | undefined): string[] {
  return (set?.find() ?? []).toSorted((a, b) => a.from - b.from).map((decoration) => {
    const attrs = (decoration as unknown as { type: { attrs: Record<string, string> } }).type.attrs;
    return `${reading.doc.textBetween(decoration.from, decoration.to)} | ${attrs['data-codings'] ?? attrs['class']} | ${attrs['data-depth'] ?? ''}${'data-deeper' in attrs ? '+' : ''}`;
  });
}

describe('the codings on the page', () => {
  it('are flattened into stretches that know all that lies over them', () => {
    const reading = readingOf(contentOf([block('een twee drie vier')]));
    const state = show(start(reading), drawnMap(drawn('x', 0, 13, 'a'), drawn('y', 4, 18, 'b')));
    expect(shown(reading, codingsOf(state)?.decorations)).toEqual(['een  | x | 1', 'twee drie | x y | 2', ' vier | y | 1']);
  });

  it('draw a theme that lies over itself as one', () => {
    const reading = readingOf(contentOf([block('een twee')]));
    const state = show(start(reading), drawnMap(drawn('x', 0, 8, 'a'), drawn('y', 0, 3, 'a')));
    expect(shown(reading, codingsOf(state)?.decorations)).toEqual(['een | x y | 1', ' twee | x | 1']);
  });

  it('draw six themes apart and say where there are more', () => {
    const reading = readingOf(contentOf([block('diep')]));
    const codings = Array.from({ length: deepestDrawn + 1 }, (_, at) => drawn(`c${at}`, 0, 4, `t${at}`));
    expect(shown(reading, codingsOf(show(start(reading), drawnMap(...codings.slice(0, -1))))?.decorations)).toEqual(['diep | c0 c1 c2 c3 c4 c5 | 6']);
    expect(shown(reading, codingsOf(show(start(reading), drawnMap(...codings)))?.decorations)).toEqual(['diep | c0 c1 c2 c3 c4 c5 c6 | 6+']);
  });

  it('run over blocks and turns, each block on its own', () => {
    const reading = shortHearing();
    const from = reading.text.text.indexOf('Toch');
    const to = reading.text.text.indexOf(' maanden');
    const words = shown(reading, codingsOf(show(start(reading), drawnMap(drawn('x', from, to))))?.decorations).map((line) => line.split(' | ')[0]);
    expect(words).toEqual(['Toch ging ik door.', 'Daarna werd het stil.', 'Voorzitter:', 'Hoe lang was dat?', 'Mevrouw Smit:', 'Elf']);
  });

  it('come out the same whether they were added one by one or all at once', () => {
    const reading = readingOf(contentOf(Array.from({ length: 8 }, (_, at) => block(`Blok nummer ${at} met wat woorden.`, at % 3)), [{}, {}, {}]));
    const length = reading.text.text.length;
    const coding = fc.record({ id: fc.nat(12), from: fc.nat(length - 1), size: fc.integer({ min: 1, max: 80 }), code: fc.constantFrom('a', 'b', 'c') });
    fc.assert(fc.property(fc.array(fc.array(coding, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), (rounds) => {
      let state = start(reading);
      let current = new Map<string, ReturnType<typeof drawn>>();
      for (const round of rounds) {
        const next = new Map(current);
        for (const { id, from, size, code } of round) {
          const key = `c${id}`;
          if (next.has(key) && size % 2 === 0) next.delete(key);
          else next.set(key, drawn(key, from, Math.min(length, from + size), code));
        }
        current = next;
        state = show(state, drawnMap(...current.values()));
      }
      const once = show(start(reading), drawnMap(...current.values()));
      expect(shown(reading, codingsOf(state)?.decorations)).toEqual(shown(reading, codingsOf(once)?.decorations));
      expect([...(codingsOf(state)?.inBlock.keys() ?? [])].toSorted()).toEqual([...(codingsOf(once)?.inBlock.keys() ?? [])].toSorted());
    }), { numRuns: 80 });
  });

  it('keep the drawings of blocks that a change does not touch', () => {
    const reading = readingOf(contentOf([block('eerste'), block('tweede')]));
    const first = drawn('x', 0, 6);
    const state = show(start(reading), drawnMap(first));
    // What is found is a copy at its place; what it draws is the same object as long as it was not made anew.
    const drawing = (set: DecorationSet | undefined) => set?.find(0, 8).map((one) => (one as unknown as { type: object }).type)[0];
    const after = codingsOf(show(state, drawnMap(first, drawn('y', 7, 13))))?.decorations;
    expect(drawing(after)).toBe(drawing(codingsOf(state)?.decorations));
    expect(after?.find()).toHaveLength(2);
  });

  it('do not change with anything else', () => {
    const reading = shortHearing();
    const state = show(start(reading), drawnMap(drawn('x', 0, 4)));
    expect(codingsOf(state.apply(state.tr))).toBe(codingsOf(state));
  });
});

describe('lighting up', () => {
  it('shows the chosen and the hovered coding, and one that is both only as chosen', () => {
    const reading = shortHearing();
    const state = show(start(reading), drawnMap(drawn('x', 0, 4), drawn('y', 5, 12)));
    const lit = (focused: string | null, hovered: string | null) =>
      shown(reading, lightingKey.getState(state.apply(light(state.tr, { focused, hovered } as never)))?.decorations).map((line) => line.split(' | ').slice(0, 2));
    expect(lit('x', 'y')).toEqual([['Over', 'focused'], ['wachten', 'lit']]);
    expect(lit('x', 'x')).toEqual([['Over', 'focused']]);
    expect(lit('gone', null)).toEqual([]);
  });

  it('goes along when the coding changes its place', () => {
    const reading = shortHearing();
    let state = show(start(reading), drawnMap(drawn('x', 0, 4)));
    state = state.apply(light(state.tr, { focused: 'x', hovered: null } as never));
    state = show(state, drawnMap(drawn('x', 5, 12)));
    expect(shown(reading, lightingKey.getState(state)?.decorations)[0]).toMatch(/^wachten/);
    state = show(state, drawnMap());
    expect(shown(reading, lightingKey.getState(state)?.decorations)).toEqual([]);
  });
});
