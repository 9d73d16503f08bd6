import { Plugin, PluginKey, type EditorState, type Selection, type Transaction } from 'prosemirror-state';

const grownKey = new PluginKey<readonly Selection[]>('grown');

/** What the selection grew from, the last one last. Any other change of the selection forgets it. */
export function grownPlugin(): Plugin<readonly Selection[]> {
  return new Plugin<readonly Selection[]>({
    key: grownKey,
    state: {
      init: () => [],
      apply(tr, value, before) {
        const step = tr.getMeta(grownKey) as 'grow' | 'shrink' | undefined;
        if (step === 'grow') return [...value, before.selection];
        if (step === 'shrink') return value.slice(0, -1);
        return tr.selection.eq(before.selection) ? value : [];
      },
    },
  });
}

export const growing = (tr: Transaction): Transaction => tr.setMeta(grownKey, 'grow');

/** Back to what the selection grew from; null where it did not grow to what it is. */
export function shrunk(state: EditorState): Transaction | null {
  const from = grownKey.getState(state)?.at(-1);
  return from ? state.tr.setSelection(from).setMeta(grownKey, 'shrink').scrollIntoView() : null;
}
