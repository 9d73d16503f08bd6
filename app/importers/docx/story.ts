import type { XmlAttributes, XmlHandler } from '../../support/read-xml.ts';
import { beginParagraph, newParagraph, paragraphProperty, type WordParagraph } from './paragraph.ts';
import { RunReader } from './run.ts';
import { isOn } from './styles.ts';
import { noteId, type WordWork } from './work.ts';

/** What is passed over with all that stands in it. */
const skipped = new Set([
  'w:del', 'w:moveFrom', 'w:object', 'w:rt', 'w:altChunk', 'w:subDoc', 'w:tblPr', 'w:tblGrid', 'w:tcPr',
  'w:rPrChange', 'w:pPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:tblGridChange', 'w:tblPrExChange',
]);

/** Of what has no text: pictures, charts, drawings of other programs, files in the file. */
const pictures = new Set([':pic', ':imagedata', ':chart', ':relIds', 'w:object', 'w:altChunk', 'w:subDoc']);

/** Stories that stand apart from the one in which they are found. */
const apart: Readonly<Record<string, string>> = { 'w:txbxContent': 'box', 'w:footnote': 'footnote', 'w:endnote': 'endnote', 'w:comment': 'comment' };

/** Walks through a Word file's body, or through its notes or comments, and writes what a reader sees. */
export class WordStory implements XmlHandler {
  private readonly inside: string[] = [];
  private readonly run: RunReader;
  private readonly rows: { isKept: boolean }[] = [];
  /** Content controls that only say what to type there. */
  private readonly prompts: boolean[] = [];
  /** Alternatives of which one was taken. */
  private readonly chosen: boolean[] = [];
  private readonly ranged = new Set<string>();
  private paragraph: WordParagraph | null = null;
  /** A story that stands in this one, and how deep its elements are. */
  private inner: { story: WordStory; depth: number; kind: string; attributes: XmlAttributes } | null = null;
  private skipping = 0;

