import type { ImportChange } from '../../schemas/records/content.ts';
import { findIntros, type Intro } from './intros.ts';
import { findLabels, type Labels } from './labels.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import type { Line } from './lines.ts';
import { findItems, type Item } from './lists.ts';
import type { PageText } from './pages.ts';
import { findParagraphs, type Paragraphs } from './paragraphs.ts';
import { namesList } from './sections.ts';
import { readSubtitles } from './subtitles.ts';
import { withoutTimes } from './times.ts';
import { withoutTurnBullets } from './turn-bullets.ts';

/** Who speaks where, in a text from which times, the marks of subtitles and bullets before speakers are gone. */
export interface Talk extends Labels {
  text: PageText;
  paragraphs: Paragraphs;
  items: ReadonlyMap<number, Item>;
  intros: Intro[];
  /** What was taken out of the text. */
  cuts: ImportChange[];
  /** How many headings announce whose words stand under them. */
  heads: number;
  /** The text is speech from its first line on, without a title or headings. */
  isSubtitles: boolean;
}

const known = new WeakMap<PageText, Talk>();

/** Found once for scoring and reading. */
export function findTalk(pages: PageText): Talk {
  const found = known.get(pages);
  if (found) return found;
  const numbers = withoutLineNumbers(pages);
  const subtitles = readSubtitles(numbers.text);
  const times = withoutTimes(subtitles?.text ?? numbers.text);
  const { text, changes } = withoutTurnBullets(times.text);
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
  const heads = findHeads(lines);
  const voices = [heads, intros.length].reduce((sum, count) => sum + (count >= 2 ? count : 0), 0);
  const search = findLabels({ lines, paragraphs, items, names, voices });
  const cuts = [...numbers.changes, ...(subtitles?.changes ?? []), ...times.changes, ...changes];
  const talk: Talk = { text, cuts, isSubtitles: subtitles !== null, heads, paragraphs, items, intros, labels: search.labels.filter(({ line }) => !inIntro.has(line)), warnings: search.warnings };
  known.set(pages, talk);
  return talk;
}

/** `Inspreker 2: mevrouw Bos`, set apart; one such line may say anything. */
function findHeads(lines: readonly Line[]): number {
  const found = lines.filter(({ text, gap }, at) => (at === 0 || gap !== 'none') && lines[at + 1]?.gap === 'blank' && text.length <= 120 && !/[.?!]$/u.test(text) && head.test(text));
  return found.length >= 2 ? found.length : 0;
}

const head = /^(?:[\dIVX]+[.)]?\s+)?(?:bijdrage|inbreng|inspreker|inspreekster|spreker|spreekster|getuigenis|getuige|statement)(?:\s+\d+)?(?:\s*[:–—-]\s*|\s+(?:van|door|namens|by|of)\s+)\p{L}/iu;

/** Subtitles break lines anywhere; a paragraph ends only where somebody else speaks. */
const running: Paragraphs = { endsAfter: () => false, mayStart: () => true };
