import { assembleBlocks } from './assemble.ts';
import { withoutAppendices } from './appendices.ts';
import { readNameLists } from './attendees.ts';
import { findDoubts } from './doubts.ts';
import { draftBlocks, itemUse, wholeLine, type LineUse } from './drafts.ts';
import { readFront } from './front.ts';
import type { Intro } from './intros.ts';
import type { Label } from './label-candidates.ts';
import { endsSentence, type Line } from './lines.ts';
import { bulletChanges, type Item } from './lists.ts';
import type { PageText } from './pages.ts';
import { findNarration } from './narration.ts';
import type { Paragraphs } from './paragraphs.ts';
import { slicePiece, spanOf } from './pieces.ts';
import type { Pause, Recognised, Recogniser } from './recogniser.ts';
import { findHeadings, type HeadingLines } from './sections.ts';
import { resolveSpeakers } from './speakers.ts';
import { findTalk } from './talk.ts';
import { scoreTalk } from './talk-score.ts';
import { findPairs, turnKinds, whoAsks } from './turn-kinds.ts';
import { findSections, findTurns } from './turns.ts';

/** Reports in which people take turns: hearings, minutes, round tables, transcripts of interviews and focus groups. */
export const hearing: Recogniser = {
  kind: 'hearing',
  score: (text) => scoreTalk(findTalk(text)),
  recognise,
};

async function recognise(pages: PageText, pause: Pause): Promise<Recognised> {
  const { text, cuts, isSubtitles, paragraphs, items, intros, labels: candidates, warnings } = findTalk(pages);
  const { lines } = text;
  const introAt = new Map(intros.map((intro) => [intro.from, intro]));
  const introLines = intros.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
  const taken = new Set([...candidates.map(({ line }) => line), ...introLines]);
  const firstTurn = Math.min(candidates[0]?.line ?? lines.length, intros[0]?.from ?? lines.length);
  const front = readFront(lines, paragraphs, firstTurn, true);
  const ownLabels = new Set(candidates.filter(({ place }) => place === 'own').map(({ line }) => line));
  for (const { to } of intros) ownLabels.add(to);
  const found = isSubtitles ? [] : findHeadings({
    lines, paragraphs, items, taken, ownLabels, intros: new Set(introAt.keys()), firstTurn, from: front.titleTo,
    speakerNames: new Set(candidates.map(({ form }) => form.key)), punctuated: endsInStops(lines, candidates),
  });
  // The title once more, as a running title that the first page has too, is no section.
  const headings = found.filter(({ text: heading }) => heading !== front.title);
  const labels = withoutAppendices(candidates, headings, lines);
  const labelAt = new Map(labels.map((label) => [label.line, label]));
  await pause(0.2);
  const narration = findNarration(lines, paragraphs, new Set([...taken, ...headings.map(({ from }) => from)]));
  const lists = readNameLists(lines, items, headings, taken, firstTurn);
  const uses = usesOf(lines, { paragraphs, items, labelAt, intros, headings, titleTo: front.titleTo, listLines: lists.listLines });
  const drafts = draftBlocks(lines, paragraphs, uses);
  await pause(0.4);
  const { blocks, pages: starts, footnotes, changes } = assembleBlocks(text, drafts);
  await pause(0.7);
  const sections = findSections(drafts, new Map(headings.map((heading) => [heading.from, heading])));
  const { turns, silent } = findTurns({ drafts, sections, labels: labelAt, intros: introAt, narration });
  const { speakers, parts, keys } = resolveSpeakers(turns, sections, lists);
  const wordsOf = (first: number, last: number) => blocks.slice(first, last + 1).map((block) => block.text).join('\n');
  const spoken = turns.map((turn, at) => {
    const said = wordsOf(turn.firstBlock, turn.lastBlock);
    return { ...turn, speaker: keys[at] ?? null, words: said.split(/\s+/u).length, asks: said.includes('?') };
  });
  const asking = whoAsks(spoken, parts);
  const kinds = turnKinds(spoken, sections, parts, asking);
  const members = new Set(parts.filter(({ member }) => member).map(({ key }) => key));
  const chairs = new Set(parts.filter(({ part }) => part === 'chair').map(({ key }) => key));
  turns.forEach((turn, at) => {
    for (const block of blocks.slice(turn.firstBlock, turn.lastBlock + 1)) block.turn = at;
  });
  return {
    heading: { title: front.title, date: front.date, place: front.place, reference: front.reference },
    // Who asks everybody questions moderates, whatever the name. Members with a party ask for themselves.
    speakers: speakers.map((speaker) => ({ ...speaker, moderator: speaker.moderator || (asking.size === 1 && asking.has(speaker.key) && !members.has(speaker.key)) })),
    content: {
      blocks, pages: starts,
      turns: spoken.map((turn, at) => ({
        kind: kinds[at] ?? 'remark', speaker: turn.speaker, label: turn.by === 'label' || turn.by === 'intro' ? turn.name : null,
        firstBlock: turn.firstBlock, lastBlock: turn.lastBlock, section: turn.section, page: blocks[turn.firstBlock]?.page ?? null,
      })),
      sections: sections.map(({ heading, firstBlock, lastBlock }) => ({ heading, firstBlock, lastBlock, page: blocks[firstBlock]?.page ?? null })),
      // A question that bears a number gives it to its answers: `Q12 Chair:`.
      pairs: findPairs(kinds, spoken.map(({ speaker }) => speaker !== null && chairs.has(speaker)))
        .map((pair) => ({ ...pair, number: spoken[pair.question]?.label?.number || null })),
      footnotes, attendees: lists.attendees,
      changes: [...cuts, ...bulletChanges(lines, items, text.quote), ...labelChanges(text, labels), ...changes],
      warnings: [...warnings, ...findDoubts({ blocks, turns: spoken, kinds, speakers, silent })],
    },
  };
}

