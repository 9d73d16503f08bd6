import { describe, expect, test } from 'vitest';
import { mayFire } from '../../../renderer/screens/palette/shortcuts.ts';
import type { Command } from '../../../renderer/screens/palette/commands.ts';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id, title: 'command.view.reading', group: 'group.view', run: () => undefined, ...more,
});

describe('a shortcut', () => {
  test.each([
    ['tag.1', '1', false, 'a digit is text'],
    ['keys.show', 'Shift+?', false, 'a question mark is text'],
    ['view.reading', 'Alt+Digit1', false, 'Alt writes signs on some keyboards'],
    ['palette.open', '$mod+k', true, 'Control and a letter are no text'],
    ['pane.next', 'F6', true, 'nobody types F6'],
    ['edit.undo', '$mod+z', false, 'a field undoes its own typing'],
    ['edit.redo', '$mod+Shift+z', false, 'and does it again'],
  ])('%s on %s in a field: %s, since %s', (id, keys, fires) => {
    expect(mayFire(command(id), keys, 'field')).toBe(fires);
    expect(mayFire(command(id), keys, 'page')).toBe(true);
  });

  test('follows the command where that says otherwise', () => {
    expect(mayFire(command('a', { inFields: true }), 'x', 'field')).toBe(true);
    expect(mayFire(command('a', { inFields: false }), '$mod+k', 'field')).toBe(false);
  });

  test('never fires behind an open dialog', () => {
    expect(mayFire(command('palette.open', { inFields: true }), '$mod+k', 'dialog')).toBe(false);
  });
});
