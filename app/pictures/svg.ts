import { ink } from './ink.ts';

/** A drawn element. `row` is the index of the row of the table that it stands for. */
export interface SvgNode { tag: string; attributes: Record<string, string>; children: (SvgNode | string)[]; row?: number }

/** The marks of this class stand for rows; each holds the index of its row. */
export const rowsClass = 'rows';

class DrawnText {
  parentNode: DrawnElement | null = null;
  readonly data: string;
  constructor(data: string) {
    this.data = data;
  }
}

/** An element as d3 and Plot use it. d3 keeps the datum of an element in `__data__`: for marks, the index of the row. */
export class DrawnElement {
  readonly tagName: string;
  readonly namespaceURI = 'http://www.w3.org/2000/svg';
  readonly attributes = new Map<string, string>();
  readonly childNodes: (DrawnElement | DrawnText)[] = [];
  parentNode: DrawnElement | null = null;

  constructor(name: string) {
    this.tagName = name;
  }

  get ownerDocument(): object {
    return drawingDocument;
  }
  get children(): DrawnElement[] {
    return this.childNodes.filter((node) => node instanceof DrawnElement);
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  get nextSibling() {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  set textContent(text: string) {
    this.childNodes.splice(0, this.childNodes.length, new DrawnText(text));
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }
  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  appendChild<Node extends DrawnElement | DrawnText>(node: Node): Node {
    return this.insertBefore(node, null);
  }
  insertBefore<Node extends DrawnElement | DrawnText>(node: Node, next: DrawnElement | DrawnText | null): Node {
    node.parentNode?.removeChild(node);
    this.childNodes.splice(next ? this.childNodes.indexOf(next) : this.childNodes.length, 0, node);
    node.parentNode = this;
    return node;
  }
  removeChild(node: DrawnElement | DrawnText): void {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
  }
}

/**
 * A document for Observable Plot to draw in, where there is no page: in a worker and in a command. It knows what Plot
 * and d3-selection ask of one, and no more.
 */
export const drawingDocument = {
  createElementNS: (_: string | null, name: string) => new DrawnElement(name),
  createTextNode: (data: string) => new DrawnText(data),
  documentElement: new DrawnElement('html'),
};

/**
 * What was drawn, as plain nodes: without Plot's style element, which our pages refuse, and without its names for
 * readers of the screen, who get the table and a text. Its own colour becomes that of our plain ink. Numbers are rounded to hundredths of a pixel.
 */
export function nodesOf(element: DrawnElement, inRows = false): SvgNode {
  const attributes = Object.fromEntries([...element.attributes].filter(([name]) => !name.startsWith('aria-')).map(([name, value]) => [name, rounded(value)]));
  const isRows = attributes['class'] === rowsClass;
  const children = element.childNodes.flatMap((node): (SvgNode | string)[] => {
    if (node instanceof DrawnText) return [node.data];
    return node.tagName === 'style' ? [] : [nodesOf(node, isRows)];
  });
  const datum: unknown = Reflect.get(element, '__data__');
  return { tag: element.tagName, attributes, children, ...(inRows && typeof datum === 'number' ? { row: datum } : {}) };
}

const rounded = (value: string) => (value === 'currentColor' ? ink.plain : value.replaceAll(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100)));

/** The same nodes, their marks standing for other rows. */
export function withRows(nodes: readonly SvgNode[], rowOf: (mark: number) => number): SvgNode[] {
  return nodes.map(({ row, ...rest }) => ({
    ...rest, ...(row === undefined ? {} : { row: rowOf(row) }),
    children: rest.children.map((child) => (typeof child === 'string' ? child : withRows([child], rowOf)[0] ?? child)),
  }));
}

/** A node made by hand. */
export function svgNode(tag: string, attributes: Record<string, string | number>, children: SvgNode['children'] = []): SvgNode {
  return { tag, attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, rounded(String(value))])), children };
}
