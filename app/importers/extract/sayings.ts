import type { ImportWarning } from '../../../schemas/records/content.ts';

/** What a reader of office files and web pages must say of his work, by the rule of its warning. */
export type Saying = keyof typeof messages;

/** Why somebody may miss something; `count` says how often. */
const messages = {
  'tracked-change': (count: number) => `${count} tracked changes were taken as accepted: what was inserted is in the text, what was deleted is not`,
  'hidden-text': (count: number) => `${count} stretches of hidden text were left out`,
  'contents-left-out': (count: number) => `a table of contents (${count} lines) was left out`,
  'list-number': (count: number) => `${count} numbers that the program that made the file puts before headings or list items are not in the text`,
  'text-box': (count: number) => `${count} text boxes were read after the paragraph in which they stand`,
  'picture': (count: number) => `${count} pictures, charts or embedded files have no text that can be read`,
  'lost-symbol': (count: number) => `${count} signs of a symbol font have no letter; each stands as \uFFFD in the text`,
  'table': (count: number) => `${count} tables were read row by row`,
  'comment-without-place': (count: number) => `${count} comments stand at no place in the text; they were put at its start`,
  'pages-unknown': () => 'the file does not say where all of its pages start; passages have no page',
};

/** Beyond this many places, one warning without a place says all. */
const mostPlaces = 100;

/** Warnings of one rule: one at each place, or one for all where the places are many or none. */
export function warnOf(rule: Saying, count: number, places: readonly ImportWarning['source'][]): ImportWarning[] {
  const message = messages[rule](count);
  const found = places.filter((place) => place !== null);
  return found.length === 0 || found.length > mostPlaces ? [{ rule, message, source: null }] : found.map((source) => ({ rule, message, source }));
}
