import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import { marginLabels, type MarginWords } from '../../../renderer/editor/margin-labels.ts';
import { marginsKey, marginsPlugin, showMargins } from '../../../renderer/editor/plugins/margins.ts';
import { flashKey, mark, markedRangePlugin } from '../../../renderer/editor/plugins/marked-range.ts';
import { readingCursorKey, readingCursorPlugin } from '../../../renderer/editor/plugins/reading-cursor.ts';
import { rangeOf } from '../../../renderer/editor/positions.ts';
import { block, contentOf, readingOf, shortHearing } from './hearing.ts';

const words: MarginWords = { kind: (kind) => kind, page: (page) => `blz. ${page}`, unknown: '?' };
const speaker = (id: string, name: string, more: Partial<Speaker> = {}): Speaker =>
  ({ id: id as SpeakerId, name, role: null, organisation: null, aliases: [], moderator: false, ...more });

describe('the margin', () => {
  const smit = speaker('s', 'Mw. Smit', { role: 'ervaringsdeskundige' });
  const board = speaker('b', 'Bond', { role: 'anders', organisation: 'Bond van Bakkers' });
  const long = 'Een lange zin die op zichzelf al een paar regels vult. '.repeat(12);
  const reading = readingOf(contentOf(
    [block('Titel', null, 'heading'), block(long, 0), block('Waarom?', 1), block('Daarom.', 2), block('Zomaar.', 3)],
    [{ speaker: smit.id }, { kind: 'question', speaker: board.id }, { kind: 'answer', speaker: smit.id }, { speaker: null, label: 'Iemand' }],
    [{ page: 1, block: 0, offset: 0 }, { page: 2, block: 1, offset: 400 }, { page: 3, block: 3, offset: 0 }],
  ));
  const labels = marginLabels(reading, new Map([[smit.id, smit], [board.id, board]]), words);

  it('names speaker and kind at each turn, and what they are where they speak at length', () => {
    expect(labels.turns.map(({ name, details }) => [name, ...details])).toEqual([
      ['Mw. Smit', 'ervaringsdeskundige', 'presentation'], ['Bond', 'question'], ['Mw. Smit', 'answer · blz. 3'], ['Iemand', 'presentation'],
    ]);
  });

  it('marks a page where it begins, and under the name where a turn begins with it', () => {
    expect(labels.pages.map(({ words: page, position }) => [page, reading.positions.toOffset(position)])).toEqual([['blz. 1', 0], ['blz. 2', 6 + 400]]);
  });

  it('names a turn that takes several sheets once', () => {
    const many = readingOf(contentOf(Array.from({ length: 40 }, () => block('Zin.', 0)), [{ speaker: smit.id }]));
    expect(marginLabels(many, new Map([[smit.id, smit]]), words).turns).toHaveLength(1);
  });

  it('stands outside the text', () => {
    const state = EditorState.create({ doc: reading.doc, plugins: [marginsPlugin(reading)] });
    const next = state.apply(showMargins(state.tr, labels));
    expect(next.doc).toBe(state.doc);
    expect(marginsKey.getState(next)?.find()).toHaveLength(labels.turns.length + labels.pages.length);
    expect(marginsKey.getState(next.apply(next.tr))).toBe(marginsKey.getState(next));
  });
});

describe('the reading cursor', () => {
  it('marks all sheets of the turn in which it stands, and nothing else', () => {
    const reading = readingOf(contentOf([block('Kop', null, 'heading'), ...Array.from({ length: 30 }, () => block('Zin.', 0)), block('Vraag?', 1)], [{}, { kind: 'question' }]));
    let state = EditorState.create({ doc: reading.doc, plugins: [readingCursorPlugin(reading)] });
    const marked = () => readingCursorKey.getState(state)?.decorations.find().length;
    const at = (offset: number) => {
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, reading.positions.toPosition(offset as never))));
      const { first, last } = readingCursorKey.getState(state) ?? {};
      return [first, last];
    };
    expect(at(1)).toEqual([0, 0]);
    expect(at(10)).toEqual([1, 2]);
    expect(marked()).toBe(2);
    const before = readingCursorKey.getState(state);
    at(12);
    expect(readingCursorKey.getState(state)).toBe(before);
    expect(at(reading.text.text.length)).toEqual([3, 3]);
  });
});

describe('a marked range', () => {
  it('is drawn until it is taken away', () => {
    const reading = shortHearing();
    let state = EditorState.create({ doc: reading.doc, plugins: [markedRangePlugin(reading, flashKey, 'flash')] });
    state = state.apply(mark(state.tr, flashKey, rangeOf({ from: 2, to: 6 })));
    expect(flashKey.getState(state)?.decorations.find()).toHaveLength(1);
    state = state.apply(mark(state.tr, flashKey, rangeOf({ from: 4, to: 4 })));
    expect(flashKey.getState(state)).toMatchObject({ range: null });
    expect(flashKey.getState(state)?.decorations.find()).toHaveLength(0);
  });
});
