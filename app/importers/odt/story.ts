import type { XmlAttributes, XmlHandler } from '../../support/read-xml.ts';
import { isoTime, type DraftComment } from '../extract/comments.ts';
import type { DraftLine, DraftNote } from '../extract/draft-line.ts';
import { ExtractWriter } from '../extract/writer.ts';
import { TrackedChanges } from './changes.ts';
import { boxes, contentsOf, holdsText, skipped } from './elements.ts';
import { OdtLists } from './lists.ts';
import { outline, type Look, type OdtStyles } from './styles.ts';

/** A note or comment while it is read. */
interface Apart { id: string; citation: string; author: string; date: string }

/** Walks through the content of an OpenDocument text and writes what a reader sees. */
export class OdtStory implements XmlHandler {
  readonly writer = new ExtractWriter();
  readonly notes: DraftNote[] = [];
  readonly comments: DraftComment[] = [];
  /** The program that saved the file says where its pages start. */
  softPages = false;
  private readonly inside: string[] = [];
  private readonly looks: Look[] = [];
  private readonly lists: OdtLists[];
  private readonly apart: Apart[] = [];
  private readonly breaksAfter: boolean[] = [];
  private readonly changes = new TrackedChanges();
  private count = 0;
  private skipping = 0;
  private contents = 0;
  private hadContents = false;
  private inStyles = false;

  constructor(private readonly styles: OdtStyles) {
    this.lists = [new OdtLists(styles)];
  }

  open(name: string, attributes: XmlAttributes): void {
    this.inside.push(name);
    if (this.skipping > 0) {
      this.skipping += 1;
      this.changes.open(name, attributes);
    } else if (this.isSkipped(name, attributes)) this.skipping = 1;
    else if (this.inStyles) this.styles.open(name, attributes);
    else if (boxes.has(name) || name === 'text:note-body') this.openStory();
    else this.openPart(name, attributes);
  }

  close(name: string): void {
    this.inside.pop();
    if (this.skipping > 0) this.skipping -= 1;
    else if (boxes.has(name)) this.writer.addBox(this.closeStory());
    else this.closePart(name);
  }

  text(text: string): void {
    const element = this.inside.at(-1) ?? '';
    const apart = this.apart.at(-1);
    if (this.skipping > 0) return;
    if (apart && element === 'text:note-citation') apart.citation += text;
    else if (apart && element === 'dc:creator') apart.author += text;
    else if (apart && element === 'dc:date') apart.date += text;
    else if (this.looks.length > 0 && holdsText(element)) {
      const collapsed = text.replace(/[ \t\r\n]+/gu, ' ');
      this.write(collapsed.startsWith(' ') && this.writer.endsInSpace ? collapsed.slice(1) : collapsed);
    }
  }

  private write(text: string): void {
    const look = this.looks.at(-1);
    const isInk = /\S/u.test(text);
    if (!look || text === '') return;
    if (this.contents > 0) this.hadContents ||= isInk;
    else if (!look.hidden) this.writer.text(text, look);
    else if (isInk) this.writer.say('hidden-text');
  }

