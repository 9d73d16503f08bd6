import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { growing, shrunk } from '../plugins/grown.ts';
import type { ReadingDocument } from '../reading-document.ts';
import { sentenceAfter, sentenceBefore } from '../sentence-ranges.ts';

export type Direction = 'forward' | 'backward';

/** Selects a stretch of text and asks to bring its end into sight. */
export function select({ positions }: ReadingDocument, tr: Transaction, anchor: Utf16, head: Utf16): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, positions.toPosition(anchor), positions.toPosition(head))).scrollIntoView();
}

/** What the selection is taken by: the stretches of one kind, as they stand in the text. */
export interface Unit {
  /** The first one, from this offset on, for which the test holds. */
  after(reading: ReadingDocument, from: Utf16, test: (range: TextRange) => boolean): TextRange | null;
  /** The last one, from this offset back, for which the test holds. */
  before(reading: ReadingDocument, from: Utf16, test: (range: TextRange) => boolean): TextRange | null;
}

export const bySentence: Unit = { after: sentenceAfter, before: sentenceBefore };

/** Where nobody takes turns, as in a letter, each paragraph that the page shows. */
export const byTurn: Unit = {
  after: (reading, from, test) => turnsOf(reading).find((range) => range.end >= from && test(range)) ?? null,
  before: (reading, from, test) => turnsOf(reading).findLast((range) => range.start <= from && test(range)) ?? null,
};

/** Selects the sentence or turn under the cursor; from a whole one, or from the end of one, the next or the previous. */
export function selectNext(reading: ReadingDocument, unit: Unit, direction: Direction): Command {
  return (state, dispatch) => {
    const { start, end } = selected(reading, state);
    const under = unit.after(reading, start, (range) => range.end > start);
    const inside = under && under.start <= start && end <= under.end && !(under.start === start && under.end === end);
    const found = inside ? under : direction === 'forward'
      ? unit.after(reading, end, (range) => range.start >= end)
      : unit.before(reading, start, (range) => range.end <= start);
    if (!found) return false;
    dispatch?.(fromStart(select(reading, state.tr, found.start, found.end)));
    return true;
  };
}

/** Moves the end of the selection to the end of a sentence or turn, or back to the start of one. */
export function extendBy(reading: ReadingDocument, unit: Unit, direction: Direction): Command {
  return (state, dispatch) => {
    const { anchor, head } = selected(reading, state);
    const to = direction === 'forward'
      ? unit.after(reading, head, (range) => range.end > head)?.end
      : unit.before(reading, head, (range) => range.start < head)?.start;
    if (to === undefined) return false;
    dispatch?.(select(reading, state.tr, anchor, to));
    return true;
  };
}

/** Asks that the start of what is selected stays in sight, where the window can't hold all of it: one reads from there. */
const fromStart = (tr: Transaction) => tr.setMeta(shownFrom, true);

/** On a transaction: what `fromStart` asks. */
export const shownFrom = 'shown-from-start';

/** Moves the cursor to the start of a paragraph, or, extending, the end of the selection to a paragraph's edge. */
export function moveByParagraph(reading: ReadingDocument, direction: Direction, extend: boolean): Command {
  return (state, dispatch) => {
    const { anchor, head } = selected(reading, state);
    const ranges = shownBlocks(reading);
    const to = direction === 'backward' ? ranges.findLast(({ start }) => start < head)?.start
      : extend ? ranges.find(({ end }) => end > head)?.end
        : ranges.find(({ start }) => start > head)?.start;
    if (to === undefined) return false;
    dispatch?.(select(reading, state.tr, extend ? anchor : to, to));
    return true;
  };
}

/** Widens the selection: word, sentence, paragraph, turn. */
export function widenSelection(reading: ReadingDocument): Command {
  return (state, dispatch) => {
    const now = selected(reading, state);
    const wider = steps(reading, now).find(({ start, end }) => start <= now.start && now.end <= end && end - start > now.end - now.start);
    if (!wider) return false;
    dispatch?.(fromStart(growing(select(reading, state.tr, wider.start, wider.end))));
    return true;
  };
}

