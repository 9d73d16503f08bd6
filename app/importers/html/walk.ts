import type { DraftNote } from '../extract/draft-line.ts';
import { ExtractWriter } from '../extract/writer.ts';
import { boldOf, headingOf, isContents, isFurniture, isHidden, isShownAsBlock, isWordMark, wordListLevel } from './looks.ts';
import { noteLines } from './note-lines.ts';
import type { HtmlNote, HtmlNotes } from './notes.ts';
import { isAroundMain, isOfSite } from './site.ts';
import { childrenOf, elementsIn, isElement, lettersIn, parentOf, type HtmlElement, type HtmlNode } from './tree.ts';

/** What no reader sees as text: how the page works, and how signs beside the text are pronounced. */
const unseen = new Set(['head', 'script', 'style', 'template', 'rt', 'rp']);
/** What is seen and no text of the document: ways to other pages, what is filled in or pressed. */
const ofPage = new Set(['noscript', 'nav', 'button', 'select', 'textarea', 'input', 'datalist', 'iframe', 'map']);
const pictures = new Set(['img', 'svg', 'canvas', 'object', 'embed', 'video', 'audio']);

/** Blocks that stand on lines of their own. */
const blocks = new Set([
  'p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'address', 'figure', 'figcaption', 'blockquote', 'ul', 'ol', 'dir', 'menu', 'li', 'dl', 'dt', 'dd', 'pre',
  'form', 'fieldset', 'legend', 'details', 'summary', 'center', 'hr', 'body', 'html', 'hgroup', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
]);

/** Walks through a page and writes what a reader sees; of links, the words alone. */
export class HtmlWalk {
  readonly writer = new ExtractWriter();
  readonly notes: DraftNote[] = [];
  private lists = 0;
  /** The item that the next paragraph starts. */
  private item: { level: number; isNumbered: boolean } | null = null;
  private bold = false;
  private isPreformatted = false;
  private isHeading = false;
  /** Nothing of what the page is about holds this. */
  private isAround: boolean;

  /** `main`: what the page is about; null where all of it may be. */
  constructor(private readonly found: HtmlNotes, private readonly main: HtmlElement | null) {
    this.isAround = main !== null;
  }

  children(node: HtmlNode): void {
    for (const child of childrenOf(node)) {
      if (isElement(child)) this.element(child);
      else if ('value' in child) this.text(child.value);
    }
  }

  private element(element: HtmlElement): void {
    const mark = this.found.marks.get(element);
    const body = this.found.bodies.get(element);
    if (mark) {
      this.ensureParagraph();
      this.writer.point('note', mark.id);
    } else if (body) this.note(element, body);
    else if (this.isRead(element)) this.visible(element);
  }

  /** Whether there is something to read here; says what was left out. */
  private isRead(element: HtmlElement): boolean {
    const { tagName } = element;
    if (pictures.has(tagName)) this.writer.say('picture');
    if (ofPage.has(tagName) && hasWords(element)) this.writer.say('site-left-out');
    if (pictures.has(tagName) || unseen.has(tagName) || ofPage.has(tagName) || isFurniture(element) || this.found.backlinks.has(element)) return false;
    if (isWordMark(element)) {
      if (/[\p{L}\p{N}]/u.test(lettersIn(element, 40))) this.writer.say('list-number');
      return false;
    }
    const ofSite = isOfSite(element, this.isAround ? this.main : null) || (this.isAround && isAroundMain(element));
    const left = tagName === 'del' ? 'tracked-change' : isHidden(element) ? 'hidden-text' : isContents(element) ? 'contents-left-out' : ofSite ? 'site-left-out' : null;
    if (left === null) return true;
    const lines = left === 'contents-left-out' ? [...elementsIn(element)].filter((one) => one.tagName === 'p' || one.tagName === 'li').length : 1;
    if (/\S/u.test(lettersIn(element))) for (let line = 0; line < Math.max(1, lines); line += 1) this.writer.say(left);
    return false;
  }

