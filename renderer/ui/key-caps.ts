import { language } from '../i18n/index.ts';

const caps: Record<string, { nl: string; en: string }> = {
  control: { nl: 'Ctrl', en: 'Ctrl' },
  alt: { nl: 'Alt', en: 'Alt' },
  shift: { nl: 'Shift', en: 'Shift' },
  delete: { nl: 'Del', en: 'Del' },
  backspace: { nl: 'Backspace', en: 'Backspace' },
  enter: { nl: 'Enter', en: 'Enter' },
  escape: { nl: 'Esc', en: 'Esc' },
  space: { nl: 'Spatie', en: 'Space' },
  arrowup: { nl: '↑', en: '↑' },
  arrowdown: { nl: '↓', en: '↓' },
  arrowleft: { nl: '←', en: '←' },
  arrowright: { nl: '→', en: '→' },
  bracketleft: { nl: '[', en: '[' },
  bracketright: { nl: ']', en: ']' },
  comma: { nl: ',', en: ',' },
  period: { nl: '.', en: '.' },
};
const macCaps: Record<string, string> = { control: '⌃', meta: '⌘', alt: '⌥', shift: '⇧' };

/** A shortcut as printed on keys: `$mod+Shift+z` is *Ctrl Shift Z*, on a Mac *⌘ ⇧ Z*. */
export function keyCaps(keys: string, mac = isMac()): string {
  return keys.split(' ').map((press) => {
    const parts = press.split(/\b\+/).map((part) => (part === '$mod' ? (mac ? 'Meta' : 'Control') : part));
    // A shifted sign such as `?` names its own key: nobody looks for Shift there.
    const last = parts.at(-1) ?? '';
    const shown = parts.length === 2 && parts[0] === 'Shift' && /^[^\p{L}\p{N}]$/u.test(last) ? [last] : parts;
    return shown.map((part) => cap(part, mac)).join(' ');
  }).join(', ');
}

function cap(part: string, mac: boolean): string {
  const name = part.toLowerCase();
  const onMac = mac ? macCaps[name] : undefined;
  if (onMac !== undefined) return onMac;
  const digitOrLetter = /^(?:digit|key)(.)$/.exec(name);
  if (digitOrLetter) return (digitOrLetter[1] ?? '').toUpperCase();
  return caps[name]?.[language()] ?? (part.length === 1 ? part.toUpperCase() : part);
}

function isMac(): boolean {
  return typeof navigator === 'object' && /mac|iphone|ipad/i.test(navigator.platform);
}
