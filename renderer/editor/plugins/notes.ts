import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { arrive } from '../arrive.ts';
import { noteCard } from '../note-card.ts';
import { notePlaces, type NotePlace } from '../note-places.ts';
import type { ReadingDocument } from '../reading-document.ts';

export const notesKey = new PluginKey<DecorationSet>('notes');

/** Words of the interface's language, given from outside. */
export interface NoteWords {
  /** What the mark of a note says, read aloud. */
  mark(note: { label: string; text: string }): string;
  /** What the button before a note says. */
  back(note: { label: string }): string;
}

export function showNotes(tr: Transaction, words: NoteWords): Transaction {
  return tr.setMeta(notesKey, words);
}

/**
 * The marks of notes, which are no part of the text: a small number behind the word, on which the note can be read, and
 * from which one goes to it; and at the note a number that leads back to where one came from.
 */
export function notesPlugin(reading: ReadingDocument, scroller: HTMLElement): Plugin<DecorationSet> {
  const places = notePlaces(reading);
  return new Plugin<DecorationSet>({
    key: notesKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, value) {
        const words = tr.getMeta(notesKey) as NoteWords | undefined;
        return words ? DecorationSet.create(reading.doc, widgets(reading, scroller, places, words)) : value;
      },
    },
    view: (view) => (places.length > 0 ? noteCard(view, scroller, (at) => places[at]?.text ?? null) : {}),
    props: { decorations: (state) => notesKey.getState(state) },
  });
}

function widgets({ positions }: ReadingDocument, scroller: HTMLElement, places: readonly NotePlace[], words: NoteWords): Decoration[] {
  // The keyboard and the mouse are the buttons' own; the page's selection stays where it is.
  const outside = { ignoreSelection: true, stopEvent: () => true };
  /** By note, the mark from which the reader came last. */
  const from = new Map<number, number>();
  const go = async (view: EditorView, range: NotePlace['note'], button: string) => {
    if (await arrive(view, scroller, positions.toRange(range))) view.dom.querySelector<HTMLElement>(button)?.focus({ preventScroll: true });
  };
  const marks = places.map((place, at) => Decoration.widget(place.mark, (view) => noteButton('note-mark', place.label, words.mark(place), at, () => {
    from.set(place.note.start, at);
    void go(view, place.note, `.note-back[data-note="${firstOf(places, place)}"]`);
  }), { ...outside, side: -1, key: `note\u0000${at}\u0000${words.mark(place)}` }));
  const backs = places.flatMap((place, at) => (firstOf(places, place) !== at ? [] : [Decoration.widget(positions.toPosition(place.note.start), (view) => noteButton('note-back', place.label, words.back(place), at, () => {
    const mark = from.get(place.note.start) ?? at;
    void go(view, places[mark]?.words ?? place.words, `.note-mark[data-note="${mark}"]`);
  }), { ...outside, side: -1, key: `back\u0000${at}\u0000${words.back(place)}` })]));
  return [...marks, ...backs];
}

/** The first mark of the same note. */
const firstOf = (places: readonly NotePlace[], place: NotePlace) => places.findIndex(({ note }) => note.start === place.note.start);

function noteButton(className: string, label: string, words: string, at: number, press: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.dataset['note'] = String(at);
  button.textContent = label;
  button.setAttribute('aria-label', words);
  button.addEventListener('click', press);
  return button;
}
