import { firstIndex } from '../support/first-index.ts';
import { liftNotes, wholeLines } from './lift-notes.ts';
import { endsSentence, startsSmall, type Line } from './lines.ts';
import { numberMarks, type NumberMark, type NumberMarks } from './note-marks.ts';
import type { PageText } from './pages.ts';

/**
 * Notes that stand among the lines of the text, as in what is taken out of a PDF: numbered lines at the foot of a page
 * or at the end, lifted out and tied to the numbers that stand glued to words above them. A line is the start of a note
 * only where it is the next in a series from 1, where that number stands as a mark before it (on its own page, if pages
 * are known), and where nothing but notes follows on the page. So years, sums, numbered headings and lists stay text.
 */
export function liftNotesInText(text: PageText): PageText {
  const starts = findStarts(text.lines);
  if (!starts.some(({ number }) => number === 1)) return text;
  const search = { lines: text.lines, starts, marks: numberMarks(text.lines) };
  const [atFoot, atEnd] = [notesAtFoot(search), notesAtEnd(search)];
  const isPaged = text.pages.length > 0 && atFoot.length > 0;
  const found = isPaged || atFoot.length > atEnd.length ? atFoot : atEnd;
  if (found.length === 0) return text;
  const lifted = liftNotes(text, found.map(({ number, line, to, from, mark }) => ({ label: String(number), parts: wholeLines(text.lines, line, to, from), marks: mark ? [mark] : [] })), true);
  return { ...lifted.text, changes: [...text.changes, ...lifted.changes] };
}

/** A line that begins with a number, as notes do. */
interface Start { line: number; number: number; /** Where the note's words begin. */ from: number }

/** `mark`: null where it was not found among the others. */
interface FoundNote extends Start { mark: NumberMark | null; /** Its last line. */ to: number }

interface Search { lines: readonly Line[]; starts: readonly Start[]; marks: NumberMarks }

function findStarts(lines: readonly Line[]): Start[] {
  return lines.flatMap(({ text, item, heading }, line) => {
    if (item !== null || heading !== null) return [];
    const match = /^(?:([1-9]\d{0,2})(?:\s+(?=\S)|(?=\p{Lu}\p{Ll}))|\[([1-9]\d{0,2})\]\s*(?=\S)|([⁰¹²³⁴-⁹]{1,3})\s*(?=\S))/u.exec(text.slice(0, 12));
    if (!match) return [];
    const digits = match[1] ?? match[2] ?? (match[3] ?? '').normalize('NFKC');
    // `3 maanden later`, where a sentence was broken.
    const isSmall = startsSmall(text.slice(match[0].length)) && !/^(?:https?:|www\.|zie |ibid|idem)/iu.test(text.slice(match[0].length));
    return isSmall && lines[line]?.gap === 'none' ? [] : [{ line, number: Number(digits), from: match[0].length }];
  });
}

/** At the foot of each page; without pages, between empty lines. Numbers count on, or begin anew on another page. */
function notesAtFoot({ lines, starts, marks }: Search): FoundNote[] {
  const paged = lines.some(({ page }) => page !== null);
  const onlyNotesBelow = belowAreNotes(lines, new Set(starts.map(({ line }) => line)), paged);
  const inNotes = new Set<number>();
  const found: FoundNote[] = [];
  for (const start of starts) {
    const last = found.at(-1);
    const page = lines[start.line]?.page ?? null;
    const anew = paged && start.number === 1 && last !== undefined && page !== (lines[last.line]?.page ?? null);
    const expected = last === undefined ? start.number === 1 : anew || (start.number > last.number && start.number <= last.number + mostSkipped);
    if (!expected || onlyNotesBelow[start.line] === 0) continue;
    const isNear = (line: number) => !inNotes.has(line) && (!paged || (lines[line]?.page ?? null) === page);
    const mark = markBefore(marks, start, anew ? null : (last?.mark ?? null), paged ? -1 : 0, isNear);
    if (!mark) continue;
    found.push({ ...start, mark, to: start.line });
    for (let line = start.line; line <= noteEnd(lines, start.line, lines.length, true); line += 1) inNotes.add(line);
  }
  const whole = withEnds(lines, found, true);
  // Without pages, one numbered line between empty ones may be anything.
  return paged || whole.length >= 2 ? whole : [];
}

/** A number whose mark was lost must not hide those behind it. */
const mostSkipped = 3;

