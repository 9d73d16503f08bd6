import { newLine, type DraftLine, type ParagraphStyle, type Point } from './draft-line.ts';

/** A story: the body, a note, a cell, a text box. Its lines do not mix with those of the story around it. */
export interface Story {
  lines: DraftLine[];
  line: DraftLine | null;
  style: ParagraphStyle;
  /** Lines of boxes that stand in the open paragraph: they come after it. */
  boxed: DraftLine[];
  /** The paragraph's end was taken out, so that the next paragraph goes on in it. */
  joins: boolean;
  /** Cells of the rows that are open, and the tables that are: where each starts, and its columns. */
  rows: DraftLine[][][];
  tables: { from: number; columns: number }[];
  /** Pages run through it; notes and boxes stand beside them. */
  paged: boolean;
  /** Points between paragraphs, for the start of the next line. */
  waiting: Point[];
}

export const newStory = (paged: boolean): Story => (
  { lines: [], line: null, style: noStyle, boxed: [], joins: false, rows: [], tables: [], paged, waiting: [] });

const noStyle: ParagraphStyle = { heading: null, item: null };

/** A line in the style of the paragraph, with the points that waited for one. */
export function lineIn(story: Story): DraftLine {
  const line = newLine(story.style);
  line.points.push(...story.waiting.splice(0));
  return line;
}

/** The paragraph ends; what stood in boxes in it follows. */
export function endLine(story: Story): void {
  if (story.line) story.lines.push(story.line);
  addTo(story.lines, story.boxed.splice(0));
  story.line = null;
  story.joins = false;
  story.style = noStyle;
}

/** A cell may hold more lines than a call takes arguments. */
export function addTo(lines: DraftLine[], more: readonly DraftLine[]): void {
  for (const line of more) lines.push(line);
}