/** Nearly everything that is said before somebody else speaks ends in a full stop or the like. */
function endsInStops(lines: readonly Line[], labels: readonly Label[]): boolean {
  const ends = labels.slice(1).map(({ line }) => endsSentence(lines[line - 1]?.text ?? ''));
  return ends.length >= 4 && ends.filter((end) => end).length >= 0.75 * ends.length;
}

interface Found {
  paragraphs: Paragraphs;
  items: ReadonlyMap<number, Item>;
  labelAt: ReadonlyMap<number, Label>;
  intros: readonly Intro[];
  headings: readonly HeadingLines[];
  titleTo: number;
  listLines: ReadonlySet<number>;
}

function usesOf(lines: readonly Line[], { paragraphs, items, labelAt, intros, headings, titleTo, listLines }: Found): Map<number, LineUse> {
  const uses = new Map<number, LineUse>();
  const length = (at: number) => lines[at]?.text.length ?? 0;
  for (let at = 0; at < titleTo; at += 1) uses.set(at, wholeLine('heading', 1, length(at), at > 0 && !paragraphs.endsAfter(at - 1)));
  for (const at of listLines) uses.set(at, itemUse({ level: 1, from: 0 }, length(at)));
  for (const [at, item] of items) uses.set(at, itemUse(item, length(at)));
  for (const { from, to, level } of headings) for (let at = from; at <= to; at += 1) uses.set(at, wholeLine('heading', level, length(at), at > from));
  for (const { from, to } of intros) for (let at = from; at <= to; at += 1) uses.set(at, wholeLine('label', null, length(at), at > from));
  for (const [at, { from, to, textFrom }] of labelAt) {
    const said = { kind: 'paragraph' as const, level: null, from: textFrom, to: length(at) };
    uses.set(at, { blocks: [{ kind: 'label', level: null, from, to }, said], joins: false, open: textFrom < length(at) });
  }
  return uses;
}

/** What labels leave behind: the break that came between them and what was said on the same line, and signs around them. */
function labelChanges({ lines, quote }: PageText, labels: readonly Label[]): Recognised['content']['changes'] {
  return labels.flatMap(({ line: at, place, from, to, textFrom, timed }) => {
    const line = lines[at];
    if (!line) return [];
    const change = (rule: string, start: number, end: number, after: string) => {
      const span = spanOf(slicePiece(line, start, end).map);
      return { rule, source: span, before: quote(span, line.text.slice(start, end)), after };
    };
    return [
      ...(from > 0 ? [change('subtitle-mark', 0, from, '')] : []),
      ...(place === 'inline' ? [change(timed ? 'timestamp' : 'label', to, textFrom, '\n')] : textFrom > to ? [change(timed ? 'timestamp' : 'subtitle-mark', to, textFrom, '')] : []),
    ];
  });
}
