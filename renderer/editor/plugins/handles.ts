import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { CodingId } from '../../../schemas/ids.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { wholeWords } from '../commands/select.ts';
import type { ReadingDocument } from '../reading-document.ts';
import { trimmed } from '../selected-range.ts';
import { codingsKey, codingsOf, type DrawnCoding } from './codings.ts';
import { lightingKey } from './lighting.ts';
import { heldSelectionKey, mark } from './marked-range.ts';

export const handlesKey = new PluginKey<DecorationSet>('handles');

type Edge = 'start' | 'end';

/**
 * A handle at each end of the chosen coding, to drag its borders with the mouse: over whole words, or over letters
 * while Alt is held. The keyboard has a way of its own, so that screen readers hear nothing of them.
 */
export function handlesPlugin(reading: ReadingDocument, canReshape: () => boolean, onReshape: (id: CodingId, range: TextRange) => void): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    key: handlesKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, value, _before, state) => (tr.getMeta(lightingKey) || tr.getMeta(codingsKey) ? drawn(state) : value),
    },
    props: { decorations: (state) => handlesKey.getState(state) },
  });
  const drawn = (state: EditorState): DecorationSet => {
    const id = lightingKey.getState(state)?.focused ?? null;
    const coding = id === null ? undefined : codingsOf(state)?.codings.get(id);
    if (!coding || !canReshape()) return DecorationSet.empty;
    return DecorationSet.create(reading.doc, (['start', 'end'] as const).map((edge) =>
      Decoration.widget(reading.positions.toPosition(coding[edge]), (view) => handleElement(view, coding, edge), {
        side: edge === 'start' ? -1 : 1, ignoreSelection: true, key: `handle${edge}${coding.id}${coding.start}-${coding.end}`,
      })));
  };
  const handleElement = (view: EditorView, coding: DrawnCoding, edge: Edge): HTMLElement => {
    const element = document.createElement('span');
    element.className = 'border-handle';
    element.dataset['edge'] = edge;
    element.setAttribute('aria-hidden', 'true');
    element.append(document.createElement('span'));
    element.addEventListener('mousedown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      drag(view, reading, coding, edge, onReshape);
    });
    return element;
  };
  return plugin;
}

/** Follows the pointer until the button is let go; Escape leaves the borders as they were. */
function drag(view: EditorView, reading: ReadingDocument, coding: DrawnCoding, edge: Edge, onReshape: (id: CodingId, range: TextRange) => void): void {
  let range: TextRange | null = null;
  const follow = (event: MouseEvent) => {
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!at) return;
    const offset = reading.positions.toOffset(at.pos);
    range = reached(reading, coding, edge, offset, event.altKey);
    view.dispatch(mark(view.state.tr, heldSelectionKey, range && reading.positions.toRange(range)));
  };
  const end = (keep: boolean) => {
    window.removeEventListener('mousemove', follow);
    window.removeEventListener('mouseup', release);
    window.removeEventListener('keydown', escape, true);
    if (view.isDestroyed) return;
    view.dispatch(mark(view.state.tr, heldSelectionKey, null));
    if (keep && range && (range.start !== coding.start || range.end !== coding.end)) onReshape(coding.id, range);
  };
  const release = () => end(true);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(false);
  };
  window.addEventListener('mousemove', follow);
  window.addEventListener('mouseup', release);
  window.addEventListener('keydown', escape, true);
}

/** The passage when one border is drawn to a place; null where nothing would be left of it. */
export function reached(reading: ReadingDocument, { start, end }: TextRange, edge: Edge, to: Utf16, exact: boolean): TextRange | null {
  const wanted = edge === 'start' ? { start: to, end } : { start, end: to };
  if (wanted.end <= wanted.start) return null;
  const whole = exact ? wanted : wholeWords(reading.text.text, wanted);
  return trimmed(reading, edge === 'start' ? whole.start : start, edge === 'end' ? whole.end : end);
}