  private isSkipped(name: string, attributes: XmlAttributes): boolean {
    const style = name === 'text:section' ? this.styles.of('section', attributes['text:style-name']) : null;
    const isHidden = name === 'text:hidden-text' || (style && (style.hidden || attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true'));
    if (isHidden) this.writer.say('hidden-text');
    return isHidden === true || skipped.has(name) || name.endsWith('-source');
  }

  private openPart(name: string, attributes: XmlAttributes): void {
    const { writer } = this;
    const lists = this.lists.at(-1);
    switch (name) {
      case 'office:automatic-styles': this.inStyles = true; break;
      case 'office:text': this.softPages = attributes['text:use-soft-page-breaks'] === 'true'; break;
      case 'text:p': case 'text:h': this.openParagraph(name, attributes); break;
      case 'text:list': lists?.openList(attributes); break;
      case 'text:list-item': lists?.openItem(attributes); break;
      case 'text:numbered-paragraph':
        lists?.openList(attributes);
        lists?.openItem(attributes);
        break;
      case 'text:note': writer.point('note', this.openApart('note', undefined)); break;
      case 'office:annotation':
        writer.point('from', this.openApart('comment', attributes['office:name']));
        this.openStory();
        break;
      case 'table:table':
        if (this.styles.of('table', attributes['table:style-name']).breakBefore) writer.pageBreak();
        writer.openTable();
        break;
      case 'table:table-row': writer.openRow(); break;
      case 'table:table-cell': this.openStory(true); break;
      case 'draw:image': writer.say('picture'); break;
      default:
        if (contentsOf.has(name)) this.contents += 1;
        this.openInline(name, attributes);
    }
  }

  private openInline(name: string, attributes: XmlAttributes): void {
    const { writer } = this;
    const look = this.looks.at(-1) ?? plain;
    switch (name) {
      case 'text:span': this.looks.push(this.styles.span(attributes['text:style-name'], look)); break;
      case 'text:s': this.write(' '.repeat(Math.min(1000, Number(attributes['text:c'] ?? 1) || 0))); break;
      case 'text:tab': this.write('\t'); break;
      case 'text:line-break':
        if (this.contents === 0 && !look.hidden) writer.lineBreak();
        break;
      case 'text:soft-page-break':
        this.softPages = true;
        writer.pageBreak();
        break;
      case 'office:annotation-end': writer.point('to', `comment ${attributes['office:name'] ?? ''}`); break;
      case 'text:change': case 'text:change-start':
        if (this.changes.isOfText(attributes)) writer.say('tracked-change');
        break;
      default:
    }
  }

  private closePart(name: string): void {
    const { writer } = this;
    switch (name) {
      case 'office:automatic-styles': this.inStyles = false; break;
      case 'text:p': case 'text:h': this.closeParagraph(); break;
      case 'text:span': this.looks.pop(); break;
      case 'text:list': case 'text:numbered-paragraph': this.lists.at(-1)?.closeList(); break;
      case 'text:note-body': {
        const { id = '', citation = '' } = this.apart.at(-1) ?? {};
        this.notes.push({ id, label: citation.trim() || null, lines: this.closeStory() });
        break;
      }
      case 'text:note': this.apart.pop(); break;
      case 'office:annotation': {
        const { id = '', author = '', date } = this.apart.pop() ?? {};
        this.comments.push({ id, text: this.closeStory().map((line) => line.text).join('\n'), author: author.trim() || null, at: isoTime(date) });
        break;
      }
      case 'table:table-cell':
        this.lists.pop();
        writer.closeCell();
        break;
      case 'table:table-row': writer.closeRow(); break;
      case 'table:table': writer.closeTable(); break;
      default: if (contentsOf.has(name)) this.contents -= 1;
    }
  }

  private openParagraph(name: string, attributes: XmlAttributes): void {
    const { writer } = this;
    const style = this.styles.of('paragraph', attributes['text:style-name']);
    const heading = name === 'text:h' ? Math.max(1, Number(attributes['text:outline-level']) || 1) : style.heading;
    const mark = this.lists.at(-1)?.next(style.listStyle) ?? null;
    const isNumbered = mark?.isNumber ?? (name === 'text:h' && attributes['text:is-list-header'] !== 'true' && (this.styles.level(outline, heading ?? 1)?.format ?? '') !== '');
    if (style.breakBefore) writer.pageBreak();
    writer.startParagraph({ heading, item: heading === null && mark && mark.words === null ? mark.level : null });
    this.looks.push(style);
    this.breaksAfter.push(style.breakAfter);
    if (mark?.words) this.write(`${mark.words} `);
    else if (isNumbered && this.contents === 0) writer.say('list-number');
  }

  private closeParagraph(): void {
    this.looks.pop();
    if (this.hadContents) this.writer.say('contents-left-out');
    this.hadContents = false;
    this.writer.endParagraph();
    if (this.breaksAfter.pop()) this.writer.pageBreak();
  }

  private openApart(kind: string, name: string | undefined): string {
    this.count += 1;
    const id = `${kind} ${name ?? `number ${this.count}`}`;
    this.apart.push({ id, citation: '', author: '', date: '' });
    return id;
  }

  /** A story has lists of its own. */
  private openStory(paged = false): void {
    this.lists.push(new OdtLists(this.styles));
    this.writer.openStory(paged);
  }

  private closeStory(): DraftLine[] {
    this.lists.pop();
    return this.writer.closeStory();
  }
}

const plain: Look = { bold: false, size: null, hidden: false };
