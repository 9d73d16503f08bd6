import { askerIn, readAnswersFront } from './answers-front.ts';
import { liftAskerNotes } from './asker-notes.ts';
import { assembleBlocks } from './assemble.ts';
import { draftBlocks, itemUse, wholeLine, type Draft, type LineUse } from './drafts.ts';
import { withItems } from './item-lines.ts';
import { labelBreaks } from './label-breaks.ts';
import { letterUses } from './letter.ts';
import { readLetterHead } from './letter-head.ts';
import { findLetterParts, type LetterParts } from './letter-parts.ts';
import type { Line } from './lines.ts';
import { bulletChanges, findItems } from './lists.ts';
import { findParagraphs } from './paragraphs.ts';
import { countSpeakers, findQuestionLabels, type QuestionLabel } from './question-labels.ts';
import { pairAnswers } from './question-pairs.ts';
import type { FoundSpeaker, Recogniser } from './recogniser.ts';
import type { HeadingLines } from './sections.ts';
import { tidySpaces } from './spaces.ts';
import { findSections } from './turns.ts';

/** Answers to the questions of members of parliament or of a council, each question tied to its answer. */
export const answers: Recogniser = {
  kind: 'answers',
  score: ({ lines }) => scoreOf(lines),
  recognise: async (untidy, pause) => {
    const tidy = tidySpaces(untidy);
    const notes = liftAskerNotes(tidy.text, readLabels(tidy.text.lines).labels);
    const { text } = notes;
    const { lines } = text;
    const { items, paragraphs, labels } = readLabels(lines);
    await pause(0.3);
    const first = labels[0]?.line ?? lines.length;
    const cover = findLetterParts(lines, 0, first);
    const end = findLetterParts(lines, labels.at(-1)?.line ?? lines.length, lines.length);
    const front = readAnswersFront(lines, paragraphs, first, readLetterHead(lines, cover.salutation ?? cover.bodyFrom), [cover, end]);
    const headings = findGroups(lines, paragraphs.endsAfter, front.titleLines, first);
    const uses = usesOf(lines, { items, labels, headings, cover, end, titleLines: front.titleLines });
    const drafts = draftBlocks(lines, paragraphs, uses);
    await pause(0.5);
    const { blocks, pages, footnotes, changes } = assembleBlocks(text, drafts);
    const sections = findSections(drafts, new Map(headings.map((heading) => [heading.from, heading])));
    const { turns, silent } = findTurns(drafts, new Map(labels.map((label) => [label.line, label])), end.closing ?? end.signature?.from ?? lines.length);
    const asked = turns.map((turn) => (turn.label.part === 'answer' ? front.answerer : askerOf(headings, turn.label.line, front.asker)));
    const tied = pairAnswers(turns.map(({ label }) => label));
    const sectionOf = (block: number) => sections.findLastIndex(({ firstBlock, lastBlock }) => firstBlock <= block && block <= lastBlock);
    turns.forEach(({ firstBlock, lastBlock }, at) => {
      for (const block of blocks.slice(firstBlock, lastBlock + 1)) block.turn = at;
    });
    const { title, date, place, reference } = front;
    const doubt = (rule: string, block: number, message: string) => ({ rule, message, source: blocks[block]?.source ?? null });
    return {
      heading: { title, date, place, reference },
      speakers: [...new Map(asked.flatMap((speaker) => (speaker ? [[speaker.key, speaker] as const] : []))).values()],
      content: {
        blocks, pages, footnotes, attendees: [], pairs: tied.pairs,
        turns: turns.map(({ label, firstBlock, lastBlock }, at) => {
          const section = sectionOf(firstBlock);
          return {
            kind: label.part, speaker: asked[at]?.key ?? null, label: label.name, firstBlock, lastBlock,
            section: section < 0 ? null : section, page: blocks[firstBlock]?.page ?? null,
          };
        }),
        sections: sections.map(({ heading, firstBlock, lastBlock }) => ({ heading, firstBlock, lastBlock, page: blocks[firstBlock]?.page ?? null })),
        changes: [...bulletChanges(lines, items, text.quote), ...labelBreaks(text, labels), ...tidy.changes, ...notes.changes, ...changes],
        warnings: [
          ...silent.map((block) => doubt('label-without-text', block, `"${blocks[block]?.text ?? ''}" is followed by no text`)),
          ...tied.unanswered.map((at) => doubt('question-without-answer', turns[at]?.firstBlock ?? 0, `nothing answers "${turns[at]?.label.name ?? ''}"`)),
          ...tied.unasked.map((at) => doubt('answer-without-question', turns[at]?.firstBlock ?? 0, `"${turns[at]?.label.name ?? ''}" answers a question that is not there`)),
        ],
      },
    };
  },
};

function readLabels(lines: readonly Line[]) {
  const items = findItems(lines, true);
  const paragraphs = withItems(lines, findParagraphs(lines), items);
  return { items, paragraphs, labels: findQuestionLabels(lines, paragraphs) };
}

