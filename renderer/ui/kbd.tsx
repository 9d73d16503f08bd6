import { keyCaps } from './key-caps.ts';

export interface KbdProps {
  /** As tinykeys writes it: `$mod+Shift+z`, `g l`, `?`. */
  keys: string;
}

/** A key as it stands on the keyboard. Decoration beside a name; the sheet of keys reads it out. */
export function Kbd({ keys }: KbdProps) {
  return <kbd className="kbd">{keyCaps(keys)}</kbd>;
}
