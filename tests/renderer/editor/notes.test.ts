import { EditorState } from 'prosemirror-state';
import type { Decoration } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import type { CodePoint, SpeakerId } from '../../../schemas/ids.ts';
import type { Content } from '../../../schemas/records/content.ts';
import { notePlaces } from '../../../renderer/editor/note-places.ts';
import { notesKey, notesPlugin, showNotes } from '../../../renderer/editor/plugins/notes.ts';
import { block, contentOf, readingOf } from './hearing.ts';

const note = (label: string, anchor: [number, number] | null, own: number): Content['footnotes'][number] =>
  ({ label, anchor: anchor && { block: anchor[0], offset: anchor[1] as CodePoint }, block: own });

const content: Content = {
  ...contentOf([block('Kop', null, 'heading'), block('De brug \u{1F600} is te smal.', 0), block('Dat weten wij.', 0), block('Drie meter.', null, 'footnote'), block('Zonder plaats.', null, 'footnote')], [{}]),
  footnotes: [note('1', [1, 9], 3), note('1', [2, 14], 3), note('2', null, 4)],
};
const reading = readingOf(content);
const scroller = {} as HTMLElement;

describe('the notes of a text', () => {
  it('have a place behind the word that had the mark, in a text with letters of two units too', () => {
    const { text } = reading.text;
    expect(notePlaces(reading).map(({ label, text: words, mark, words: { start, end }, note: own }) => [label, words, reading.positions.toOffset(mark), text.slice(start, end), text.slice(own.start, own.end)])).toEqual([
      ['1', 'Drie meter.', 4 + 10, '\u{1F600}', 'Drie meter.'], ['1', 'Drie meter.', text.indexOf('wij.') + 4, 'wij.', 'Drie meter.'],
    ]);
  });

  it('are drawn beside the text and not in it: a mark each, and one way back from each note', () => {
    const state = EditorState.create({ doc: reading.doc, plugins: [notesPlugin(reading, scroller)] });
    expect(notesKey.getState(state)?.find()).toEqual([]);
    const next = state.apply(showNotes(state.tr, { mark: ({ label, text }) => `noot ${label}: ${text}`, back: ({ label }) => `terug ${label}` }));
    const drawn: Decoration[] = notesKey.getState(next)?.find() ?? [];
    expect(next.doc).toBe(state.doc);
    expect(drawn.map(({ from, spec }) => [reading.positions.toOffset(from), (spec as { key: string }).key.split('\u0000')[2]])).toEqual([
      [14, 'noot 1: Drie meter.'], [reading.text.text.indexOf('wij.') + 4, 'noot 1: Drie meter.'], [reading.text.text.indexOf('Drie'), 'terug 1'],
    ]);
    expect(notesKey.getState(next.apply(next.tr))).toBe(notesKey.getState(next));
  });

  it('are numbered by the page itself only where nothing leads back', () => {
    const labels: unknown[] = [];
    reading.doc.descendants((node) => {
      if (node.type.name === 'footnote') labels.push(node.attrs['label']);
    });
    expect(labels).toEqual(['', '2']);
  });
});

describe('an item of a list', () => {
  it('has a bullet unless it begins with a letter or a number of its own', () => {
    const counted: unknown[] = [];
    readingOf(contentOf([block('a. touw', null, 'listItem'), block('2) lamp', null, 'listItem'), block('brood', null, 'listItem'), block('o.a. zout', null, 'listItem')])).doc.descendants((node) => {
      if (node.type.name === 'listItem') counted.push(node.attrs['counted']);
    });
    expect(counted).toEqual([true, true, false, false]);
  });
});

describe('the number of a question', () => {
  const answers = (speaker: SpeakerId | null): Content => ({
    ...contentOf([block('Vraag 1', null, 'label'), block('Hoe?', 0), block('Antwoord 1', null, 'label'), block('Zo.', 1)], [{ kind: 'question', label: 'Vraag 1', speaker }, { kind: 'answer', label: 'Antwoord 1', speaker }]),
    pairs: [{ number: 1, question: 0, answer: 1 }],
  });

  it('stays on the page where the margin names who asks', () => {
    expect([...readingOf(answers('s' as SpeakerId)).silent]).toEqual([]);
  });

  it('is what the margin says where nobody is named', () => {
    expect([...readingOf(answers(null)).silent]).toEqual([0, 2]);
  });
});