/** All behind the text, one after the other, whatever their pages. Where most have their marks, so do the others. */
function notesAtEnd({ lines, starts, marks }: Search): FoundNote[] {
  const first = starts.findLast(({ number }) => number === 1)?.line ?? lines.length;
  if (lines[first]?.gap === 'none') return [];
  const found: FoundNote[] = [];
  for (const start of starts) {
    if (start.line < first || start.number !== found.length + 1) continue;
    const last = found.findLast(({ mark }) => mark !== null)?.mark ?? null;
    found.push({ ...start, mark: markBefore(marks, start, last, 0, (line) => line < first), to: start.line });
  }
  if (found.filter(({ mark }) => mark !== null).length <= 0.6 * found.length) return [];
  const whole = withEnds(lines, found, false);
  const unbroken = whole.every(({ to }, at) => to + 1 === (whole[at + 1]?.line ?? lines.length));
  return unbroken && whole.every(({ line, to }) => soundsLikeNote(lines, line, to)) ? whole : [];
}

/** By line: whether all that stands below on its page are notes and their further lines. Without pages, up to the next empty line. */
function belowAreNotes(lines: readonly Line[], starts: ReadonlySet<number>, paged: boolean): Uint8Array {
  const below = new Uint8Array(lines.length).fill(1);
  for (let at = lines.length - 2; at >= 0; at -= 1) {
    const next = lines[at + 1];
    if (!next || (paged && next.page !== lines[at]?.page)) continue;
    const apart = next.gap === 'blank' && !starts.has(at + 1) && !goesOn(lines, at);
    below[at] = apart ? Number(!paged) : (below[at + 1] ?? 1);
  }
  if (paged) return below;
  // Without pages, notes stand apart from the text, are of moderate length, and say something.
  let first = 0;
  lines.forEach((line, at) => {
    if (line.gap !== 'none') first = at;
    if (starts.has(at) && !(first > 0 && starts.has(first) && soundsLikeNote(lines, at, noteEnd(lines, at, lines.length, true)))) below[at] = 0;
  });
  return below;
}

/** A sentence, a source or an address: not a heading, a name in a list, or half a paragraph. */
function soundsLikeNote(lines: readonly Line[], from: number, to: number): boolean {
  const text = lines.slice(from, to + 1).map((line) => line.text).join(' ');
  return to - from < mostLines && (endsSentence(text) || /\d{2,}|https?:|www\./u.test(text.slice(3)));
}

const mostLines = 15;

/** The last line of the note that starts here: up to an empty line, unless its sentence goes on, or the page's end. */
function noteEnd(lines: readonly Line[], from: number, next: number, onPage: boolean): number {
  let to = from;
  const isOn = (at: number) => !onPage || lines[at]?.page === lines[from]?.page;
  const isNext = (at: number) => lines[at]?.gap === 'none' || (onPage && lines[at]?.gap === 'page') || goesOn(lines, at - 1);
  while (to + 1 < next && to - from < longestNote && isOn(to + 1) && isNext(to + 1)) to += 1;
  return to;
}

/** In lines. */
const longestNote = 60;

function withEnds(lines: readonly Line[], found: readonly FoundNote[], onPage: boolean): FoundNote[] {
  return found.map((note, at) => ({ ...note, to: noteEnd(lines, note.line, found[at + 1]?.line ?? lines.length, onPage) }));
}

function goesOn(lines: readonly Line[], at: number): boolean {
  return !endsSentence(lines[at]?.text ?? '') && startsSmall(lines[at + 1]?.text ?? '');
}

/** The likeliest mark of this number between the mark before and the note; of equals the one nearest to the note. */
function markBefore(marks: NumberMarks, start: Start, after: NumberMark | null, least: number, isNear: (line: number) => boolean): NumberMark | null {
  const list = marks.get(start.number) ?? [];
  const above = firstIndex(list.length, (at) => (list[at]?.line ?? 0) >= start.line);
  let best: NumberMark | null = null;
  for (const mark of list.slice(Math.max(0, above - mostMarks), above)) {
    const behind = after === null || mark.line > after.line || (mark.line === after.line && mark.from > after.from);
    if (behind && isNear(mark.line) && mark.weight >= least && mark.weight >= (best?.weight ?? least)) best = mark;
  }
  return best;
}

/** So many marks of one number are looked at for a note; more cost time only. */
const mostMarks = 200;
