import type { TextRange } from '../../../app/document/plain-text.ts';
import type { Page } from './reading-state.ts';

const gap = 8;

/** Puts a floating element under the end of a passage, or above its start where there is no room; in the page's own space. */
export function placeAt(element: HTMLElement, { view, reading, scroller }: Page, { start, end }: TextRange): void {
  const origin = element.offsetParent?.getBoundingClientRect();
  if (!origin) return;
  const window = scroller.getBoundingClientRect();
  const first = view.coordsAtPos(reading.positions.toPosition(start), 1);
  const last = view.coordsAtPos(reading.positions.toPosition(end), -1);
  const { offsetWidth: width, offsetHeight: height } = element;
  const fitsBelow = last.bottom + gap + height <= window.bottom;
  const fitsAbove = first.top - gap - height >= window.top;
  const wanted = fitsBelow || !fitsAbove ? last.bottom + gap : first.top - gap - height;
  // A passage longer than the window: stay in sight.
  const top = Math.max(window.top + gap, Math.min(wanted, window.bottom - height - gap));
  const left = Math.max(window.left + gap, Math.min(last.left - width / 2, window.right - width - gap));
  element.style.transform = `translate(${Math.round(left - origin.left)}px, ${Math.round(top - origin.top)}px)`;
}