  private visible(element: HtmlElement): void {
    const { bold, isAround } = this;
    this.bold = boldOf(element) ?? bold;
    if (element === this.main) this.isAround = false;
    if (blocks.has(element.tagName)) this.block(element);
    else if (/^(?:table|tr|td|th)$/u.test(element.tagName)) this.tablePart(element);
    else this.inline(element);
    this.bold = bold;
    this.isAround = isAround;
  }

  private block(element: HtmlElement): void {
    const { tagName } = element;
    const isList = /^(?:ul|ol|dir|menu)$/u.test(tagName);
    const { isPreformatted, isHeading } = this;
    this.writer.endParagraph();
    if (isList) this.lists += 1;
    if (tagName === 'li') this.item = { level: Math.max(1, this.lists), isNumbered: parentOf(element)?.tagName === 'ol' };
    const heading = headingOf(element);
    const level = wordListLevel(element);
    if (level !== null) this.item = { level, isNumbered: false };
    if (heading !== null || tagName === 'p' || tagName === 'pre') this.startParagraph(heading);
    this.isPreformatted ||= tagName === 'pre';
    this.isHeading ||= heading !== null;
    this.children(element);
    this.isPreformatted = isPreformatted;
    this.isHeading = isHeading;
    this.writer.endParagraph();
    if (isList) this.lists -= 1;
    if (tagName === 'li') this.item = null;
  }

  private tablePart(element: HtmlElement): void {
    const { writer } = this;
    const { lists, item } = this;
    switch (element.tagName) {
      case 'table':
        writer.openTable();
        this.children(element);
        writer.endParagraph();
        return writer.closeTable();
      case 'tr':
        writer.openRow();
        this.children(element);
        return writer.closeRow();
      default:
        this.lists = 0;
        writer.openStory(true);
        this.children(element);
        writer.closeCell();
        this.lists = lists;
        this.item = item;
    }
  }

  private inline(element: HtmlElement): void {
    switch (element.tagName) {
      case 'br':
        this.ensureParagraph();
        return this.writer.lineBreak();
      case 'q':
        this.text('“');
        this.children(element);
        return this.text('”');
      case 'ins':
        this.writer.say('tracked-change');
        return this.shown(element);
      default:
        return this.shown(element);
    }
  }

  /** What a style makes a block of; in a heading, which is one line, no more than a space. */
  private shown(element: HtmlElement): void {
    const isBlock = isShownAsBlock(element);
    if (isBlock && !this.isHeading) return this.block(element);
    if (isBlock) this.text(' ');
    this.children(element);
    if (isBlock) this.text(' ');
  }

  private text(text: string): void {
    if (this.isPreformatted) {
      for (const [at, line] of text.split('\n').entries()) {
        if (at > 0) this.writer.wrap();
        this.write(line);
      }
      return;
    }
    const collapsed = text.replace(/[ \t\n\r\f]+/gu, ' ');
    this.write(collapsed.startsWith(' ') && this.writer.endsInSpace ? collapsed.slice(1) : collapsed);
  }

  private write(text: string): void {
    if (text === '') return;
    this.ensureParagraph();
    this.writer.text(text, { bold: this.bold, size: 1 });
  }

  private ensureParagraph(): void {
    if (!this.writer.isOpen) this.startParagraph(null);
  }

  private startParagraph(heading: number | null): void {
    this.writer.startParagraph({ heading, item: heading === null ? (this.item?.level ?? null) : null });
    if (this.item?.isNumbered) this.writer.say('list-number');
    this.item = null;
  }

  private note(element: HtmlElement, { id, label }: HtmlNote): void {
    const { lists, item } = this;
    this.writer.endParagraph();
    this.writer.openStory();
    this.lists = 0;
    this.item = null;
    this.children(element);
    this.notes.push({ id, label, lines: noteLines(this.writer.closeStory(), label) });
    this.lists = lists;
    this.item = item;
  }
}

/** Whether a reader sees letters in it, apart from those of scripts and styles. */
function hasWords(node: HtmlNode): boolean {
  if ('value' in node) return /\p{L}/u.test(node.value);
  return !(isElement(node) && unseen.has(node.tagName)) && childrenOf(node).some(hasWords);
}
