import { EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { pageKeys, type PageHooks, type PageKey } from '../../../renderer/editor/page-keys.ts';
import { keyboardPlugin, pressPageKey } from '../../../renderer/editor/plugins/keyboard.ts';
import { isMessageKey } from '../../../renderer/i18n/index.ts';
import { shortHearing } from './hearing.ts';

const reading = shortHearing();
const { text } = reading.text;

/** A page with the cursor at these words; `fetched` counts how often the cursor was taken to where the reader is. */
function page(words: string) {
  const hooks: PageHooks & { fetched: number } = {
    reading, fetched: 0, tag: () => false, leave: () => false, letGo: () => false, reveal: () => undefined, fetchCursor: () => { hooks.fetched += 1; },
  };
  const at = reading.positions.toPosition(text.indexOf(words) as never);
  const plugin = keyboardPlugin(hooks);
  const view = {
    state: EditorState.create({ doc: reading.doc, selection: TextSelection.create(reading.doc, at), plugins: [plugin] }),
    dispatch(tr: Parameters<EditorState['apply']>[0]) { view.state = view.state.apply(tr); },
    dom: {},
  };
  const selected = () => text.slice(reading.positions.toOffset(view.state.selection.from), reading.positions.toOffset(view.state.selection.to));
  return { view: view as never as EditorView, hooks, plugin, selected };
}

describe('the keys of the page', () => {
  it('have a name each, and no key has two meanings', () => {
    expect(pageKeys.filter(({ id }) => !isMessageKey(`reading.keys.${id}`))).toEqual([]);
    const keys = pageKeys.flatMap((key: PageKey) => key.keys.map(([name]) => name));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('do the same when they are pressed and when the palette asks for them by name', () => {
    const pressed = page('wachtte');
    pressed.plugin.props.handleDOMEvents?.keydown?.call(pressed.plugin, pressed.view, keydown(pressed.view, 'j'));
    const asked = page('wachtte');
    pressPageKey(asked.view, 'sentence-next');
    expect([pressed.selected(), asked.selected()]).toEqual(['Ik wachtte lang.', 'Ik wachtte lang.']);
  });

  it('begin where the reader is, but for those that ask nothing of the cursor', () => {
    const { view, hooks } = page('wachtte');
    pressPageKey(view, 'grow');
    expect(hooks.fetched).toBe(1);
    pressPageKey(view, 'release');
    expect(hooks.fetched).toBe(1);
  });
});

const keydown = (view: EditorView, key: string) => ({ key, target: view.dom, preventDefault: () => undefined }) as never as KeyboardEvent;
