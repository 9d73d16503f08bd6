import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { CodingId } from '../../../schemas/ids.ts';
import type { ReadingDocument } from '../reading-document.ts';
import { codeVariable, codingsKey, type DrawnCoding } from './codings.ts';

/** Which coding is chosen and which one the pointer is on. */
export interface Lit { focused: CodingId | null; hovered: CodingId | null }

interface LightingState extends Lit { decorations: DecorationSet }

export const lightingKey = new PluginKey<LightingState>('lighting');

export function light(tr: Transaction, lit: Lit): Transaction {
  return tr.setMeta(lightingKey, lit);
}

/** Lights up the chosen and the hovered coding over what the codings plugin draws. Stands after it in the list. */
export function lightingPlugin(reading: ReadingDocument): Plugin<LightingState> {
  return new Plugin<LightingState>({
    key: lightingKey,
    state: {
      init: () => ({ focused: null, hovered: null, decorations: DecorationSet.empty }),
      apply(tr, value, _before, state) {
        const lit = tr.getMeta(lightingKey) as Lit | undefined;
        if (!lit && !tr.getMeta(codingsKey)) return value;
        const { focused, hovered } = lit ?? value;
        return { focused, hovered, decorations: drawn(reading, state, { focused, hovered }) };
      },
    },
    props: { decorations: (state) => lightingKey.getState(state)?.decorations },
  });
}

function drawn(reading: ReadingDocument, state: EditorState, { focused, hovered }: Lit): DecorationSet {
  const codings = codingsKey.getState(state)?.codings;
  const find = (id: CodingId | null) => (id === null ? undefined : codings?.get(id));
  const decorations = [
    ...lines(reading, find(hovered === focused ? null : hovered), 'lit', '--c-lit'),
    ...lines(reading, find(focused), 'focused', '--c-focused'),
  ];
  return DecorationSet.create(reading.doc, decorations);
}

/** One decoration a block, so that it melts into the spans that are there. */
function lines({ text, positions }: ReadingDocument, coding: DrawnCoding | undefined, name: string, property: string): Decoration[] {
  if (!coding) return [];
  const found: Decoration[] = [];
  for (let block = text.blockAt(coding.start); block < text.blocks.length; block += 1) {
    const range = text.blocks[block];
    if (!range || range.start >= coding.end) break;
    const from = positions.toPosition(Math.max(range.start, coding.start) as typeof range.start);
    const to = positions.toPosition(Math.min(range.end, coding.end) as typeof range.end);
    if (from < to) found.push(Decoration.inline(from, to, { class: name, style: `${property}:var(${codeVariable(coding.codeId)})` }));
  }
  return found;
}
