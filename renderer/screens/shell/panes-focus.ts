/** Where the focus was in each pane, to go back to. */
const lastFocus = new WeakMap<Element, HTMLElement>();

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

/**
 * Moves the focus to the next or the previous part of the screen: the elements marked `data-pane`, in the order of
 * the page, to where the focus was in it before or else to its first stop.
 */
export function focusPane(step: 1 | -1, root: Document = document): void {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(root.activeElement));
  const from = here < 0 && step < 0 ? 0 : here;
  const current = panes[here];
  if (current && root.activeElement instanceof HTMLElement) lastFocus.set(current, root.activeElement);
  const next = panes[(from + step + panes.length) % panes.length];
  if (next) stopIn(next).focus();
}

function stopIn(pane: HTMLElement): HTMLElement {
  const before = lastFocus.get(pane);
  if (before && pane.contains(before) && before.checkVisibility()) return before;
  const stops = [...pane.querySelectorAll<HTMLElement>(focusable)];
  return stops.find((stop) => stop.checkVisibility()) ?? pane;
}
