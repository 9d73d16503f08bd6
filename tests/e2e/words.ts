import { areas, type Language, type MessageKey } from '../../renderer/i18n/index.ts';

/** The words of the screen in one language, for messages without values. */
export type Say = (key: MessageKey, values?: Record<string, string>) => string;

/** Looks words up as the screen does; a value stands where the message names it. Messages with plurals are not for this. */
export function sayIn(language: Language): Say {
  const words: Record<string, string> = Object.assign({}, ...areas.map((area) => area[language]));
  return (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[key] ?? key);
}
