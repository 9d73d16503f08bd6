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
export function handlesPlugin(reading: ReadingDocument, scroller: HTMLElement, canReshape: () => boolean, onReshape: (id: CodingId, range: TextRange) => void): Plugin<DecorationSet> {
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
      drag({ view, reading, scroller, coding, edge, onReshape });
    });
    return element;
  };
  return plugin;
}

interface Drag {
  view: EditorView;
  reading: ReadingDocument;
  scroller: HTMLElement;
  coding: DrawnCoding;
  edge: Edge;
  onReshape(id: CodingId, range: TextRange): void;
}

/** Follows the pointer until the button is let go, scrolling at the window's edges; Escape leaves the borders as they were. */
function drag({ view, reading, scroller, coding, edge, onReshape }: Drag): void {
  let range: TextRange | null = null;
  let frame = 0;
  const follow = (event: MouseEvent) => {
    const seen = scroller.getBoundingClientRect();
    // Beside the page there is no text: its edge is meant.
    const at = view.posAtCoords({ left: event.clientX, top: Math.min(Math.max(event.clientY, seen.top + 1), seen.bottom - 1) });
    if (at) {
      const offset = reading.positions.toOffset(at.pos);
      range = reached(reading, coding, edge, offset, event.altKey);
      view.dispatch(mark(view.state.tr, heldSelectionKey, range && reading.positions.toRange(range)));
    }
    cancelAnimationFrame(frame);
    const by = pull(seen, event.clientY);
    if (by === 0) return;
    frame = requestAnimationFrame(() => {
      scroller.scrollTop += by;
      follow(event);
    });
  };
  const end = (keep: boolean) => {
    cancelAnimationFrame(frame);
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

/** How near to an edge of the window the page scrolls along, and how far at most in one frame; pixels. */
const pullFrom = 36;
const fastest = 14;

/** How far the page scrolls in a frame while the pointer is at this height: the nearer to an edge, the further. */
export function pull({ top, bottom }: Pick<DOMRect, 'top' | 'bottom'>, y: number): number {
  const above = top + pullFrom - y;
  const below = y - (bottom - pullFrom);
  const by = Math.max(above, below);
  return by <= 0 ? 0 : Math.ceil(Math.min(by / pullFrom, 1) * fastest) * (above > below ? -1 : 1);
}

/** The passage when one border is drawn to a place; null where nothing would be left of it. */
export function reached(reading: ReadingDocument, { start, end }: TextRange, edge: Edge, to: Utf16, exact: boolean): TextRange | null {
  const wanted = edge === 'start' ? { start: to, end } : { start, end: to };
  if (wanted.end <= wanted.start) return null;
  const whole = exact ? wanted : wholeWords(reading.text.text, wanted);
  return trimmed(reading, edge === 'start' ? whole.start : start, edge === 'end' ? whole.end : end);
}
