import type { PluginView } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Room between the card and the window's edges, in pixels. */
const room = 12;

/**
 * A card with a note's text beside the mark that the mouse or the keyboard is on. Laid over the page, since a sheet
 * would cut it off. The mouse may go onto it, Escape takes it away. To those who can't see it, the mark itself says it.
 */
export function noteCard(view: EditorView, scroller: HTMLElement, textOf: (note: number) => string | null): PluginView {
  const card = document.createElement('div');
  card.className = 'note-card';
  card.setAttribute('aria-hidden', 'true');
  card.hidden = true;
  view.dom.parentElement?.append(card);
  let shown: HTMLElement | null = null;
  const hide = () => {
    shown = null;
    card.hidden = true;
  };
  const show = (event: Event) => {
    const mark = markAt(event.target);
    const text = mark ? textOf(Number(mark.dataset['note'])) : null;
    if (!mark || text === null) return;
    shown = mark;
    card.textContent = text;
    card.hidden = false;
    place(card, mark, scroller);
  };
  const leave = (event: MouseEvent) => {
    const isOn = event.relatedTarget instanceof Node && (card.contains(event.relatedTarget) || shown?.contains(event.relatedTarget));
    if (!isOn && document.activeElement !== shown) hide();
  };
  const blur = (event: Event) => {
    if (markAt(event.target) === shown) hide();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || card.hidden) return;
    event.stopPropagation();
    hide();
  };
  view.dom.addEventListener('mouseover', show);
  view.dom.addEventListener('focusin', show);
  view.dom.addEventListener('mouseout', leave);
  view.dom.addEventListener('focusout', blur);
  card.addEventListener('mouseleave', leave);
  window.addEventListener('keydown', key, true);
  return {
    destroy() {
      view.dom.removeEventListener('mouseover', show);
      view.dom.removeEventListener('focusin', show);
      view.dom.removeEventListener('mouseout', leave);
      view.dom.removeEventListener('focusout', blur);
      window.removeEventListener('keydown', key, true);
      card.remove();
    },
  };
}

const markAt = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('.note-mark') : null);

/** Below the mark, or above it where there is no room below; within the page's edges. */
function place(card: HTMLElement, mark: HTMLElement, scroller: HTMLElement): void {
  const origin = card.offsetParent?.getBoundingClientRect();
  if (!origin) return;
  const at = mark.getBoundingClientRect();
  const edge = scroller.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const top = at.bottom + height > edge.bottom - room ? at.top - height : at.bottom;
  const left = Math.max(edge.left + room, Math.min(at.left, edge.right - room - width));
  card.style.transform = `translate(${Math.round(left - origin.left)}px, ${Math.round(top - origin.top)}px)`;
}
