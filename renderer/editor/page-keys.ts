import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { moveBy, type Unit } from './commands/move.ts';
import { bySentence, byTurn, clearSelection, extendBy, moveByParagraph, moveToEdge, narrowSelection, selectAll, selectNext, widenSelection } from './commands/select.ts';
import type { ReadingDocument } from './reading-document.ts';

/** What the keys need of the page, beyond moving and selecting. */
export interface PageHooks {
  reading: ReadingDocument;
  /** Enter: tag what is selected. */
  tag: Command;
  /** Escape, before anything else. */
  leave: Command;
  /** Escape, when nothing is selected. */
  letGo: Command;
  /** Brings the head of the selection into sight. */
  reveal(view: EditorView): void;
  /** Called before a key moves the cursor: takes one that was left out of sight to where the reader is. */
  fetchCursor(view: EditorView): void;
}

type Make = (page: PageHooks) => Command;

/** One thing that keys of the page do; or a movement and its way back, where it is for keys alone. */
export interface PageKey {
  id: string;
  /** Each key, written as in `Command.keys`, with what it does; the command palette does what the first one does. */
  keys: readonly [readonly [string, Make], ...(readonly [string, Make])[]];
  /** The cursor as in any text, or done by another command too: in the sheet of keys, and not in the palette. */
  hidden?: true;
  /** It asks nothing of where the cursor stands, so that one left out of sight stays there. */
  stays?: true;
}

/** All that keys do on the page: read by the page's own key handling, by the palette and by the sheet of keys. */
export const pageKeys = [
  { id: 'sentence-next', keys: alike(({ reading }) => selectNext(reading, bySentence, 'forward'), 'j', 'Alt+ArrowDown') },
  { id: 'sentence-previous', keys: alike(({ reading }) => selectNext(reading, bySentence, 'backward'), 'k', 'Alt+ArrowUp') },
  { id: 'sentence-more', keys: alike(({ reading }) => extendBy(reading, bySentence, 'forward'), 'Shift+J', 'Shift+Alt+ArrowDown') },
  { id: 'sentence-less', keys: alike(({ reading }) => extendBy(reading, bySentence, 'backward'), 'Shift+K', 'Shift+Alt+ArrowUp') },
  { id: 'paragraph-next', keys: alike(({ reading }) => moveByParagraph(reading, 'forward', false), '$mod+ArrowDown') },
  { id: 'paragraph-previous', keys: alike(({ reading }) => moveByParagraph(reading, 'backward', false), '$mod+ArrowUp') },
  { id: 'paragraph-more', keys: alike(({ reading }) => moveByParagraph(reading, 'forward', true), 'Shift+$mod+ArrowDown') },
  { id: 'paragraph-less', keys: alike(({ reading }) => moveByParagraph(reading, 'backward', true), 'Shift+$mod+ArrowUp') },
  { id: 'turn-next', keys: alike(({ reading }) => selectNext(reading, byTurn, 'forward'), 'l', 'Alt+PageDown') },
  { id: 'turn-previous', keys: alike(({ reading }) => selectNext(reading, byTurn, 'backward'), 'h', 'Alt+PageUp') },
  { id: 'turn-more', keys: alike(({ reading }) => extendBy(reading, byTurn, 'forward'), 'Shift+L', 'Shift+Alt+PageDown') },
  { id: 'turn-less', keys: alike(({ reading }) => extendBy(reading, byTurn, 'backward'), 'Shift+H', 'Shift+Alt+PageUp') },
  { id: 'grow', keys: alike(({ reading }) => widenSelection(reading), 'Shift+Alt+ArrowRight') },
  { id: 'shrink', keys: alike(({ reading }) => narrowSelection(reading), 'Shift+Alt+ArrowLeft') },
  { id: 'all', keys: alike(({ reading }) => selectAll(reading), '$mod+a') },
  { id: 'release', stays: true, keys: alike(released, 'Escape') },
  { id: 'tag', hidden: true, stays: true, keys: alike(({ tag }) => tag, 'Enter') },
  { id: 'character', hidden: true, keys: cursor('character', 'ArrowRight', 'ArrowLeft') },
  { id: 'word', hidden: true, keys: cursor('word', '$mod+ArrowRight', '$mod+ArrowLeft') },
  { id: 'line', hidden: true, keys: cursor('line', 'ArrowDown', 'ArrowUp') },
  { id: 'line-edge', hidden: true, keys: cursor('lineboundary', 'End', 'Home') },
  { id: 'edge', hidden: true, keys: edges('') },
  { id: 'character-select', hidden: true, keys: cursor('character', 'ArrowRight', 'ArrowLeft', 'Shift+') },
  { id: 'word-select', hidden: true, keys: cursor('word', '$mod+ArrowRight', '$mod+ArrowLeft', 'Shift+') },
  { id: 'line-select', hidden: true, keys: cursor('line', 'ArrowDown', 'ArrowUp', 'Shift+') },
  { id: 'line-edge-select', hidden: true, keys: cursor('lineboundary', 'End', 'Home', 'Shift+') },
  { id: 'edge-select', hidden: true, keys: edges('Shift+') },
] as const satisfies readonly PageKey[];

export type PageKeyId = (typeof pageKeys)[number]['id'];

type Shift = '' | 'Shift+';

function alike(make: Make, first: string, ...others: string[]): PageKey['keys'] {
  return [[first, make], ...others.map((key) => [key, make] as const)];
}

/** The cursor as the browser moves it, onwards and back; with Shift the end of the selection. */
function cursor(unit: Unit, onwards: string, back: string, shift: Shift = ''): PageKey['keys'] {
  const extend = shift !== '';
  return [
    [`${shift}${onwards}`, ({ reveal }) => moveBy(unit, 'forward', extend, reveal)],
    [`${shift}${back}`, ({ reveal }) => moveBy(unit, 'backward', extend, reveal)],
  ];
}

function edges(shift: Shift): PageKey['keys'] {
  const extend = shift !== '';
  return [
    [`${shift}$mod+End`, ({ reading }) => moveToEdge(reading, 'forward', extend)],
    [`${shift}$mod+Home`, ({ reading }) => moveToEdge(reading, 'backward', extend)],
  ];
}

/** Escape lets go of one thing after another. */
function released({ leave, letGo }: PageHooks): Command {
  return (state, dispatch, view) => leave(state, dispatch, view) || clearSelection(state, dispatch, view) || letGo(state, dispatch, view);
}
