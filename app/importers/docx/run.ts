import type { XmlAttributes } from '../../support/read-xml.ts';
import { Fields } from './fields.ts';
import type { WordParagraph } from './paragraph.ts';
import { runProperty, type WordStyle } from './styles.ts';
import { emojiLetter, symbolLetter } from './symbols.ts';
import { noteId, type WordWork } from './work.ts';

/** What stands in the runs of a story: letters and what stands for letters, where they are seen. */
export class RunReader {
  private readonly fields = new Fields();
  private look: Partial<Pick<WordStyle, 'bold' | 'size' | 'hidden'>> = {};
  private styleId: string | null = null;
  /** The run's text is the author's own sign of a note. */
  private isSign = false;

  constructor(private readonly work: WordWork) {}

  start(): void {
    this.look = {};
    this.styleId = null;
    this.isSign = false;
  }

  property(name: string, value: string | undefined): void {
    if (name === 'w:rStyle') this.styleId = value ?? null;
    else Object.assign(this.look, runProperty(name, value));
  }

  /** An element that stands for a letter, ends a line or a page, or marks a note. */
  element(name: string, attributes: XmlAttributes, paragraph: WordParagraph | null): void {
    const { writer } = this.work;
    switch (name) {
      case 'w:tab': case 'w:ptab': return this.text('\t', paragraph);
      case 'w:noBreakHyphen': return this.text('-', paragraph);
      case 'w:sym': return this.symbol(symbolLetter(attributes['w:font'] ?? '', attributes['w:char'] ?? ''), paragraph);
      case ':symEx': return this.symbol(emojiLetter(attributes[':char'] ?? ''), paragraph);
      case 'w:fldChar': return this.fields.char(attributes['w:fldCharType']);
      case 'w:footnoteReference': return this.mark('footnote', attributes);
      case 'w:endnoteReference': return this.mark('endnote', attributes);
      case 'w:lastRenderedPageBreak':
        this.work.renderedPages = true;
        return writer.pageBreak();
      case 'w:br': case 'w:cr':
        if (attributes['w:type'] === 'page') writer.pageBreak();
        else if (this.isSeen('\n', paragraph)) writer.lineBreak();
        break;
      default:
    }
  }

  text(text: string, paragraph: WordParagraph | null): void {
    const last = this.work.marks.at(-1);
    if (this.isSign && last) last.sign = (last.sign ?? '') + text.trim();
    else if (this.isSeen(text, paragraph)) {
      const character = this.work.styles.character(this.styleId);
      const bold = this.look.bold ?? character.bold ?? paragraph?.style.bold ?? false;
      this.work.writer.text(text, { bold, size: this.look.size ?? character.size ?? paragraph?.style.size ?? null });
    }
  }

  code(text: string): void {
    this.fields.code(text);
  }

  endParagraph(): void {
    this.fields.endParagraph();
  }

  /** Neither a field's code, nor hidden, nor part of a table of contents; says so of the last two. */
  private isSeen(text: string, paragraph: WordParagraph | null): boolean {
    if (!this.fields.isText) return false;
    const isInk = /\S/u.test(text);
    if (this.fields.isContents || paragraph?.style.contents) {
      if (paragraph) paragraph.hadContents ||= isInk;
      return false;
    }
    const hidden = this.look.hidden ?? this.work.styles.character(this.styleId).hidden ?? paragraph?.style.hidden ?? false;
    if (hidden && isInk) this.work.writer.say('hidden-text');
    return !hidden;
  }

  private symbol(letter: string | null, paragraph: WordParagraph | null): void {
    if (letter === null) this.work.writer.say('lost-symbol');
    this.text(letter ?? '\uFFFD', paragraph);
  }

  private mark(kind: 'footnote' | 'endnote', attributes: XmlAttributes): void {
    const id = noteId(kind, attributes['w:id']);
    this.isSign = attributes['w:customMarkFollows'] !== undefined && attributes['w:customMarkFollows'] !== '0';
    this.work.marks.push({ id, kind, sign: null });
    this.work.writer.point('note', id);
  }
}
