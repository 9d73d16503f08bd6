import type { ImportChange } from '../../schemas/records/content.ts';
import { findIntros, type Intro } from './intros.ts';
import { findLabels, type Labels } from './labels.ts';
import { findItems, type Item } from './lists.ts';
import type { PageText } from './pages.ts';
import { findParagraphs, type Paragraphs } from './paragraphs.ts';
import { namesList } from './sections.ts';
import { readSubtitles } from './subtitles.ts';
import { withoutTimes } from './times.ts';

/** Who speaks where, in a text from which times and the marks of subtitles are gone. */
export interface Talk extends Labels {
  text: PageText;
  paragraphs: Paragraphs;
  items: ReadonlyMap<number, Item>;
  intros: Intro[];
  /** What was taken out of the text. */
  cuts: ImportChange[];
  /** The text is speech from its first line on, without a title or headings. */
  isSubtitles: boolean;
}

const known = new WeakMap<PageText, Talk>();

/** Found once for scoring and reading. */
export function findTalk(pages: PageText): Talk {
  const found = known.get(pages);
  if (found) return found;
  const subtitles = readSubtitles(pages);
  const { text, changes } = withoutTimes(subtitles?.text ?? pages);
  const { lines } = text;
  const paragraphs = subtitles ? running : findParagraphs(lines);
  const items = findItems(lines);
  const intros = findIntros(lines, paragraphs);
  const inIntro = new Set(intros.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
  const names = [
    ...[...items].filter(([at]) => at < 400).map(([at, { from }]) => (lines[at]?.text ?? '').slice(from)),
    ...intros.flatMap(({ name, from }) => [name, lines[from - 1]?.text ?? '']),
    ...lines.slice(0, 80).flatMap(({ text: line }) => (/^[^:]{0,40}:/u.test(line) && namesList.test(line.split(':')[0] ?? '') ? [line] : [])),
  ];
  const search = findLabels({ lines, paragraphs, items, names });
  const cuts = [...(subtitles?.changes ?? []), ...changes];
  const talk: Talk = { text, cuts, isSubtitles: subtitles !== null, paragraphs, items, intros, labels: search.labels.filter(({ line }) => !inIntro.has(line)), warnings: search.warnings };
  known.set(pages, talk);
  return talk;
}

/** Subtitles break lines anywhere; a paragraph ends only where somebody else speaks. */
const running: Paragraphs = { endsAfter: () => false, mayStart: () => true };
