import { formatDate, t, type MessageKey } from '../i18n/index.ts';

/** A copy's name: what it is a copy of, what it came from, and when that was. */
export function copyName(key: MessageKey & `copy.${string}`, name: string, at: string = new Date().toISOString()): string {
  return t(key, { name, when: formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }) });
}
