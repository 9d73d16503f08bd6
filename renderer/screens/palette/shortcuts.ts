import { createKeybindingsHandler } from 'tinykeys';
import { effectiveCommands, isEnabled, useCommands, type Command } from './commands.ts';

/**
 * Listens for the keys of every registered command; returns the function that ends it. A key that somebody handled
 * already, or that belongs to a field or an open dialog, is left alone.
 */
export function listenForShortcuts(target: Window): () => void {
  let handler = currentHandler();
  const listener = (event: Event) => handler(event);
  target.addEventListener('keydown', listener);
  const unsubscribe = useCommands.subscribe(() => { handler = currentHandler(); });
  return () => {
    unsubscribe();
    target.removeEventListener('keydown', listener);
  };
}

function currentHandler(): EventListener {
  return createKeybindingsHandler(bindings(useCommands.getState().commands));
}

/** What has the focus: a field takes its own keys, a dialog or menu takes them all. */
export type Place = 'page' | 'field' | 'dialog';

/** Whether a command's key may fire where the focus is: see `Command.inFields`. */
export function mayFire(command: Command, keys: string, place: Place): boolean {
  if (place === 'dialog') return false;
  return place === 'page' || (command.inFields ?? worksInFields(command.id, keys));
}

function isWithin({ within }: Command, target: EventTarget | null): boolean {
  return within === undefined || (target instanceof Element && target.closest(within) !== null);
}

/** A field undoes its own typing; a letter typed with Control or Meta is no text. */
function worksInFields(id: string, keys: string): boolean {
  return id !== 'edit.undo' && id !== 'edit.redo' && /\$mod|Control|Meta|\bF\d+/.test(keys);
}

/** `data-commands` marks an editable page that takes commands instead of letters. */
function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return 'dialog';
  return isField(target) ? 'field' : 'page';
}

function isField(target: Element): boolean {
  if (target.closest('[data-commands]') !== null) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** One handler a key; where several commands have it, the last one that can be done now. */
function bindings(commands: readonly Command[]): Record<string, (event: KeyboardEvent) => void> {
  const byKeys = new Map<string, Command[]>();
  for (const command of effectiveCommands(commands)) {
    if (command.ownKeys === true) continue;
    for (const keys of [command.keys, ...(command.alsoKeys ?? [])]) {
      if (keys !== undefined) byKeys.set(keys, [...(byKeys.get(keys) ?? []), command]);
    }
  }
  return Object.fromEntries([...byKeys].map(([keys, sharing]) => [keys, (event: KeyboardEvent) => fire(sharing, keys, event)]));
}

function fire(sharing: readonly Command[], keys: string, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const place = placeOf(event.target);
  const command = sharing.findLast((one) => mayFire(one, keys, place) && isWithin(one, event.target) && isEnabled(one));
  if (!command) return;
  event.preventDefault();
  command.run();
}
