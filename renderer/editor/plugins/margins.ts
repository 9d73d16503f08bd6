import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { MarginLabels, PageLabel, TurnLabel } from '../margin-labels.ts';
import type { ReadingDocument } from '../reading-document.ts';

export const marginsKey = new PluginKey<DecorationSet>('margins');

export function showMargins(tr: Transaction, labels: MarginLabels): Transaction {
  return tr.setMeta(marginsKey, labels);
}

/**
 * Speakers and pages in the left margin. Widgets: they stand before what they name in the order of reading, are not in
 * the text and can't be selected. A label that stays the same keeps its element.
 */
export function marginsPlugin(reading: ReadingDocument): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marginsKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, value) {
        const labels = tr.getMeta(marginsKey) as MarginLabels | undefined;
        return labels ? DecorationSet.create(reading.doc, widgets(reading, labels)) : value;
      },
    },
    props: { decorations: (state) => marginsKey.getState(state) },
  });
}

function widgets({ positions }: ReadingDocument, { turns, pages }: MarginLabels): Decoration[] {
  const outside = { side: -1, ignoreSelection: true, stopEvent: () => false };
  return [
    ...turns.map((label) => Decoration.widget(positions.sheetStart(label.sheet) + 1, () => turnElement(label), {
      ...outside, key: ['turn', label.name, ...label.details].join('\u0000'),
    })),
    ...pages.map((page) => Decoration.widget(page.position, () => pageElement(page), { ...outside, key: `page\u0000${page.words}` })),
  ];
}

/** A heading to those who can't see it: so one goes from speaker to speaker. */
function turnElement({ name, details }: TurnLabel): HTMLElement {
  const element = document.createElement('div');
  element.className = 'who';
  element.setAttribute('role', 'heading');
  element.setAttribute('aria-level', '3');
  element.append(name);
  for (const words of details) {
    const small = document.createElement('small');
    // The space keeps the words apart where the text is read as one line.
    small.textContent = ` ${words}`;
    element.append(small);
  }
  return element;
}

function pageElement({ words }: PageLabel): HTMLElement {
  const element = document.createElement('span');
  element.className = 'page-mark';
  element.setAttribute('role', 'doc-pagebreak');
  element.setAttribute('aria-label', words);
  const label = document.createElement('span');
  label.textContent = words;
  element.append(label);
  return element;
}
