import type { CodePoint } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import { countCodePoints } from './offsets.ts';
import { firstIndex } from '../support/first-index.ts';

/**
 * The place in the source of a passage of the plain text, both in code points: from the source of its first letter
 * to behind that of its last. White space that the import made at either end is left out.
 * Null where the format has no places, or where the passage holds letters that do not stand in the source.
 * @throws RangeError for an offset outside the text.
 */
export function sourceRange(content: Content, start: CodePoint, end: CodePoint): [CodePoint, CodePoint] | null {
  const { runs, made, length } = placesOf(content);
  if (start < 0 || end < start || end > length) throw new RangeError(`no passage ${start}-${end} in a text of ${length}`);
  const first = runs[firstIndex(runs.length, (at) => endOf(runs[at]) > start)];
  const last = runs[firstIndex(runs.length, (at) => startOf(runs[at]) >= end) - 1];
  if (!first || !last || first.text >= end || last.text + last.length <= start) return null;
  const gap = made[firstIndex(made.length, (at) => (made[at]?.end ?? 0) > start)];
  if (gap && gap.start < end) return null;
  const from = first.source + Math.max(0, start - first.text);
  const to = last.source + Math.min(last.length, end - last.text);
  return from < to ? [from as CodePoint, to as CodePoint] : null;
}

/**
 * The stretches of the source whose letters a passage of the plain text is made of, in the order of the text; code
 * points. What the import made, or left out in between, is in none of them.
 */
export function sourceRuns(content: Content, start: CodePoint, end: CodePoint): [CodePoint, CodePoint][] {
  if (start >= end) return [];
  const { runs } = placesOf(content);
  const first = firstIndex(runs.length, (at) => endOf(runs[at]) > start);
  const last = firstIndex(runs.length, (at) => startOf(runs[at]) >= end);
  return runs.slice(first, last).map(({ text, source, length }) => (
    [source + Math.max(0, start - text) as CodePoint, source + Math.min(length, end - text) as CodePoint]));
}

/**
 * The passage of the plain text that a range of the source became, both in code points. What the import left out
 * at either end (a bullet, a header, white space) is stepped over inwards. Null where nothing of the range is left,
 * or where its ends went to places in another order (a footnote and what follows it).
 */
export function textRange(content: Content, from: CodePoint, to: CodePoint): [CodePoint, CodePoint] | null {
  const { bySource } = placesOf(content);
  const first = bySource[firstIndex(bySource.length, (at) => sourceEnd(bySource[at]) > from)];
  const last = bySource[firstIndex(bySource.length, (at) => (bySource[at]?.source ?? 0) >= to) - 1];
  if (!first || !last || first.source >= to || last.source + last.length <= from) return null;
  const start = first.text + Math.max(0, from - first.source);
  const end = last.text + Math.min(last.length, to - last.source);
  return start < end ? [start as CodePoint, end as CodePoint] : null;
}

/** A run of the text that stands letter for letter in the source. */
interface Run { text: number; source: number; length: number }

interface Places {
  /** By place in the text, which is their order in the content. */
  runs: Run[];
  bySource: Run[];
  /** Stretches of the text that the import or an edit made and that are more than white space. */
  made: { start: number; end: number }[];
  length: number;
}

const known = new WeakMap<Content, Places>();

/** Built once per content (linear, and a sort of the runs), then asked by binary search. */
function placesOf(content: Content): Places {
  const found = known.get(content);
  if (found) return found;
  const runs: Run[] = [];
  const made: Places['made'] = [];
  let start = 0;
  for (const block of content.blocks) {
    const length = countCodePoints(block.text);
    const letters = length === block.text.length ? block.text : [...block.text];
    let done = 0;
    for (const [at, source, size] of [...block.sourceMap, [length, 0, 0] as const]) {
      for (let i = done; i < at; i += 1) {
        if (/\S/.test(letters[i] ?? ' ')) {
          made.push({ start: start + done, end: start + at });
          break;
        }
      }
      if (size > 0) runs.push({ text: start + at, source, length: size });
      done = at + size;
    }
    start += length + 1;
  }
  const places = { runs, bySource: runs.toSorted((a, b) => a.source - b.source), made, length: Math.max(0, start - 1) };
  known.set(content, places);
  return places;
}

const startOf = (run: Run | undefined) => run?.text ?? 0;
const endOf = (run: Run | undefined) => (run ? run.text + run.length : 0);
const sourceEnd = (run: Run | undefined) => (run ? run.source + run.length : 0);