/** The way back to what the selection grew from; else from a turn to the paragraph, the sentence and the word where it begins. */
export function narrowSelection(reading: ReadingDocument): Command {
  return (state, dispatch) => {
    const back = shrunk(state);
    if (back) {
      dispatch?.(back);
      return true;
    }
    const now = selected(reading, state);
    if (now.start === now.end) return false;
    const { text } = reading;
    const word = /^\S+/u.exec(text.text.slice(now.start, now.end))?.[0].length ?? 0;
    const under = { start: now.start, end: (now.start + 1) as Utf16 };
    const narrower = [...steps(reading, under).toReversed(), { start: now.start, end: (now.start + word) as Utf16 }]
      .find(({ start, end }) => now.start <= start && end <= now.end && end - start < now.end - now.start && end > start);
    if (!narrower) return false;
    dispatch?.(select(reading, state.tr, narrower.start, narrower.end));
    return true;
  };
}

/** Lets go of the selection and leaves the cursor at its end. False where nothing is selected. */
export const clearSelection: Command = (state, dispatch) => {
  if (state.selection.empty) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, state.selection.to)).setMeta('own', true));
  return true;
};

/** The cursor to the first or last character of the document. */
export function moveToEdge(reading: ReadingDocument, direction: Direction, extend: boolean): Command {
  return (state, dispatch) => {
    const { anchor } = selected(reading, state);
    const to = (direction === 'forward' ? reading.text.text.length : 0) as Utf16;
    dispatch?.(select(reading, state.tr, extend ? anchor : to, to));
    return true;
  };
}

export function selectAll(reading: ReadingDocument): Command {
  return (state, dispatch) => {
    const { from, to } = reading.positions.toRange({ start: 0 as Utf16, end: reading.text.text.length as Utf16 });
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)).setMeta('own', true));
    return true;
  };
}

function selected({ positions }: ReadingDocument, { selection }: EditorState) {
  return {
    anchor: positions.toOffset(selection.anchor), head: positions.toOffset(selection.head),
    start: positions.toOffset(selection.from), end: positions.toOffset(selection.to),
  };
}

const shownBlocks = ({ text, silent }: ReadingDocument) => text.blocks.filter((_, block) => !silent.has(block));

const turnsOf = (reading: ReadingDocument) => (reading.text.turns.length > 0 ? reading.text.turns : shownBlocks(reading));

/** What the selection may grow to, from small to large. */
function steps(reading: ReadingDocument, { start, end }: TextRange): TextRange[] {
  const { text, sheets, positions } = reading;
  const blocks = { start: text.blocks[text.blockAt(start)]?.start ?? start, end: text.blocks[text.blockAt(end)]?.end ?? end };
  const turn = sheets[positions.sheetOf(text.blockAt(start))]?.turn;
  const whole = turn === null || turn === undefined ? undefined : text.turns[turn];
  return [wholeWords(text.text, { start, end }), wholeSentences(reading, { start, end }), blocks, ...(whole ? [whole] : [])];
}

/** From the start of the first word to the end of the last. */
export function wholeWords(text: string, { start, end }: TextRange): TextRange {
  const before = /\S*$/u.exec(text.slice(Math.max(0, start - longestWord), start))?.[0].length ?? 0;
  const after = /^\S*/u.exec(text.slice(end, end + longestWord))?.[0].length ?? 0;
  // A border that lies on white space has no word to finish.
  const startsInWord = /\S/u.test(text[start] ?? '');
  const endsInWord = /\S/u.test(text[end - 1] ?? '');
  return { start: (startsInWord ? start - before : start) as Utf16, end: (endsInWord ? end + after : end) as Utf16 };
}

/** From the start of the sentence in which a passage begins to the end of the one in which it ends. */
export function wholeSentences(reading: ReadingDocument, { start, end }: TextRange): TextRange {
  const first = sentenceBefore(reading, start, (sentence) => sentence.start <= start);
  const last = sentenceAfter(reading, start, (sentence) => sentence.end >= end);
  return { start: first?.start ?? start, end: last?.end ?? end };
}

/** No word is longer, and a file of one long line stays quick. UTF-16 units. */
const longestWord = 200;