  constructor(private readonly work: WordWork) {
    this.run = new RunReader(work);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.inner) {
      this.inner.depth += 1;
      this.inner.story.open(name, attributes);
      return;
    }
    const parent = this.inside.at(-1) ?? '';
    this.inside.push(name);
    if (parent === 'w:p' && name !== 'w:pPr') this.begin();
    if (this.skipping > 0) this.skipping += 1;
    else if (this.isSkipped(name, parent)) this.skipping = 1;
    if (this.skipping > 0) this.openUnseen(name, attributes);
    else if (parent === 'w:rPr' || parent === 'w:pPr' || parent === 'w:numPr') this.openProperty(name, parent, attributes);
    else if (apart[name]) this.openApart(apart[name], attributes);
    else this.openPart(name, parent, attributes);
  }

  close(name: string): void {
    if (this.inner && this.inner.depth > 0) {
      this.inner.depth -= 1;
      this.inner.story.close(name);
      return;
    }
    this.inside.pop();
    if (this.inner) this.closeApart(this.inner);
    else if (this.skipping > 0) this.skipping -= 1;
    else this.closePart(name);
  }

  text(text: string): void {
    if (this.inner) return this.inner.story.text(text);
    const element = this.inside.at(-1);
    if (this.skipping > 0) return;
    if (element === 'w:t' || element === 'm:t') this.run.text(text, this.paragraph);
    else if (element === 'w:instrText') this.run.code(text);
  }

  private begin(): void {
    if (this.paragraph && !this.paragraph.hasBegun) beginParagraph(this.paragraph, this.work);
  }

  private isSkipped(name: string, parent: string): boolean {
    // In properties this is not text that was deleted but a mark or a row that was.
    if (name === 'w:del' && (parent === 'w:rPr' || parent === 'w:trPr')) return false;
    if (name === 'w:sdtContent') return this.prompts.at(-1) ?? false;
    if (name === 'mc:Fallback' || name === 'mc:Choice') {
      const taken = this.chosen.at(-1) ?? false;
      this.chosen[this.chosen.length - 1] = true;
      return taken;
    }
    return skipped.has(name);
  }

  /** What still counts where nothing is seen: comments on it, pages in it, notes that went with it. */
  private openUnseen(name: string, attributes: XmlAttributes): void {
    if (this.skipping === 1 && (name === 'w:del' || name === 'w:moveFrom')) this.work.writer.say('tracked-change');
    if (this.skipping === 1 && pictures.has(name)) this.work.writer.say('picture');
    if (name === 'w:footnoteReference') this.work.deletedNotes.add(noteId('footnote', attributes['w:id']));
    if (name === 'w:endnoteReference') this.work.deletedNotes.add(noteId('endnote', attributes['w:id']));
    this.comment(name, attributes);
  }

  private openProperty(name: string, parent: string, attributes: XmlAttributes): void {
    const of = this.inside.at(-3);
    if (parent === 'w:rPr' && of === 'w:r') this.run.property(name, attributes['w:val']);
    else if (this.paragraph && (parent !== 'w:rPr' || of === 'w:pPr')) paragraphProperty(this.paragraph, name, parent, attributes, this.work);
  }

  private openPart(name: string, parent: string, attributes: XmlAttributes): void {
    const { writer, formats } = this.work;
    switch (name) {
      case 'w:p': this.paragraph = newParagraph(this.work); break;
      case 'w:r': this.run.start(); break;
      case 'w:tbl': writer.openTable(); break;
      case 'w:tr':
        writer.openRow();
        this.rows.push({ isKept: true });
        break;
      case 'w:tc': writer.openStory(true); break;
      case 'w:ins': case 'w:moveTo':
        if (parent !== 'w:trPr') writer.say('tracked-change');
        break;
      case 'w:del': {
        const row = this.rows.at(-1);
        if (row) row.isKept = false;
        break;
      }
      case 'mc:AlternateContent': this.chosen.push(false); break;
      case 'w:sdt': this.prompts.push(false); break;
      case 'w:showingPlcHdr':
        if (isOn(attributes['w:val'])) this.prompts[this.prompts.length - 1] = true;
        break;
      case 'w:numFmt':
        if (parent === 'w:footnotePr') formats.footnote = attributes['w:val'] ?? formats.footnote;
        if (parent === 'w:endnotePr') formats.endnote = attributes['w:val'] ?? formats.endnote;
        break;
      default:
        if (pictures.has(name)) writer.say('picture');
        if (parent === 'w:r' || parent === 'mc:Choice') this.run.element(name, attributes, this.paragraph);
        this.comment(name, attributes);
    }
  }

  private closePart(name: string): void {
    const { writer } = this.work;
    switch (name) {
      case 'w:p':
        this.begin();
        this.run.endParagraph();
        if (this.paragraph?.hadContents) writer.say('contents-left-out');
        writer.endParagraph(this.paragraph?.joins);
        this.paragraph = null;
        break;
      case 'w:tc': writer.closeCell(); break;
      case 'w:tr': writer.closeRow(this.rows.pop()?.isKept); break;
      case 'w:tbl': writer.closeTable(); break;
      case 'w:sdt': this.prompts.pop(); break;
      case 'mc:AlternateContent': this.chosen.pop(); break;
      default:
    }
  }

  /** A comment's range, or the place at which it stands where it has none. */
  private comment(name: string, attributes: XmlAttributes): void {
    const id = noteId('comment', attributes['w:id']);
    if (name === 'w:commentRangeStart' || (name === 'w:commentReference' && !this.ranged.has(id))) {
      this.ranged.add(id);
      this.work.writer.point('from', id);
    } else if (name === 'w:commentRangeEnd') this.work.writer.point('to', id);
  }

  private openApart(kind: string, attributes: XmlAttributes): void {
    this.work.writer.openStory();
    this.inner = { story: new WordStory(this.work), depth: 0, kind, attributes };
  }

  private closeApart({ kind, attributes }: NonNullable<typeof this.inner>): void {
    const lines = this.work.writer.closeStory();
    this.inner = null;
    if (kind === 'box') this.work.writer.addBox(lines);
    // Word keeps the lines that part notes from the text as notes of a type of their own.
    else if ((attributes['w:type'] ?? 'normal') === 'normal') this.work.stories.push({ id: noteId(kind, attributes['w:id']), attributes, lines });
  }
}
