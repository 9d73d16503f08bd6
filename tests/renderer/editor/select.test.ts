import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { bySentence, byTurn, clearSelection, extendBy, moveByParagraph, moveToEdge, narrowSelection, selectAll, selectNext, wholeSentences, wholeWords, widenSelection } from '../../../renderer/editor/commands/select.ts';
import { grownPlugin } from '../../../renderer/editor/plugins/grown.ts';
import { selectedRange } from '../../../renderer/editor/selected-range.ts';
import { block, contentOf, readingOf, shortHearing } from './hearing.ts';

const reading = shortHearing();
const { text } = reading.text;

/** The page with the cursor at these words, or with them selected. */
function at(words: string, selected = false): EditorState {
  const start = text.indexOf(words);
  const end = selected ? start + words.length : start;
  const { from, to } = reading.positions.toRange({ start: start as Utf16, end: end as Utf16 });
  return EditorState.create({ doc: reading.doc, selection: TextSelection.create(reading.doc, from, to) });
}

function run(state: EditorState, ...commands: Command[]): EditorState {
  let next = state;
  for (const command of commands) command(next, (tr) => { next = next.apply(tr); });
  return next;
}

const words = (state: EditorState) => {
  const { anchor, head } = state.selection;
  const [from, to] = [reading.positions.toOffset(anchor), reading.positions.toOffset(head)].toSorted((a, b) => a - b);
  return text.slice(from, to);
};
const next = selectNext(reading, bySentence, 'forward');
const previous = selectNext(reading, bySentence, 'backward');

describe('sentences', () => {
  it('are selected one after another, over blocks, past what the page does not show', () => {
    let state = at('wachtte');
    const seen: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      state = run(state, next);
      seen.push(words(state));
    }
    expect(seen).toEqual([
      'Ik wachtte lang.', 'Te lang, zei dr. Bos.', 'Toch ging ik door.', 'Daarna werd het stil.', 'Hoe lang was dat?', 'Elf maanden.', 'En een week.',
    ]);
  });

  it('are selected backwards too', () => {
    expect(words(run(at('Hoe lang was dat?', true), previous))).toBe('Daarna werd het stil.');
  });

  it('follow on the one at whose end the cursor stands', () => {
    expect(words(run(at(' Te lang'), next))).toBe('Te lang, zei dr. Bos.');
  });

  it('are taken whole where a part of one is selected', () => {
    expect(words(run(at('lang, zei', true), next))).toBe('Te lang, zei dr. Bos.');
  });

  it('lengthen and shorten the selection', () => {
    const two = run(at('Ik wachtte lang.', true), extendBy(reading, bySentence, 'forward'));
    expect(words(two)).toBe('Ik wachtte lang. Te lang, zei dr. Bos.');
    expect(words(run(two, extendBy(reading, bySentence, 'backward'))).trim()).toBe('Ik wachtte lang.');
  });

  it('end where the document ends', () => {
    const last = at('En een week.', true);
    expect(next(last)).toBe(false);
    expect(run(last, next)).toBe(last);
  });
});

describe('paragraphs', () => {
  it('are stepped through without the labels that the page does not show', () => {
    const state = run(at('Daarna'), moveByParagraph(reading, 'forward', false));
    expect(text.slice(reading.positions.toOffset(state.selection.head)).startsWith('Hoe lang')).toBe(true);
    const back = run(state, moveByParagraph(reading, 'backward', false));
    expect(text.slice(reading.positions.toOffset(back.selection.head)).startsWith('Daarna')).toBe(true);
  });

  it('are selected to their end', () => {
    expect(words(run(at('Te lang'), moveByParagraph(reading, 'forward', true)))).toBe('Te lang, zei dr. Bos. Toch ging ik door.');
  });
});

describe('turns', () => {
  const smit = 'Ik wachtte lang. Te lang, zei dr. Bos. Toch ging ik door.\nDaarna werd het stil.';
  const turn = (direction: 'forward' | 'backward') => selectNext(reading, byTurn, direction);

  it('are selected one after another, from the one under the cursor on, and back', () => {
    let state = at('Te lang');
    const seen: string[] = [];
    for (const direction of ['forward', 'forward', 'forward', 'backward', 'backward'] as const) {
      state = run(state, turn(direction));
      seen.push(words(state));
    }
    expect(seen).toEqual([smit, 'Hoe lang was dat?', 'Elf maanden. En een week.', 'Hoe lang was dat?', smit]);
    expect(turn('backward')(state)).toBe(false);
  });

  it('are reached from what stands before them', () => {
    expect(words(run(at('Over wachten'), turn('forward')))).toBe(smit);
  });

  it('lengthen and shorten the selection', () => {
    const two = run(at('wachtte'), turn('forward'), extendBy(reading, byTurn, 'forward'));
    expect(words(two)).toBe(`${smit}\nVoorzitter:\nHoe lang was dat?`);
    expect(selectedRange(reading, run(two, extendBy(reading, byTurn, 'backward')))).toEqual(selectedRange(reading, at(smit, true)));
  });

  it('are paragraphs where nobody takes turns', () => {
    const letter = readingOf(contentOf([block('Geachte commissie,'), block('Wij wachten al lang. Te lang.')]));
    let state = EditorState.create({ doc: letter.doc });
    const said: string[] = [];
    for (let step = 0; step < 2; step += 1) {
      selectNext(letter, byTurn, 'forward')(state, (tr) => { state = state.apply(tr); });
      said.push(letter.text.text.slice(letter.positions.toOffset(state.selection.from), letter.positions.toOffset(state.selection.to)));
    }
    expect(said).toEqual(['Geachte commissie,', 'Wij wachten al lang. Te lang.']);
  });
});

