import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { useSyncExternalStore } from 'react';
import { changes } from './messages/changes.ts';
import { problems } from './messages/problems.ts';
import { tasks } from './messages/tasks.ts';
import { history } from './messages/history.ts';
import { recovery } from './messages/recovery.ts';
import { settings } from './messages/settings.ts';
import { start } from './messages/start.ts';
import { shell } from './messages/shell.ts';
import { review } from './messages/review.ts';
import { passages } from './messages/passages.ts';
import { exporting } from './messages/export.ts';
import { analysis } from './messages/analysis.ts';
import { codingProblems } from './messages/coding-problems.ts';
import { reading } from './messages/reading.ts';
import { codebook } from './messages/codebook.ts';
import { speakers } from './messages/speakers.ts';
import { batch } from './messages/batch.ts';

/** Every area of words; a new area is added here. */
export const areas = [
  changes,
  codingProblems,
  problems,
  tasks,
  history,
  recovery,
  settings,
  start,
  shell,
  review,
  passages,
  exporting,
  analysis,
  reading,
  codebook,
  speakers,
  batch,
] as const;

type Keys<A> = A extends { nl: infer Nl } ? keyof Nl & string : never;
export type MessageKey = Keys<(typeof areas)[number]>;
export type Language = 'nl' | 'en';
export type MessageValues = Record<string, string | number>;

const i18n = setupI18n();
i18n.setMessagesCompiler(compileMessage);
for (const each of ['nl', 'en'] as const) {
  i18n.load(each, Object.assign({}, ...areas.map((words) => words[each])));
}
i18n.activate('nl');

/** The words for a key in the language of the interface. */
export function t(key: MessageKey, values: MessageValues = {}): string {
  return i18n._(key, values);
}

export function isMessageKey(key: string): key is MessageKey {
  return areas.some((words) => Object.hasOwn(words.nl, key));
}

export function language(): Language {
  return i18n.locale === 'en' ? 'en' : 'nl';
}

export function setLanguage(next: Language): void {
  i18n.activate(next);
  document.documentElement.lang = next;
}

/**
 * `t`, and a re-render when the language changes. Another function for each language, so that what was computed from
 * it (`useMemo(…, [t])`) is computed anew.
 */
export function useT(): typeof t {
  const locale = useSyncExternalStore((listener) => i18n.on('change', listener), () => i18n.locale);
  return locale === 'en' ? inEnglish : inDutch;
}

const inDutch: typeof t = (key, values) => t(key, values);
const inEnglish: typeof t = (key, values) => t(key, values);

/** 12.345,6 in Dutch, 12,345.6 in English. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(language(), options).format(value);
}

export function formatDate(value: string | Date, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string {
  return new Intl.DateTimeFormat(language() === 'nl' ? 'nl-NL' : 'en-GB', options).format(typeof value === 'string' ? new Date(value) : value);
}
