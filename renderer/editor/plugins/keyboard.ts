import { keydownHandler } from 'prosemirror-keymap';
import { Plugin, PluginKey, type Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { pageKeys, type PageHooks, type PageKey, type PageKeyId } from '../page-keys.ts';

/** What the keys of this page do, by the key as the editor writes it. */
const keyboardKey = new PluginKey<Readonly<Record<string, Command>>>('keyboard');

/**
 * The reading cursor's keys. The page can't be typed in, so that ProseMirror's own key handling does not run; the keys
 * are taken from the element itself.
 */
export function keyboardPlugin(hooks: PageHooks): Plugin {
  const commands = bindings(hooks);
  const handle = keydownHandler(commands);
  return new Plugin({
    key: keyboardKey,
    state: { init: () => commands, apply: (_tr, value) => value },
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          if (event.target !== view.dom || event.isComposing || !handle(view, event)) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}

/** Does on the page what a key of this name does there. */
export function pressPageKey(view: EditorView, id: PageKeyId): void {
  const [first] = pageKeys.find((key) => key.id === id)?.keys ?? [];
  if (first) keyboardKey.getState(view.state)?.[editorKey(first[0])]?.(view.state, view.dispatch, view);
}

function bindings(hooks: PageHooks): Record<string, Command> {
  return Object.fromEntries(pageKeys.flatMap((key: PageKey) =>
    key.keys.map(([name, make]) => [editorKey(name), key.stays ? make(hooks) : fromSight(make(hooks), hooks)])));
}

/** The command, from where the reader is. */
function fromSight(command: Command, { fetchCursor }: PageHooks): Command {
  return (state, dispatch, view) => {
    if (view && dispatch) fetchCursor(view);
    return command(view?.state ?? state, dispatch, view);
  };
}

/** `Shift+$mod+ArrowUp` as ProseMirror writes it. */
const editorKey = (keys: string) => keys.replace('$mod', 'Mod').replaceAll('+', '-');
