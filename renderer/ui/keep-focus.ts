/**
 * Gives the keyboard to an element once the screen shows a step that may have taken the focused one away; whoever has it
 * by then keeps it.
 */
export function keepFocusOn(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (document.activeElement === document.body) find()?.focus();
  }));
}
