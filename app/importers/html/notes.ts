import { attribute, elementsIn, lettersIn, parentOf, type HtmlDocument, type HtmlElement } from './tree.ts';

/** Notes of a page: what marks them in the text, what holds them, and what leads back from them. */
export interface HtmlNotes {
  marks: ReadonlyMap<HtmlElement, HtmlNote>;
  bodies: ReadonlyMap<HtmlElement, HtmlNote>;
  backlinks: ReadonlySet<HtmlElement>;
}

export interface HtmlNote { id: string; label: string }

/**
 * Pages have no notes of their own; writers make them of links. A link within the page is a note's mark where it shows
 * a number or sign and nothing else, and where what it leads to leads back, or is called a note.
 */
export function findNotes(document: HtmlDocument): HtmlNotes {
  const targets = targetsIn(document);
  const leading = new Map<HtmlElement, Map<string, HtmlElement[]>>();
  const marks = new Map<HtmlElement, HtmlNote>();
  const bodies = new Map<HtmlElement, HtmlNote>();
  const backlinks = new Set<HtmlElement>();
  for (const link of elementsIn(document)) {
    if (link.tagName !== 'a' || backlinks.has(link)) continue;
    const name = fragmentOf(link);
    const label = labelOf(link);
    const body = bodyOf(targets.get(name) ?? null);
    if (!body || label === null || isIn(link, body)) continue;
    const mark = wholeMark(link, label);
    const links = leading.get(body) ?? linksIn(body);
    leading.set(body, links);
    const back = namesAround(mark, link).flatMap((own) => links.get(own) ?? []);
    if (back.length === 0 && !isCalledNote(link, body, name)) continue;
    const note = bodies.get(body) ?? { id: `note ${bodies.size + 1}`, label };
    marks.set(mark, note);
    bodies.set(body, note);
    for (const one of back) backlinks.add(one);
  }
  return { marks, bodies, backlinks };
}

/** What links within the page lead to: the first element of an id, or with a name as old pages have it. */
function targetsIn(document: HtmlDocument): Map<string, HtmlElement> {
  const targets = new Map<string, HtmlElement>();
  for (const element of elementsIn(document)) {
    for (const name of namesOf(element)) if (!targets.has(name)) targets.set(name, element);
  }
  return targets;
}

const namesOf = (element: HtmlElement): string[] =>
  [attribute(element, 'id'), element.tagName === 'a' ? attribute(element, 'name') : ''].filter((name) => name !== '');

function fragmentOf(link: HtmlElement): string {
  const href = attribute(link, 'href').trim();
  if (!href.startsWith('#')) return '';
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** `1`, `[1]`, `*`, `(a)`, `iv`: what marks of notes print; null for anything else. */
function labelOf(element: HtmlElement): string | null {
  const text = lettersIn(element, 40);
  return /^\s*[[({]?\s*(\d{1,4}|[*†‡§¹²³]{1,3}|[a-z]|[ivxlc]{1,6})\s*[\])}]?\s*$/iu.exec(text.slice(0, 50))?.[1] ?? null;
}

/** With the brackets or the raised letters around it, where these hold nothing else. */
function wholeMark(link: HtmlElement, label: string): HtmlElement {
  let mark = link;
  for (let around = parentOf(mark); around && inline.has(around.tagName) && labelOf(around) === label; around = parentOf(around)) mark = around;
  return mark;
}

const inline = new Set(['sup', 'span', 'small', 'b', 'i', 'font', 'u', 'em', 'strong']);
const holders = new Set(['p', 'li', 'div', 'aside', 'section', 'dd', 'td']);

/** The block that a note's target is or stands in; all of the note, where a block with a number of its own holds it. */
function bodyOf(target: HtmlElement | null): HtmlElement | null {
  let body = target;
  while (body && !holders.has(body.tagName)) body = parentOf(body);
  const around = body && parentOf(body);
  return around && around.tagName === 'div' && /\d$/u.test(attribute(around, 'id')) ? around : body;
}

function isIn(element: HtmlElement, holder: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at; at = parentOf(at)) if (at === holder) return true;
  return false;
}

/** Links within the page that stand in a note, by what they lead to. */
function linksIn(body: HtmlElement): Map<string, HtmlElement[]> {
  const links = new Map<string, HtmlElement[]>();
  for (const element of elementsIn(body)) {
    const name = element.tagName === 'a' ? fragmentOf(element) : '';
    if (name !== '') links.set(name, [...(links.get(name) ?? []), element]);
  }
  return links;
}

/** Names that lead to a mark: its own, that of the link in it, and those of what holds it closely and is no block. */
function namesAround(mark: HtmlElement, link: HtmlElement): string[] {
  const around = parentOf(mark);
  return [...new Set([...namesOf(mark), ...namesOf(link), ...(around && !holders.has(around.tagName) ? namesOf(around) : [])])];
}

function isCalledNote(link: HtmlElement, body: HtmlElement, name: string): boolean {
  return attribute(link, 'role') === 'doc-noteref' || /^doc-(?:foot|end)notes?$/u.test(attribute(body, 'role'))
    || /^_?(?:sd)?(?:foot|end)?note[-_:.]?\d|^_(?:ftn|edn)\d|^fn[-_:.]?\d|^cite_note/iu.test(name);
}