/** Questions with their answers, as in no other kind of document; more so where the head says what this is. */
function scoreOf(lines: readonly Line[]): number {
  if (lines.filter(({ text }) => /^(?:vra(?:ag|gen)|antwoord(?:en)?|beantwoording|questions?|answers?|[qva]\s?\d{1,4})(?!\p{L})/iu.test(text)).length < 2) return 0;
  const { labels } = readLabels(lines);
  const { pairs } = pairAnswers(labels);
  if (pairs.length === 0 || countSpeakers(lines) > pairs.length) return 0;
  const head = lines.slice(0, Math.min(labels[0]?.line ?? 0, 150)).map(({ text }) => text).join(' ');
  const covered = lines.length - (labels[0]?.line ?? 0) > 0.5 * lines.length;
  return Math.min(0.97, (tells.test(head) ? 0.8 : covered ? 0.6 : 0.3) + 0.05 * pairs.length);
}

const tells = /(?:kamer|raads|staten)vragen|schriftelijke vragen|feitelijke vragen|vragen van (?:het|de) (?:\p{L}*lid|\p{L}*leden|fractie)|antwoord(?:en)? van (?:de )?(?:minister|staatssecretaris|het college)|beantwoording|aanhangsel|(?<!\w)20\d{2}Z\d{4,6}(?!\w)/iu;

/** Headings between questions: whose they are, what they are about, and what follows on the last answer. */
function findGroups(lines: readonly Line[], endsAfter: (line: number) => boolean, title: { from: number; to: number } | null, first: number): HeadingLines[] {
  return lines.flatMap(({ text, heading }, at): HeadingLines[] => {
    const isTitle = title !== null && at >= title.from && at <= title.to;
    const alone = (at === 0 || endsAfter(at - 1)) && endsAfter(at);
    if (isTitle || !alone || text.length > 160 || !(group.test(text) || (heading !== null && at < first))) return [];
    return [{ from: at, to: at, text: text.replace(/:$/u, ''), level: heading ?? 2, overList: false }];
  });
}

const group = /^(?:[IVX]{1,4}\.? |\d{1,2}\. )?(?:(?:vragen|antwoorden|vragen en (?:antwoorden|opmerkingen)|inbreng) (?:van|over|inzake)(?! \d) [^.?!]{2,140}|vragen|antwoorden|vragen en antwoorden|toelichting|bijlagen?(?: \d)?|(?:eind|voet)?noten|bronnen):?$/iu;

/** Whom the last heading above names as asking; where none does, whom the head named. */
function askerOf(headings: readonly HeadingLines[], line: number, otherwise: FoundSpeaker | null): FoundSpeaker | null {
  const heading = headings.findLast(({ from, text }) => from < line && /(?<!\p{L})(?:leden|lid|fractie)(?!\p{L})/iu.test(text));
  return heading ? askerIn(heading.text) : otherwise;
}

interface Found {
  items: ReturnType<typeof findItems>;
  labels: readonly QuestionLabel[];
  headings: readonly HeadingLines[];
  cover: LetterParts;
  end: LetterParts;
  titleLines: { from: number; to: number } | null;
}

function usesOf(lines: readonly Line[], { items, labels, headings, cover, end, titleLines }: Found): Map<number, LineUse> {
  const length = (at: number) => lines[at]?.text.length ?? 0;
  const uses = letterUses(lines, cover);
  for (const [at, use] of letterUses(lines, { ...end, salutation: null, bodyFrom: 0 })) uses.set(at, use);
  for (const [at, item] of items) if (!uses.has(at)) uses.set(at, itemUse(item, length(at)));
  for (const { from, level } of headings) uses.set(from, wholeLine('heading', level, length(from)));
  if (titleLines) for (let at = titleLines.from; at <= titleLines.to; at += 1) uses.set(at, wholeLine('heading', 1, length(at), at > titleLines.from));
  for (const { line, to, textFrom } of labels) {
    const said = { kind: 'paragraph' as const, level: null, from: textFrom, to: length(line) };
    uses.set(line, { blocks: [{ kind: 'label', level: null, from: 0, to }, said], joins: false, open: textFrom < length(line) });
  }
  return uses;
}

interface Turn { label: QuestionLabel; firstBlock: number; lastBlock: number }

/** From each label up to the next one, a heading, or the end of the letter. `silent`: label blocks that nothing follows. */
function findTurns(drafts: readonly Draft[], labels: ReadonlyMap<number, QuestionLabel>, end: number): { turns: Turn[]; silent: number[] } {
  const turns: Turn[] = [];
  const silent: number[] = [];
  let open: QuestionLabel | null = null;
  drafts.forEach((draft, block) => {
    const line = draft.parts[0]?.line ?? -1;
    if (draft.kind === 'label') {
      open = labels.get(line) ?? null;
      if (drafts[block + 1]?.kind === 'label' || drafts[block + 1]?.kind === 'heading' || block + 1 === drafts.length) silent.push(block);
    } else if (draft.kind === 'heading' || line >= end) open = null;
    else if (open) {
      const last = turns.at(-1);
      if (last?.label === open) last.lastBlock = block;
      else turns.push({ label: open, firstBlock: block, lastBlock: block });
    }
  });
  return { turns, silent };
}
