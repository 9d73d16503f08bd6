import { cutLines, type Cut, type CutText } from './cut-lines.ts';
import { labelLine } from './label-lines.ts';
import type { Line } from './lines.ts';
import type { PageText } from './pages.ts';

/**
 * Subtitles (WebVTT, SubRip), as meeting programs export what was said: a cue's number and times go, and so does the
 * name at a cue whose speaker also spoke the one before, since sentences run on from cue to cue. Null where the text
 * is no such file.
 */
export function readSubtitles(text: PageText): CutText | null {
  const { lines } = text;
  if (lines.filter((line) => cue.test(line.text)).length < 2) return null;
  const cuts = new Map<number, Cut[]>();
  const cutWhole = (at: number, rule: string) => cuts.set(at, [{ from: 0, to: lines[at]?.text.length ?? 0, rule }]);
  let voice = '';
  let isApart = false;
  lines.forEach((line, at) => {
    // What stands before the first cue, and notes, are for the program that shows them.
    isApart = line.gap === 'none' && at > 0 ? isApart : /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/u.test(line.text);
    if (cue.test(line.text)) cutWhole(at, 'timestamp');
    else if (isApart) cutWhole(at, 'subtitle-mark');
    else if (isCueName(lines, at)) cutWhole(at, 'timestamp');
    else {
      const label = labelLine(line.text);
      const isLabel = label?.by === 'voice' || (label?.by === 'colon' && label.form.kind !== 'loose');
      const repeated = isLabel && label.name === voice;
      if (isLabel) voice = label.name;
      const own = [...(repeated ? [{ from: 0, to: label.textFrom, rule: 'repeated-label' }] : []), ...tags(line.text, isLabel ? label.textFrom : 0)];
      if (own.length > 0) cuts.set(at, own);
    }
  });
  return cutLines(text, cuts);
}

const cue = /^(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}/u;

/** A word or number right above a cue's times. */
function isCueName(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1];
  return next !== undefined && next.gap === 'none' && cue.test(next.text) && /^\S{1,80}$/u.test(lines[at]?.text ?? '');
}

/** Marks of voices, classes and type inside a cue, from an offset on. */
function tags(text: string, from: number): Cut[] {
  return [...text.matchAll(/<\/?(?:[cibuv]|ruby|rt|lang)(?:[.\s][^<>]{0,80})?>/gu)].filter(({ index }) => index >= from)
    .map((match) => ({ from: match.index, to: match.index + match[0].length, rule: 'subtitle-mark' }));
}
