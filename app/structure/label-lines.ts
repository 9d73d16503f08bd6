import { hasAddress, nameForm, type NameForm } from './speaker-names.ts';

/** A line that may say who speaks. Offsets are UTF-16 in the line's text. */
export interface LabelLine {
  /** The name as printed, without colon, brackets around it, and time. */
  name: string;
  form: NameForm;
  /** `own`: nothing follows on the line. */
  place: 'own' | 'inline';
  /** How it is set off: `:`, `[ ]`, by a time, or by standing alone (in capitals, or as a form of address or an office). */
  by: 'colon' | 'brackets' | 'time' | 'alone';
  /** End of the label, its colon included, and start of what is said. */
  to: number;
  textFrom: number;
}

/** The label that a line starts with; null where it can't be one. Looks at the line's first 130 characters only. */
export function labelLine(text: string): LabelLine | null {
  const time = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s*(?:[-–]\s*)?/u.exec(text)?.[0].length ?? 0;
  const head = text.slice(time, time + 130);
  const found = colonLabel(head) ?? bracketLabel(head) ?? timeLabel(head) ?? (text.length <= 60 ? aloneLabel(head) : null);
  if (!found) return null;
  const form = nameForm(found.name);
  if (!form) return null;
  const to = time + found.to;
  const textFrom = to + (text.length - to - text.slice(to).trimStart().length);
  return { name: found.name, form, place: textFrom >= text.length ? 'own' : 'inline', by: found.by, to, textFrom };
}

type Found = Pick<LabelLine, 'name' | 'by' | 'to'> | null;

/** `Naam:`, `Naam (partij):`, `Naam (00:01:12):`, `[Naam]:`. The colon of an address or a time has no space behind it. */
function colonLabel(head: string): Found {
  const match = /^\[?([^:[\]]{1,90}?)\]?\s*(?:[([]\d{1,2}:\d{2}(?::\d{2})?[)\]])?\s*:(?=\s|$)/u.exec(head);
  const name = match?.[1]?.trim() ?? '';
  return match && name !== '' ? { name, by: 'colon', to: match[0].length } : null;
}

/** `[Naam] tekst`, `[Naam]`. */
function bracketLabel(head: string): Found {
  const match = /^\[([^\]:]{2,60})\](?=\s|$)/u.exec(head);
  return match ? { name: (match[1] ?? '').trim(), by: 'brackets', to: match[0].length } : null;
}

/** `Naam   0:12` on a line of its own, as programs that transcribe write it. */
function timeLabel(head: string): Found {
  const match = /^(\p{L}[^:\d]{1,60}?)\s+[([]?\d{1,2}:\d{2}(?::\d{2})?[)\]]?$/u.exec(head);
  return match ? { name: (match[1] ?? '').trim(), by: 'time', to: match[0].length } : null;
}

/** `DE VOORZITTER`, `JANSEN (VVD)`, `De heer Jansen`, `Spreker 2` on a line of its own. */
function aloneLabel(head: string): Found {
  const found: Found = { name: head.trim(), by: 'alone', to: head.length };
  if (/^\p{Lu}[\p{Lu}\s.'’&/-]{2,40}(\([^()]{1,25}\))?$/u.test(head)) return found;
  if (/[.,;?!]$/u.test(head)) return null;
  return hasAddress(head) || nameForm(head)?.kind === 'role' ? found : null;
}
