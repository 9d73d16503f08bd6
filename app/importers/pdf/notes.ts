import type { Box } from './geometry.ts';
import type { PageLine } from './page-lines.ts';

/** A footnote as it is printed: its label and its lines, on one page or on two. */
export interface FoundNote {
  id: string;
  label: string;
  /** `from`: where the note's words start in the line, behind the mark. */
  lines: { line: PageLine; from: number }[];
}

/** A mark in the text that belongs to a note. UTF-16 offsets in the line. */
export interface FoundMark { from: number; to: number; note: string }

export interface Notes { notes: FoundNote[]; marks: Map<PageLine, FoundMark[]>; lines: Set<PageLine> }

/**
 * Footnotes: the last lines of a column, in smaller type or under a drawn line, that start with a mark. They are tied
 * to raised marks in the text of the same page, else of the page before. A note's lines on the next page, which start
 * without a mark, are put behind it. Numbering may start anew on each page.
 */
export function findNotes(lines: readonly PageLine[], bodySize: number, rulesOf: (page: number) => readonly Box[]): Notes {
  const found: Notes = { notes: [], marks: new Map(), lines: new Set() };
  const pages = new Map<number, PageLine[]>();
  for (const line of lines) if (line.kind === 'text') pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  let open: FoundNote | null = null;
  for (const [page, own] of pages) {
    const rules = rulesOf(page).filter((rule) => isRuleOverNotes(rule, own, bodySize));
    const zone = own.filter((line) => inZone(line, own, bodySize, rules));
    const anchored = marksOf(own.filter((line) => !zone.includes(line))).map(({ label }) => label);
    const read: FoundNote[] = readZone(zone, page, open, (label) => rules.length > 0 || anchored.includes(label));
    for (const note of read) if (!found.notes.includes(note)) found.notes.push(note);
    for (const { lines: parts } of read) for (const { line } of parts) found.lines.add(line);
    open = read.at(-1) ?? null;
  }
  tie(found, lines.filter((line) => !found.lines.has(line)));
  return found;
}

/** Under a line that is drawn over notes; or small, with larger type above and nothing large below in its column. */
function inZone(line: PageLine, own: readonly PageLine[], bodySize: number, rules: readonly Box[]): boolean {
  if (rules.some((rule) => rule.bottom < line.baseline && rule.left < rightOf(line) && rule.right > leftOf(line))) return true;
  const small = ({ size }: PageLine) => size <= 0.93 * bodySize;
  return small(line) && own.some((one) => one.baseline < line.baseline && !small(one)) && own.every((one) => one.baseline <= line.baseline || !overlaps(one, line) || small(one));
}

/** Short, under text; the first line under it starts with a mark, and no larger type stands under it. */
function isRuleOverNotes(rule: Box, own: readonly PageLine[], bodySize: number): boolean {
  if (rule.right - rule.left > 250 || !own.some(({ baseline }) => baseline < rule.top)) return false;
  const under = own.filter((one) => one.baseline > rule.bottom && leftOf(one) < rule.right + 400 && rightOf(one) > rule.left);
  const [first] = under.toSorted((a, b) => a.baseline - b.baseline);
  return first !== undefined && markAt(first) !== null && under.every(({ size }) => size <= 1.02 * bodySize);
}

const leftOf = (line: PageLine) => line.left[0] ?? 0;
const rightOf = (line: PageLine) => line.right.at(-1) ?? 0;
const overlaps = (a: PageLine, b: PageLine) => leftOf(a) < rightOf(b) && rightOf(a) > leftOf(b);

interface Mark { label: string; to: number; raised: boolean }

/** The mark that a line of notes starts with. */
function markAt(line: PageLine): Mark | null {
  const raised = line.raised[0];
  if (raised?.[0] === 0) {
    const label = line.text.slice(0, raised[1]).trim().replace(/[.)]$/u, '');
    if (labels.test(label)) return { label, to: spaceAfter(line.text, raised[1]), raised: true };
  }
  const plain = /^(?:\[(\d{1,3})\]|(\d{1,3})[.)]?(?=\s|[\p{Lu}“‘(])|([*†‡§]{1,4}))\s*(?=\S)/u.exec(line.text);
  const label = plain?.[1] ?? plain?.[2] ?? plain?.[3];
  return plain && label ? { label, to: plain[0].length, raised: false } : null;
}

const labels = /^(?:\d{1,3}|[*†‡§¶]{1,4}|[a-z]|[ivx]{1,5})$/iu;

const spaceAfter = (text: string, at: number) => at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0);

/** The notes that start on the page, before them the one that runs on from the page before. Lines before any are left. */
function readZone(zone: readonly PageLine[], page: number, open: FoundNote | null, expected: (label: string) => boolean): FoundNote[] {
  const notes: FoundNote[] = [];
  let current: FoundNote | null = open && open.lines.at(-1)?.line.page === page - 1 && !ends(open) ? open : null;
  let last: number | null = null;
  // Small lines that are no note come first: then a number alone makes none.
  let other = false;
  for (const line of zone) {
    const mark = markAt(line);
    const number = mark && /^\d+$/.test(mark.label) ? Number(mark.label) : null;
    const next = number !== null && last !== null && number === last + 1;
    if (mark && (mark.raised || next || (!other && (number === null || last === null) && expected(mark.label)))) {
      current = { id: `${page + 1}-${mark.label}-${notes.length}`, label: mark.label, lines: [{ line, from: mark.to }] };
      notes.push(current);
      last = number ?? last;
    } else if (current) {
      current.lines.push({ line, from: 0 });
      if (!notes.includes(current)) notes.push(current);
    } else other = true;
  }
  return notes;
}

/** Its last line ends a sentence and is not full: nothing of it stands on the next page. */
function ends({ lines }: FoundNote): boolean {
  const last = lines.at(-1)?.line;
  const widest = Math.max(...lines.map(({ line }) => rightOf(line)));
  return last !== undefined && /[.!?]["'’”)]*$/u.test(last.text) && (lines.length === 1 || rightOf(last) < 0.9 * widest);
}

interface Anchor { line: PageLine; from: number; to: number; label: string }

function marksOf(lines: readonly PageLine[]): Anchor[] {
  return lines.flatMap((line) => line.raised.flatMap(([from, to]) => {
    const anchors: Anchor[] = [];
    for (const match of line.text.slice(from, to).matchAll(/\d{1,3}|[*†‡§¶]{1,4}|[a-z]+/giu)) {
      if (labels.test(match[0])) anchors.push({ line, from: from + match.index, to: from + match.index + match[0].length, label: match[0] });
    }
    return anchors;
  }));
}

function tie(found: Notes, text: readonly PageLine[]): void {
  const free = new Set(found.notes);
  for (const anchor of marksOf(text)) {
    const pageOf = (note: FoundNote) => note.lines[0]?.line.page ?? -1;
    const own = [...free].filter((note) => note.label === anchor.label);
    const note = own.find((one) => pageOf(one) === anchor.line.page) ?? own.find((one) => pageOf(one) === anchor.line.page + 1);
    if (!note) continue;
    free.delete(note);
    const list = found.marks.get(anchor.line) ?? [];
    found.marks.set(anchor.line, [...list, { from: anchor.from, to: anchor.to, note: note.id }]);
  }
}