describe('the selection', () => {
  it('widens from word to sentence to paragraph to turn, and no further', () => {
    const widen = widenSelection(reading);
    let state = at('dr. Bo', true);
    const seen: string[] = [];
    while (widen(state)) {
      state = run(state, widen);
      seen.push(words(state));
    }
    expect(seen).toEqual([
      'dr. Bos.', 'Te lang, zei dr. Bos.', 'Ik wachtte lang. Te lang, zei dr. Bos. Toch ging ik door.',
      'Ik wachtte lang. Te lang, zei dr. Bos. Toch ging ik door.\nDaarna werd het stil.',
    ]);
  });

  it('narrows from turn to paragraph to sentence to word, where it begins', () => {
    const narrow = narrowSelection(reading);
    let state = at('Ik wachtte lang. Te lang, zei dr. Bos. Toch ging ik door.\nDaarna werd het stil.', true);
    const seen: string[] = [];
    while (narrow(state)) {
      state = run(state, narrow);
      seen.push(words(state));
    }
    expect(seen).toEqual(['Ik wachtte lang. Te lang, zei dr. Bos. Toch ging ik door.', 'Ik wachtte lang.', 'Ik']);
  });

  it('narrows to what it grew from, step by step', () => {
    const [widen, narrow] = [widenSelection(reading), narrowSelection(reading)];
    let state = at('dr.', true).reconfigure({ plugins: [grownPlugin()] });
    state = run(state, widen, widen);
    expect(words(state)).toBe('Ik wachtte lang. Te lang, zei dr. Bos. Toch ging ik door.');
    const seen: string[] = [];
    for (let step = 0; step < 2; step += 1) {
      state = run(state, narrow);
      seen.push(words(state));
    }
    expect(seen).toEqual(['Te lang, zei dr. Bos.', 'dr.']);
  });

  it('forgets what it grew from once something else is selected', () => {
    const [widen, narrow] = [widenSelection(reading), narrowSelection(reading)];
    const grown = run(at('lang, zei', true).reconfigure({ plugins: [grownPlugin()] }), widen);
    const again = grown.apply(grown.tr.setSelection(grown.selection));
    expect(words(run(again, narrow))).toBe('lang, zei');
    expect(words(run(grown, next, previous, narrow))).toBe('Te');
  });

  it('is made whole: words, or sentences', () => {
    const range = (from: string) => ({ start: text.indexOf(from) as Utf16, end: (text.indexOf(from) + from.length) as Utf16 });
    const said = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(said(wholeWords(text, range('achtte la')))).toBe('wachtte lang.');
    expect(said(wholeWords(text, range(' lang')))).toBe(' lang.');
    expect(said(wholeSentences(reading, range('lang, zei dr. Bos. To')))).toBe('Te lang, zei dr. Bos. Toch ging ik door.');
  });

  it('is let go with the cursor at its end', () => {
    const state = run(at('wachtte', true), clearSelection);
    expect(state.selection.empty).toBe(true);
    expect(reading.positions.toOffset(state.selection.head)).toBe(text.indexOf('wachtte') + 'wachtte'.length);
    expect(clearSelection(state)).toBe(false);
  });

  it('reaches the edges of the document', () => {
    expect(words(run(at('Elf'), moveToEdge(reading, 'forward', true)))).toBe('Elf maanden. En een week.');
    expect(words(run(at('Elf'), selectAll(reading)))).toBe(text);
  });
});

describe('the selected passage', () => {
  const passage = (state: EditorState) => {
    const range = selectedRange(reading, state);
    return range && text.slice(range.start, range.end);
  };

  it('leaves out white space and line breaks at its ends', () => {
    expect(passage(at(' lang. ', true))).toBe('lang.');
    expect(passage(at('stil.\n', true))).toBe('stil.');
  });

  it('leaves out labels at its ends that the page does not show, and keeps those inside', () => {
    expect(passage(at('stil.\nVoorzitter:\n', true))).toBe('stil.');
    expect(passage(at('Voorzitter:\nHoe lang', true))).toBe('Hoe lang');
    expect(passage(at('stil.\nVoorzitter:\nHoe', true))).toBe('stil.\nVoorzitter:\nHoe');
  });

  it('is nothing where only white space or a hidden label is selected', () => {
    expect(passage(at(' '))).toBeNull();
    expect(passage(at(' ', true))).toBeNull();
    expect(passage(at('Voorzitter:', true))).toBeNull();
  });
});
