import { Schema, type NodeSpec } from 'prosemirror-model';

/**
 * The document as it is drawn: doc > sheet+ > block+, text only inside blocks. No inline leaf nodes, so that an offset
 * in the text and a position here differ by two indexes (positions.ts); what else the page shows is decoration.
 */
export const readingSchema = new Schema({
  nodes: {
    doc: { content: 'sheet+' },
    sheet: {
      content: 'block+',
      attrs: { kind: { default: null }, continues: { default: false } },
      toDOM: ({ attrs }) => ['div', {
        class: 'sheet', ...(attrs['kind'] ? { 'data-kind': String(attrs['kind']) } : {}), ...(attrs['continues'] ? { 'data-continues': '' } : {}),
      }, 0],
    },
    // Section headings start below the name of the document, which is the screen's first heading.
    heading: block({ level: { default: 1 } }, (attrs) => [`h${Math.min(6, Number(attrs['level']) + 1)}`, {}]),
    label: block({ silent: { default: false } }, (attrs) => ['p', { class: attrs['silent'] ? 'label silent' : 'label' }]),
    paragraph: block({}, () => ['p', {}]),
    listItem: block({ level: { default: 1 }, counted: { default: false } }, (attrs) => ['p', { class: attrs['counted'] ? 'list-item counted' : 'list-item', 'data-level': String(Math.min(4, Number(attrs['level']))) }]),
    footnote: block({ label: { default: '' } }, (attrs) => ['p', { class: 'footnote', ...(attrs['label'] ? { 'data-label': String(attrs['label']) } : {}) }]),
    text: {},
  },
});

type Attributes = Record<string, unknown>;

function block(attrs: NonNullable<NodeSpec['attrs']>, element: (attrs: Attributes) => [string, Record<string, string>]): NodeSpec {
  return { group: 'block', content: 'text*', attrs, toDOM: (node) => [...element(node.attrs), 0] };
}
