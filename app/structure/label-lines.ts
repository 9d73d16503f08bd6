import { hasAddress, nameForm, type NameForm } from './speaker-names.ts';

/** A line that may say who speaks. Offsets are UTF-16 in the line's text. */
export interface LabelLine {
  /** The name as printed, without colon, brackets around it, time, and number of the question. */
  name: string;
  form: NameForm;
  /** `own`: nothing follows on the line. */
  place: 'own' | 'inline';
  /**
   * How it is set off: `:`, `[ ]`, by a time, by the mark of subtitles, by a tab, by `. –`, or by standing alone
   * (in capitals, or as a form of address or an office).
   */
  by: 'colon' | 'brackets' | 'time' | 'voice' | 'tab' | 'dash' | 'alone';
  /** The number that a question bears in front of its asker's name: `Q12 Chair:`; null for all other labels. */
  number: number | null;
  /** Start and end of the label, its colon included, and start of what is said. */
  from: number;
  to: number;
  textFrom: number;
  /** A time stands between the label and what is said. */
  timed: boolean;
}

/**
 * The label that a line starts with; null where it can't be one. Looks at the line's first 130 characters only.
 * `isApart`: the line is set apart from the one before, so that a bare name may stand there as a label.
 */
export function labelLine(text: string, isApart = false): LabelLine | null {
  const numbered = /^(?:Q\s?(\d{1,4})|\d{1,2}\.\d{2,3})[.:]?\s+(?=\p{Lu})/u.exec(text.slice(0, 20));
  const start = numbered?.[0].length ?? 0;
  const head = text.slice(start, start + 130);
  const found = (numbered ? null : voiceLabel(head) ?? dashLabel(head)) ?? colonLabel(head) ?? (numbered ? null : (bracketLabel(head) ?? timeLabel(head) ?? tabLabel(head) ?? (text.length <= 60 ? aloneLabel(head, isApart) : null)));
  if (!found) return null;
  const form = nameForm(found.name);
  if (!form) return null;
  const end = start + (found.textFrom ?? found.to);
  const textFrom = end + (text.length - end - text.slice(end).trimStart().length);
  return {
    name: found.name, form, place: textFrom >= text.length ? 'own' : 'inline', by: found.by, number: numbered?.[1] ? Number(numbered[1]) : null,
    from: found.from ?? 0, to: start + found.to, textFrom, timed: found.timed === true,
  };
}

type Found = (Pick<LabelLine, 'name' | 'by' | 'to'> & Partial<Pick<LabelLine, 'from' | 'textFrom' | 'timed'>>) | null;

const clock = String.raw`[([]?\d{1,2}:\d{2}(?::\d{2})?[)\]]?`;

/** `Naam:`, `Naam (partij):`, `Naam (00:01:12):`, `[Naam]:`. The colon of an address or a time has no space behind it. */
function colonLabel(head: string): Found {
  const match = colonForm.exec(head);
  const name = match?.groups?.['name']?.trim() ?? '';
  if (!match || name === '') return null;
  const length = match[0].length;
  return match.groups?.['time'] ? { name, by: 'colon', to: head.indexOf(name) + name.length, textFrom: length, timed: true } : { name, by: 'colon', to: length };
}

const colonForm = /^\[?(?<name>[^:[\]]{1,90}?)\]?\s*(?<time>[([]\d{1,2}:\d{2}(?::\d{2})?[)\]])?\s*:(?=\s|$)/u;

/** `<v Naam>tekst`, as subtitles have it. */
function voiceLabel(head: string): Found {
  const match = /^<v(?:\.[\w.-]{1,40})?\s+(?<name>[^<>]{1,60})>/u.exec(head);
  const name = match?.groups?.['name'] ?? '';
  if (!match || name.trim() === '') return null;
  const from = match[0].length - 1 - name.length;
  return { name: name.trim(), by: 'voice', from, to: from + name.trimEnd().length, textFrom: match[0].length };
}

/** `[Naam] tekst`, `[Naam]`. */
function bracketLabel(head: string): Found {
  const match = /^\[([^\]:]{2,60})\](?=\s|$)/u.exec(head);
  return match ? { name: (match[1] ?? '').trim(), by: 'brackets', to: match[0].length } : null;
}

/** `Naam   0:12` on a line of its own, as programs that transcribe write it. */
function timeLabel(head: string): Found {
  const match = timeForm.exec(head);
  const name = (match?.groups?.['name'] ?? '').trim();
  return match ? { name, by: 'time', to: name.length, textFrom: match[0].length, timed: true } : null;
}

const timeForm = new RegExp(String.raw`^(?<name>\p{L}[^:\d]{0,60}(?:\d{1,3})?)\s+${clock}$`, 'u');

/** `Naam⇥tekst`, of a table with a column for each. */
function tabLabel(head: string): Found {
  const match = /^(?<name>[^\t:]{1,60})\t+(?=[^\t]*$)/u.exec(head);
  const name = (match?.groups?.['name'] ?? '').trim();
  return match && name !== '' ? { name, by: 'tab', to: name.length, textFrom: match[0].length } : null;
}

/** `De heer Wolters. – Tekst`, as some parliaments write it. */
function dashLabel(head: string): Found {
  const match = /^(?<name>\p{Lu}[^:–—]{1,70}?)\.\s+[–—-]\s+(?=[\p{Lu}\d"“‘'(])/u.exec(head);
  const name = match?.groups?.['name'] ?? '';
  return match && name !== '' ? { name, by: 'dash', to: name.length, textFrom: match[0].length } : null;
}

/** `DE VOORZITTER`, `JANSEN (VVD)`, `De heer Jansen`, `Spreker 2`, and set apart `Anja de Wit`, on a line of its own. */
function aloneLabel(head: string, isApart: boolean): Found {
  const found: Found = { name: head.trim(), by: 'alone', to: head.length };
  if (/^\p{Lu}[\p{Lu}\s.'’&/-]{2,40}(\([^()]{1,40}\))?$/u.test(head)) return found;
  if (/[.,;?!]$/u.test(head)) return null;
  if (hasAddress(head) || nameForm(head)?.kind === 'role') return found;
  return isApart && /^(?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|ten|ter|el)(?: (?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|ten|ter|el)){0,4}$/u.test(head) ? found : null;
}
