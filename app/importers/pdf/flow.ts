import { endsSentence, startsSmall } from '../../structure/lines.ts';
import { groupBy } from '../../structure/group.ts';
import { median } from './geometry.ts';
import type { PageLine } from './page-lines.ts';

/** How a line stands among the others of the running text. */
export interface Flow {
  /** A paragraph ends with the line. */
  ends: boolean;
  /** There is more room above it than between lines. */
  spaced: boolean;
  /** Level of a list's item, and where its words start behind the mark (UTF-16); null elsewhere. */
  item: { level: number; from: number } | null;
}

/**
 * Where paragraphs end, by what can be seen: room between lines, indents, marks of lists, another size, and lines after
 * which the next word would have fitted. A full line at a column's end goes on in the next column.
 */
export function flowOf(lines: readonly PageLine[], bodySize: number): Map<PageLine, Flow> {
  const frames = framesOf(lines);
  const leading = leadingOf(lines);
  const items = itemsOf(lines, frames);
  const flows = new Map<PageLine, Flow>();
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    const before = lines[at - 1];
    const gap = before && before.region === line.region ? line.baseline - before.baseline : 0;
    flows.set(line, {
      ends: !next || endsBetween(line, next, { frame: frames.get(line.region) ?? wholeFrame, leading, items, bodySize }),
      spaced: gap > 1.45 * leading * Math.max(line.size, before?.size ?? 0),
      item: items.get(line) ?? null,
    });
  });
  return flows;
}

interface Frame { left: number; right: number; justified: boolean }
const wholeFrame: Frame = { left: 0, right: 0, justified: false };

const leftOf = (line: PageLine) => line.left[0] ?? 0;
const rightOf = (line: PageLine) => line.right.at(-1) ?? 0;

/** The width that each region's lines were broken to fit: its own where it has many lines, else that of a like one. */
function framesOf(lines: readonly PageLine[]): Map<number, Frame> {
  const frames = new Map<number, Frame>();
  const known: (Frame & { page: number })[] = [];
  const small: { region: number; frame: Frame; page: number }[] = [];
  for (const [region, own] of groupBy(lines, (line) => line.region)) {
    const text = own.filter(({ kind }) => kind === 'text' || kind === 'aside');
    const right = Math.max(...text.map(rightOf));
    const left = Math.min(...text.map(leftOf));
    const size = median(text.map((line) => line.size));
    const flush = text.filter((line) => right - rightOf(line) < 0.15 * size).length;
    const frame = { left, right, justified: text.length >= 8 && flush >= 0.5 * text.length };
    if (text.length >= 8) known.push({ ...frame, page: own[0]?.page ?? 0 });
    else small.push({ region, frame, page: own[0]?.page ?? 0 });
    frames.set(region, frame);
  }
  for (const { region, frame, page } of small) {
    const like = known.filter((one) => Math.abs(one.left - frame.left) < 6 && one.right > frame.right - 6)
      .toSorted((a, b) => Math.abs(a.page - page) - Math.abs(b.page - page))[0] ?? known.filter((one) => one.left <= frame.left + 1 && one.right >= frame.right - 1)[0];
    if (like) frames.set(region, { left: like.left, right: like.right, justified: like.justified });
  }
  return frames;
}

/** Distance of baselines as a share of the type's size, as it mostly is. */
function leadingOf(lines: readonly PageLine[]): number {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (!before || before.region !== line.region || Math.abs(before.size - line.size) > 0.05 * line.size) return [];
    const gap = (line.baseline - before.baseline) / line.size;
    return gap > 0.8 && gap < 3.5 ? [Math.round(gap * 50) / 50] : [];
  });
  const counts = [...groupBy(gaps, (gap) => gap)].toSorted(([a, x], [b, y]) => y.length - x.length || a - b);
  return counts[0]?.[0] ?? 1.3;
}

interface Around { frame: Frame; leading: number; items: ReadonlyMap<PageLine, NonNullable<Flow['item']>>; bodySize: number }

