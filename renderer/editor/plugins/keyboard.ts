import { keydownHandler } from 'prosemirror-keymap';
import { Plugin, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { moveBy } from '../commands/move.ts';
import { clearSelection, extendBySentence, moveByParagraph, moveToEdge, narrowSelection, selectAll, selectSentence, widenSelection } from '../commands/select.ts';
import type { ReadingDocument } from '../reading-document.ts';

/** What the page offers beyond moving and selecting. */
export interface PageKeys {
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

/**
 * The reading cursor's keys. The page can't be typed in, so that ProseMirror's own key handling does not run; the keys
 * are taken from the element itself.
 */
export function keyboardPlugin(reading: ReadingDocument, keys: PageKeys): Plugin {
  const handle = keydownHandler(bindings(reading, keys));
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          if (event.target !== view.dom || event.isComposing) return false;
          if (/^(Arrow|[jkJK]$)/.test(event.key)) keys.fetchCursor(view);
          if (!handle(view, event)) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}

function bindings(reading: ReadingDocument, { tag, leave, letGo, reveal }: PageKeys): Record<string, Command> {
  const moves: Record<string, Command> = {};
  for (const extend of [false, true]) {
    const shift = extend ? 'Shift-' : '';
    moves[`${shift}ArrowRight`] = moveBy('character', 'forward', extend, reveal);
    moves[`${shift}ArrowLeft`] = moveBy('character', 'backward', extend, reveal);
    moves[`${shift}ArrowDown`] = moveBy('line', 'forward', extend, reveal);
    moves[`${shift}ArrowUp`] = moveBy('line', 'backward', extend, reveal);
    moves[`${shift}Mod-ArrowRight`] = moveBy('word', 'forward', extend, reveal);
    moves[`${shift}Mod-ArrowLeft`] = moveBy('word', 'backward', extend, reveal);
    moves[`${shift}Home`] = moveBy('lineboundary', 'backward', extend, reveal);
    moves[`${shift}End`] = moveBy('lineboundary', 'forward', extend, reveal);
    moves[`${shift}Mod-ArrowDown`] = moveByParagraph(reading, 'forward', extend);
    moves[`${shift}Mod-ArrowUp`] = moveByParagraph(reading, 'backward', extend);
    moves[`${shift}Mod-Home`] = moveToEdge(reading, 'backward', extend);
    moves[`${shift}Mod-End`] = moveToEdge(reading, 'forward', extend);
  }
  return {
    ...moves,
    'Alt-ArrowDown': selectSentence(reading, 'forward'),
    'Alt-ArrowUp': selectSentence(reading, 'backward'),
    'Shift-Alt-ArrowDown': extendBySentence(reading, 'forward'),
    'Shift-Alt-ArrowUp': extendBySentence(reading, 'backward'),
    'Shift-Alt-ArrowRight': widenSelection(reading),
    'Shift-Alt-ArrowLeft': narrowSelection(reading),
    j: selectSentence(reading, 'forward'),
    k: selectSentence(reading, 'backward'),
    'Shift-j': extendBySentence(reading, 'forward'),
    'Shift-k': extendBySentence(reading, 'backward'),
    'Mod-a': selectAll(reading),
    Enter: tag,
    Escape: (state, dispatch, view) => leave(state, dispatch, view) || clearSelection(state, dispatch, view) || letGo(state, dispatch, view),
  };
}
