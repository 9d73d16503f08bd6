import { addLetters, isEmpty, newLine, type DraftLine, type ParagraphStyle, type Point, type Setting } from './draft-line.ts';
import { joinRow } from './rows.ts';
import type { Saying } from './sayings.ts';
import { addTo, endLine, lineIn, newStory, type Story } from './story.ts';

/**
 * Writes what a walk through a document comes by as lines. Formats differ in how they say things, not in what they
 * say: this is the one place that knows what a page's end in the middle of a sentence becomes, where the lines of a
 * text box go, and how the cells of a row make lines.
 */
export class ExtractWriter {
  /** How often each thing was said. */
  readonly said = new Map<Saying, number>();
  private readonly stories: Story[] = [newStory(true)];
  private pageEnds = false;

  /** A story starts; what is written from now on is in it. `paged`: the pages run on through it, as through a cell. */
  openStory(paged = false): void {
    this.stories.push(newStory(paged && this.story.paged));
  }

  /** The story's lines. */
  closeStory(): DraftLine[] {
    const { story } = this;
    endLine(story);
    if (this.stories.length > 1) this.stories.pop();
    const last = story.lines.at(-1);
    if (last) last.points.push(...story.waiting.map((point) => ({ ...point, at: last.text.length })));
    else if (this.story !== story) this.story.waiting.push(...story.waiting);
    return story.lines;
  }

  /** The lines of a story that stands in a box: behind the paragraph that holds it. */
  addBox(lines: readonly DraftLine[]): void {
    const { line, lines: own, boxed } = this.story;
    if (lines.every(isEmpty)) return;
    this.say('text-box', lines.find((one) => !isEmpty(one)));
    addTo(line ? boxed : own, lines);
  }

  openTable(): void {
    this.endParagraph();
    this.story.tables.push({ from: this.story.lines.length, columns: 0 });
  }

  openRow(): void {
    this.endParagraph();
    this.story.rows.push([]);
  }

  /** A cell is a story of its own. */
  closeCell(): void {
    const lines = this.closeStory();
    this.story.rows.at(-1)?.push(lines);
  }

  /** The row's cells as lines; none where the row was deleted. */
  closeRow(isKept = true): void {
    const cells = this.story.rows.pop();
    const table = this.story.tables.at(-1);
    if (!cells || !isKept) return;
    if (table) table.columns = Math.max(table.columns, cells.length);
    addTo(this.story.lines, joinRow(cells));
  }

  closeTable(): void {
    const table = this.story.tables.pop();
    const first = table && this.story.lines[table.from];
    if (first && table.columns > 1) this.say('table', first);
  }

  startParagraph(style: ParagraphStyle): void {
    const { story } = this;
    if (!story.joins) endLine(story);
    story.style = style;
    if (story.line) Object.assign(story.line, style);
    story.line ??= lineIn(story);
    story.joins = false;
  }

  /** `joins`: the mark that ended the paragraph was deleted. */
  endParagraph(joins = false): void {
    const { story } = this;
    story.joins = joins && story.line !== null;
    if (!story.joins) endLine(story);
  }

  text(text: string, setting: Setting = plain): void {
    for (const [at, part] of text.split(/[\u2028\u2029\v\f]/u).entries()) {
      if (at > 0) this.lineBreak();
      this.write(part.replace(/[\r\n\u0085]+/gu, ' ').replace(invisible, '').replaceAll('\u2011', '-'), setting);
    }
  }

  /** A line that the author broke; in a heading no more than a space. */
  lineBreak(): void {
    const line = this.current();
    if (line.heading !== null) this.append(' ', plain);
    else this.nextLine('break');
  }

  /** The end of a line that may have been broken to fit, as in preformatted text. */
  wrap(): void {
    this.current();
    this.nextLine('unknown');
  }

  /** A page ends here: the next one starts at the next word, or the next line. */
  pageBreak(): void {
    this.pageEnds ||= this.story.paged;
  }

  point(kind: 'note' | 'from' | 'to', id: string): void {
    const { line, lines, waiting } = this.story;
    const holder = line ?? (kind === 'to' && waiting.length === 0 ? lines.at(-1) : undefined);
    if (holder) holder.points.push({ at: holder.text.length, kind, id });
    else waiting.push({ at: 0, kind, id });
  }

  /** Something to tell the user of, at this line. */
  say(id: Saying, line = this.story.line ?? this.story.lines.at(-1)): void {
    this.said.set(id, (this.said.get(id) ?? 0) + 1);
    if (line && !line.points.some((point: Point) => point.id === id)) line.points.push({ at: line.text.length, kind: 'said', id });
  }

  get isOpen(): boolean {
    return this.story.line !== null;
  }

  /** Whether white space that comes now would not be seen: the line is empty or ends in some. */
  get endsInSpace(): boolean {
    return /^[ \t]?$/u.test(this.story.line?.last ?? '');
  }

  private write(text: string, setting: Setting): void {
    let rest = text;
    if (this.pageEnds && this.story.paged && /\S/u.test(text)) {
      const line = this.current();
      const start = isEmpty(line) ? 0 : nextWord(line.text, text);
      if (start !== null && (isEmpty(line) || line.heading === null)) {
        this.append(text.slice(0, start), setting);
        (isEmpty(line) ? line : this.nextLine('page')).newPage = true;
        this.pageEnds = false;
        rest = text.slice(start);
      }
    }
    this.append(rest, setting);
  }

  private append(text: string, { bold, size }: Setting): void {
    if (text === '') return;
    const line = this.current();
    const letters = text.length - (text.match(/\s/gu)?.length ?? 0);
    line.text += text;
    line.last = text.at(-1) ?? '';
    addLetters(line, { letters, bold: bold ? letters : 0, sizes: new Map(size === null ? [] : [[size, letters]]) });
  }

  /** What follows in the paragraph is no item of its own. */
  private nextLine(end: DraftLine['end']): DraftLine {
    const { story } = this;
    if (story.line) {
      story.line.end = end;
      story.lines.push(story.line);
    }
    story.line = newLine({ ...story.style, item: null });
    return story.line;
  }

  private current(): DraftLine {
    const { story } = this;
    story.line ??= lineIn(story);
    return story.line;
  }

  private get story(): Story {
    const last = this.stories.at(-1);
    if (!last) throw new Error('no story is open');
    return last;
  }
}

const plain: Setting = { bold: false, size: null };

/** Letters that are not seen: soft hyphens, which say only where a word may be broken, and controls but for the tab. */
const invisible = /(?!\t)[\p{Cc}\u00AD\uFEFF]/gu;

/** Where in `text`, written behind `before`, the next word starts; null where the word that is under way goes on to its end. */
function nextWord(before: string, text: string): number | null {
  const space = /\s$/u.test(before) ? 0 : text.search(/\s/u);
  const start = space < 0 ? -1 : text.slice(space).search(/\S/u);
  return start < 0 ? null : space + start;
}
