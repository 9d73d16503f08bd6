import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  effectiveCommands, findCommand, registerCommands, runCommand, useCommands, type Command,
} from '../../../renderer/screens/palette/commands.ts';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id, title: 'command.view.reading', group: 'group.view', run: vi.fn(), ...more,
});

afterEach(() => useCommands.setState({ commands: [] }));

describe('the command registry', () => {
  test('runs a command by its id and says so', () => {
    const one = command('edit.undo');
    registerCommands([one]);
    expect(runCommand('edit.undo')).toBe(true);
    expect(one.run).toHaveBeenCalledTimes(1);
  });

  test('does not run what is not there or cannot be done now', () => {
    const one = command('edit.undo', { enabled: () => false });
    registerCommands([one]);
    expect(runCommand('edit.undo')).toBe(false);
    expect(runCommand('edit.redo')).toBe(false);
    expect(one.run).not.toHaveBeenCalled();
  });

  test('forgets the commands of a screen that left, and no others', () => {
    registerCommands([command('a')]);
    const leave = registerCommands([command('b'), command('c')]);
    leave();
    expect(useCommands.getState().commands.map(({ id }) => id)).toEqual(['a']);
  });

  test('lets the last one registered under an id hold, and gives way when it leaves', () => {
    const first = command('a');
    const second = command('a');
    registerCommands([first]);
    const leave = registerCommands([second]);
    expect(findCommand('a')).toBe(second);
    expect(effectiveCommands(useCommands.getState().commands)).toEqual([second]);
    leave();
    expect(findCommand('a')).toBe(first);
  });
});
