import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';

export type HtmlElement = DefaultTreeAdapterMap['element'];
export type HtmlNode = DefaultTreeAdapterMap['node'];
export type HtmlDocument = DefaultTreeAdapterMap['document'];

/** Elements in elements: browsers stop at 512, and no page comes near it. */
const deepest = 500;

/**
 * A page as a tree, or null where it is built to do harm: elements far too deep in each other, or tags left open so
 * that each paragraph opens all of them anew, and a small file fills the memory.
 */
export function parseHtml(html: string): HtmlDocument | null {
  const most = html.length / 3 + 1000;
  let depth = 0;
  let made = 0;
  try {
    return parse(html, {
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement: (...of) => {
          made += 1;
          if (made > most) throw new Hostile();
          return defaultTreeAdapter.createElement(...of);
        },
        onItemPush: () => {
          depth += 1;
          if (depth > deepest) throw new Hostile();
        },
        onItemPop: () => {
          depth -= 1;
        },
      },
    });
  } catch (cause) {
    if (cause instanceof Hostile) return null;
    throw cause;
  }
}

class Hostile extends Error {}

export const isElement = (node: HtmlNode | null): node is HtmlElement => node !== null && 'tagName' in node;

export const childrenOf = (node: HtmlNode): readonly HtmlNode[] => ('childNodes' in node ? node.childNodes : []);

export const parentOf = (node: HtmlNode): HtmlElement | null => ('parentNode' in node && isElement(node.parentNode) ? node.parentNode : null);

/** An attribute's value; empty where it is not there. */
export const attribute = ({ attrs }: HtmlElement, name: string): string => attrs.find((one) => one.name === name)?.value ?? '';

export const hasAttribute = ({ attrs }: HtmlElement, name: string): boolean => attrs.some((one) => one.name === name);

/** All elements below a node, in the order of the file. */
export function* elementsIn(node: HtmlNode): Generator<HtmlElement> {
  const open = childrenOf(node).toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isElement(next)) continue;
    yield next;
    for (const child of next.childNodes.toReversed()) open.push(child);
  }
}

/** The letters below a node; no more than is needed to know that there are more than `most`. */
export function lettersIn(node: HtmlNode, most = Number.POSITIVE_INFINITY): string {
  if ('value' in node) return node.value;
  let letters = '';
  for (const child of childrenOf(node)) {
    letters += lettersIn(child, most - letters.length);
    if (letters.length > most) break;
  }
  return letters;
}
