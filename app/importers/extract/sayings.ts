import type { ImportWarning } from '../../../schemas/records/content.ts';

/** What a reader of office files and web pages must say of his work, by the rule of its warning. */
export type Saying = keyof typeof messages;

/** Why somebody may miss something; `count` says how often. */
const messages = {
  'tracked-change': (count: number) => `tracked changes, taken as accepted: ${count}; what was inserted is in the text, what was deleted is not`,
  'hidden-text': (count: number) => `stretches of hidden text, left out: ${count}`,
  'contents-left-out': (count: number) => `lines of a table of contents, left out: ${count}`,
  'site-left-out': (count: number) => `parts of the site around the page, such as menus, buttons and notices, left out: ${count}`,
  'list-number': (count: number) => `numbers that the program puts before headings and list items, not in the text: ${count}`,
  'text-box': (count: number) => `text boxes, read after the paragraph in which they stand: ${count}`,
  'picture': (count: number) => `pictures, charts and files in the file, which have no text to read: ${count}`,
  'lost-symbol': (count: number) => `signs of a symbol font that are no letter, each \uFFFD in the text: ${count}`,
  'table': (count: number) => `tables, read row by row: ${count}`,
  'comment-without-place': (count: number) => `comments that stand at no place in the text, put at its start: ${count}`,
  'pages-unknown': () => 'the file does not say where all of its pages start; passages have no page',
};

/** Beyond this many places, one warning without a place says all. */
const mostPlaces = 100;

/** Warnings of one rule: one at each place, or one for all where the places are many or none. */
export function warnOf(rule: Saying, count: number, places: readonly ImportWarning['source'][]): ImportWarning[] {
  const message = messages[rule](count);
  const found = places.filter((place) => place !== null);
  const at = found.length === 0 || found.length > mostPlaces ? [null] : found;
  return at.map((source) => ({ rule, message, source, values: { count } }));
}
