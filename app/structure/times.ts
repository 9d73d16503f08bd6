import { cutLines, type Cut, type CutText } from './cut-lines.ts';
import { findDates } from './dates.ts';
import { labelLine } from './label-lines.ts';
import type { PageText } from './pages.ts';

/**
 * The text without the times at which things were said, as programs that transcribe write them. A time of the day is
 * none: what could be one is only believed where a series of them stands in the same place and runs on.
 */
export function withoutTimes(text: PageText): CutText {
  const sure = findSure(text);
  const atHead = new Set(sure.filter(({ from }) => from === 0).map(({ line }) => line));
  const cuts = new Map<number, Cut[]>();
  for (const { line, from, to } of [...findHeads(text, atHead), ...sure]) {
    const own = cuts.get(line) ?? [];
    own.push({ from, to, rule: 'timestamp', parts: from === 0 });
    cuts.set(line, own);
  }
  return cutLines(text, cuts);
}

/** A time in a line. */
interface Time { line: number; from: number; to: number }

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const long = String.raw`\d{1,2}:\d{2}:\d{2}(?:[-.,]\d{1,3})?`;

/** With seconds, between signs of their own: anywhere in the text. */
const sureForms = new RegExp(String.raw`#${long}#|\[${long}(?:\s*[-–]\s*${long})?\]|\(${long}(?:\s*[-–]\s*${long})?\)`, 'gu');

function findSure({ lines }: PageText): Time[] {
  const found = lines.flatMap(({ text }, line) =>
    Array.from(text.matchAll(sureForms), (match): Time => ({ line, from: match.index, to: match.index + match[0].length })));
  return found.length >= 2 ? found : [];
}

/** `[12:31] …` and a time alone on its line; without brackets only before a label. */
const bracketed = new RegExp(String.raw`^[[(]${clock}(?:\s*[-–]\s*${clock})?[\])](?:\s*[-–:](?=\s))?(?=\s|$)`, 'u');
const bare = new RegExp(String.raw`^${clock}(?:\s*[-–]\s*${clock})?(?:\s*[-–:](?=\s))?(?=\s|$)`, 'u');

/** `12-03-2023 14:02 - …`, as messages are kept. */
const dated = new RegExp(String.raw`^\[?(?<date>\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}),?\s+${clock}\]?(?:\s*[-–:](?=\s))?(?=\s|$)`, 'u');

/** Times at the heads of lines that have none there yet. */
function findHeads({ lines }: PageText, taken: ReadonlySet<number>): Time[] {
  const heads = (form: RegExp, fits: (rest: string) => boolean) => lines.flatMap(({ text }, line): Head[] => {
    const match = taken.has(line) ? null : form.exec(text.slice(0, 60));
    const time = match?.[0] ?? '';
    if (time === '' || !fits(text.slice(time.length, time.length + 200).trimStart())) return [];
    const day = findDates(match?.groups?.['date'] ?? '')[0]?.iso ?? null;
    return [{ line, from: 0, to: time.length, seconds: (day === null ? 0 : Date.parse(day) / 1000) + secondsOf(time) }];
  });
  return [
    ...runningOn(heads(dated, () => true)),
    ...runningOn(heads(bracketed, () => true)),
    ...runningOn(heads(bare, (rest) => rest === '' || ['colon', 'tab'].includes(labelLine(rest)?.by ?? ''))),
  ];
}

interface Head extends Time { seconds: number }

/** The series, where it is one: nearly every time is later than the one before. Recordings start anew now and then. */
function runningOn(series: readonly Head[]): readonly Head[] {
  const later = series.filter(({ seconds }, at) => at > 0 && seconds >= (series[at - 1]?.seconds ?? 0)).length;
  return series.length >= 3 && later >= 0.8 * (series.length - 1) ? series : [];
}

function secondsOf(time: string): number {
  const [first = 0, second = 0, third] = (/\d{1,2}(?::\d{2})+/u.exec(time)?.[0] ?? '').split(':').map(Number);
  return third === undefined ? first * 60 + second : first * 3600 + second * 60 + third;
}
