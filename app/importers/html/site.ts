import { attribute, elementsIn, lettersIn, parentOf, type HtmlElement, type HtmlNode } from './tree.ts';

/** The element that holds what the page is about, where the page says so; null where it does not. */
export function mainOf(tree: HtmlNode): HtmlElement | null {
  const articles: HtmlElement[] = [];
  for (const element of elementsIn(tree)) {
    if (element.tagName === 'main' || attribute(element, 'role') === 'main') return element;
    if (element.tagName === 'article') articles.push(element);
  }
  const [only, ...more] = articles;
  return only && more.length === 0 ? only : null;
}

/** Longer than any notice, in letters. */
const longestNotice = 3000;

/**
 * What a site puts on each of its pages, wherever it stands: ways to other pages, what asks for consent or for a name.
 * By their names only short parts are taken for notices, since what holds the page may say that it has such a notice,
 * and a part that is called *consent* and no more may be about it.
 */
export function isOfSite(element: HtmlElement, main: HtmlElement | null): boolean {
  if (element.tagName === 'html' || element.tagName === 'body' || holds(element, main)) return false;
  if (/^(?:navigation|search|dialog|alertdialog)$/u.test(attribute(element, 'role')) || element.tagName === 'dialog') return true;
  return [attribute(element, 'id'), attribute(element, 'class')].some((names) => notice.test(names)) && lettersIn(element, longestNotice).length <= longestNotice;
}

const notice = /(?:^|\s)(?!(?:no|has|with|show|without|hide)[-_])[\w-]*(?:cookie|consent)s?-?(?:bar|banner|notice|popup|dialog|wall|melding|balk)(?:\s|$)/iu;

function holds(element: HtmlElement, main: HtmlElement | null): boolean {
  let up = main;
  while (up && up !== element) up = parentOf(up);
  return up !== null;
}

/** Heads, feet and asides, which are the site's own outside of what the page is about. */
export const isAroundMain = (element: HtmlElement) => (
  /^(?:header|footer|aside)$/u.test(element.tagName) || /^(?:banner|contentinfo|complementary)$/u.test(attribute(element, 'role')));
