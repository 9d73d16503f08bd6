import { attribute, hasAttribute, type HtmlElement } from './tree.ts';

/** Not shown by the element's own word; what a style sheet hides is not looked up. */
export function isHidden(element: HtmlElement): boolean {
  return hasAttribute(element, 'hidden') || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b/iu.test(attribute(element, 'style'));
}

/** What the element's own word puts on lines of its own, whatever its kind is. */
export const isShownAsBlock = (element: HtmlElement) =>
  /(?:^|;)\s*display\s*:\s*(?:block|flow-root|flex|grid|list-item|table)(?![\w-])/iu.test(attribute(element, 'style'));

/** A table of contents, as LibreOffice, Word and others mark it. */
export function isContents(element: HtmlElement): boolean {
  return attribute(element, 'role') === 'doc-toc' || /^(?:table ?of ?contents|inhoudsopgave|toc)\d*$/iu.test(attribute(element, 'id'))
    || /(?:^|\s)MsoToc(?:\d|Heading)\b/u.test(attribute(element, 'class'));
}

/** Running heads and feet, which LibreOffice writes into the page. */
export const isFurniture = (element: HtmlElement) => element.tagName === 'div' && /^(?:header|footer)$/u.test(attribute(element, 'title'));

export function headingOf(element: HtmlElement): number | null {
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1];
  if (level) return Number(level);
  return element.tagName === 'p' && /(?:^|\s)(?:MsoTitle|title)(?:\s|$)/u.test(attribute(element, 'class')) ? 1 : null;
}

/** The level of an item of a list that Word writes as a paragraph; null for other paragraphs. */
export function wordListLevel(element: HtmlElement): number | null {
  const level = /mso-list\s*:\s*l\d+\s+level(\d)/iu.exec(attribute(element, 'style'))?.[1];
  return level ? Number(level) : null;
}

/** The bullet or number that Word puts before such an item, for programs that know no lists. */
export const isWordMark = (element: HtmlElement) => /mso-list\s*:\s*ignore/iu.test(attribute(element, 'style'));

/** Bold, not bold, or as what stands around it. */
export function boldOf(element: HtmlElement): boolean | null {
  const weight = /font-weight\s*:\s*([a-z]+|\d+)/iu.exec(attribute(element, 'style'))?.[1]?.toLowerCase();
  if (weight) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return element.tagName === 'b' || element.tagName === 'strong' || element.tagName === 'th' ? true : null;
}