function endsBetween(line: PageLine, next: PageLine, { frame, leading, items, bodySize }: Around): boolean {
  if (line.kind !== next.kind || line.kind === 'row' || line.kind === 'name' || line.kind === 'turned') return true;
  if (Math.abs(line.size - next.size) > 0.08 * Math.max(line.size, next.size)) return true;
  if (items.has(next)) return true;
  const heading = line.size > 1.1 * bodySize;
  const together = line.region === next.region;
  if (together && next.baseline - line.baseline > 1.25 * leading * line.size && next.baseline - line.baseline > (heading ? 1.6 : 0) * line.size) return true;
  if (heading) return !together || line.bold !== next.bold;
  const em = line.size;
  const item = items.get(line);
  const textLeft = item ? (line.left[item.from] ?? leftOf(line)) : leftOf(line);
  const middled = centred(line, frame) && Math.abs(leftOf(line) - leftOf(next)) > 1;
  if (together && !middled) {
    const indent = leftOf(next) - textLeft;
    if (indent > 0.8 * em && indent < 6 * em && leftOf(line) - frame.left < 0.5 * em) return true;
  }
  if (/[-\u2010\u00AD]$/u.test(line.text)) return false;
  const room = middled ? frame.right - frame.left - (rightOf(line) - leftOf(line)) : frame.right - rightOf(line);
  const need = wordWidth(next) + 0.3 * em;
  if (room <= need) return false;
  const width = frame.right - frame.left;
  const middle = !endsSentence(line.text) && startsSmall(next.text);
  if (frame.justified && !middle) return room > 1.2 * em;
  return room > (middle ? Math.max(need + em, 0.4 * width) : need + 0.2 * em);
}

/** Stands in the middle of its frame, with room on both sides. */
function centred(line: PageLine, frame: Frame): boolean {
  const [before, after] = [leftOf(line) - frame.left, frame.right - rightOf(line)];
  return before > 2 * line.size && Math.abs(before - after) < 1.5 * line.size;
}

/** The room that the next line's first word would have taken on this one, with its space. */
function wordWidth(line: PageLine): number {
  const length = line.text.search(/\s|$/u);
  return (line.right[length - 1] ?? leftOf(line)) - leftOf(line) + 0.25 * line.size;
}

const sureMark = /^[•●▪■◦‣⁃∙➢✓❖\uF0B7\uF0A7\uF0D8\uF0FC\uF06F](?:\s+|(?=\S))/u;
const weakMark = /^[-–—*+·o\uFFFD]\s+(?=\S)/u;

/**
 * Items of lists, with levels by where their marks stand. A dash or a small o is a mark only where it hangs: set apart
 * from its words, or with the next line under the words.
 */
function itemsOf(lines: readonly PageLine[], frames: ReadonlyMap<number, Frame>): Map<PageLine, NonNullable<Flow['item']>> {
  const items = new Map<PageLine, NonNullable<Flow['item']>>();
  let open: number[] = [];
  let last = -1;
  lines.forEach((line, at) => {
    const sure = sureMark.exec(line.text);
    const mark = sure ?? weakMark.exec(line.text);
    if (!mark || mark[0].length >= line.text.length || (!sure && !hangs(line, lines[at + 1], mark[0].length, frames.get(line.region) ?? wholeFrame))) return;
    const left = leftOf(line) - (frames.get(line.region)?.left ?? 0);
    if (at - last > 12) open = [];
    const depth = open.findIndex((one) => left <= one + 0.5 * line.size);
    open = [...(depth >= 0 ? open.slice(0, depth) : open), left];
    items.set(line, { level: open.length, from: mark[0].length });
    last = at;
  });
  return items;
}

function hangs(line: PageLine, next: PageLine | undefined, length: number, frame: Frame): boolean {
  const textLeft = line.left[length] ?? 0;
  const gap = textLeft - (line.right[0] ?? 0);
  if (gap > 0.6 * line.size || leftOf(line) - frame.left > 0.8 * line.size) return true;
  return next !== undefined && next.region === line.region && Math.abs(leftOf(next) - textLeft) < 0.15 * line.size && next.baseline > line.baseline;
}
