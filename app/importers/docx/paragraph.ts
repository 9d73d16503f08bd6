import type { XmlAttributes } from '../../support/read-xml.ts';
import { headingOf, isOn, type WordStyle } from './styles.ts';
import type { WordWork } from './work.ts';

/** A paragraph while it is read: what its properties say, and whether its text has begun. */
export interface WordParagraph {
  styleId: string | null;
  style: WordStyle;
  heading: number | null;
  numId: string | null;
  level: number | null;
  newPage: boolean;
  /** The mark at its end was deleted: the next paragraph goes on in it. */
  joins: boolean;
  hasBegun: boolean;
  /** Words of a table of contents were passed over in it. */
  hadContents: boolean;
}

export const newParagraph = ({ styles }: WordWork): WordParagraph => (
  { ...styled(null, styles.paragraph(null)), joins: false, hasBegun: false, hadContents: false });

const styled = (styleId: string | null, style: WordStyle) => (
  { styleId, style, heading: style.heading, numId: style.numId, level: style.level, newPage: style.newPage });

/** A child of `w:pPr`, of its `w:numPr` or of its `w:rPr`. */
export function paragraphProperty(paragraph: WordParagraph, name: string, parent: string, attributes: XmlAttributes, { styles }: WordWork): void {
  const value = attributes['w:val'];
  if (parent === 'w:rPr') paragraph.joins ||= name === 'w:del';
  else if (name === 'w:pStyle') Object.assign(paragraph, styled(value ?? null, styles.paragraph(value ?? null)));
  else if (name === 'w:outlineLvl') paragraph.heading = headingOf(value);
  else if (name === 'w:pageBreakBefore') paragraph.newPage = isOn(value);
  else if (name === 'w:numId') {
    paragraph.numId = value ?? null;
    paragraph.level ??= 0;
  } else if (name === 'w:ilvl') paragraph.level = Number(value) || 0;
}

/** The paragraph's text begins: on a new page, in a list, as a heading. */
export function beginParagraph(paragraph: WordParagraph, { writer, numbering }: WordWork): void {
  const { style, styleId, heading, numId, level } = paragraph;
  paragraph.hasBegun = true;
  if (paragraph.newPage) writer.pageBreak();
  const at = numId === null ? 0 : Math.min(8, Math.max(0, level ?? numbering.levelOfStyle(numId, styleId)));
  const mark = numId === null ? null : numbering.next(numId, at);
  // Word's own list styles say their level in their name: each is the first level of a list of its own.
  const item = mark && mark.words === null ? Math.max(mark.level, Number(/^List (?:Bullet|Number) ([2-5])$/iu.exec(style.name)?.[1] ?? 1)) : null;
  writer.startParagraph({ heading, item: heading === null ? item : null });
  if (paragraph.joins) writer.say('tracked-change');
  if (mark?.words) writer.text(`${mark.words} `);
  else if (mark?.isNumber) writer.say('list-number');
}
