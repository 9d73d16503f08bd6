import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * Draws the reading cursor: a page that can't be typed in gets none from the browser. Laid over the page instead of
 * into the text, so that the browser's own selection stays untouched. The styles show it only where the page has focus.
 */
export function caretPlugin(): Plugin {
  return new Plugin({
    view(view) {
      const caret = document.createElement('div');
      caret.className = 'reading-caret';
      caret.setAttribute('aria-hidden', 'true');
      view.dom.after(caret);
      const observer = new ResizeObserver(() => place(view, caret));
      observer.observe(view.dom);
      return {
        update: (_view, before) => {
          if (before.selection !== view.state.selection) place(view, caret);
        },
        destroy: () => {
          observer.disconnect();
          caret.remove();
        },
      };
    },
    props: {
      handleDOMEvents: {
        focus: (view) => {
          const caret = view.dom.nextElementSibling;
          if (caret instanceof HTMLElement && caret.classList.contains('reading-caret')) place(view, caret);
          return false;
        },
      },
    },
  });
}

function place(view: EditorView, caret: HTMLElement): void {
  const { selection } = view.state;
  caret.hidden = !selection.empty || !view.hasFocus();
  if (caret.hidden) return;
  const at = view.coordsAtPos(selection.head);
  const origin = caret.offsetParent?.getBoundingClientRect();
  if (!origin) return;
  const { scrollTop = 0, scrollLeft = 0 } = caret.offsetParent ?? {};
  caret.style.transform = `translate(${at.left - origin.left + scrollLeft}px, ${at.top - origin.top + scrollTop}px)`;
  caret.style.height = `${at.bottom - at.top}px`;
}
