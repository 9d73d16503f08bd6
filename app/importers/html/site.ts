import { attribute, elementsIn, type HtmlElement, type HtmlNode } from './tree.ts';

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

/**
 * What a site puts on each of its pages, wherever it stands: ways to other pages, what asks for consent or for a name.
 * A part that is called *consent* and no more may be about it.
 */
export function isOfSite(element: HtmlElement): boolean {
  return /^(?:navigation|search|dialog|alertdialog)$/u.test(attribute(element, 'role')) || element.tagName === 'dialog'
    || [attribute(element, 'id'), attribute(element, 'class')].some((names) => /(?:^|\s)[\w-]*(?:cookies?|(?:cookie|consent)s?-?(?:bar|banner|notice|popup|dialog|wall|melding|balk))(?:\s|$)/iu.test(names));
}

/** Heads, feet and asides, which are the site's own outside of what the page is about. */
export const isAroundMain = (element: HtmlElement) => (
  /^(?:header|footer|aside)$/u.test(element.tagName) || /^(?:banner|contentinfo|complementary)$/u.test(attribute(element, 'role')));
