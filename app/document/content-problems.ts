import type { Block, Content, SourceSpan, Turn } from '../../schemas/records/content.ts';
import { codePointIndex, countCodePoints } from './offsets.ts';
import { sourceReader, type SourceReader } from './source-reader.ts';

/**
 * What is wrong with a content: sentences for a log, empty where it keeps every rule of schemas/records/content.ts
 * that its types can't say. `source` is the decoded source, or null where the format has none (or it is not at hand):
 * then places are checked for order only. Linear in the text and the source.
 */
export function contentProblems(content: Content, source: string | null): string[] {
  const problems: string[] = [];
  const say = (problem: string) => problems.push(problem);
  const text = source === null ? null : sourceReader(source);
  content.blocks.forEach((block, at) => blockProblems(block, content, text).forEach((problem) => say(`block ${at} ${problem}`)));
  content.turns.forEach((turn, at) => turnProblems(turn, at, content).forEach((problem) => say(`turn ${at} ${problem}`)));
  sectionProblems(content).forEach(say);
  placeProblems(content).forEach(say);
  content.pairs.forEach((pair, at) => {
    if (!content.turns[pair.question] || !content.turns[pair.answer]) say(`pair ${at} names a turn that is not there`);
    else if (pair.answer <= pair.question) say(`pair ${at} answers before it asks`);
  });
  content.changes.forEach((change, at) => {
    const problem = spanProblem(change.source, text);
    if (problem) say(`change ${at} ${problem}`);
    else if (change.source && text && text.slice(...change.source) !== change.before) say(`change ${at} quotes another text than the source has there`);
  });
  content.warnings.forEach((warning, at) => {
    const problem = spanProblem(warning.source, text);
    if (problem) say(`warning ${at} ${problem}`);
  });
  return problems;
}

function spanProblem(span: SourceSpan, source: SourceReader | null): string | null {
  if (!span) return null;
  if (span[0] > span[1]) return `has a place that ends before it starts: ${span.join('-')}`;
  if (source && span[1] > source.length) return `has a place behind the end of the source: ${span.join('-')}`;
  return null;
}

function blockProblems(block: Block, content: Content, source: SourceReader | null): string[] {
  const problems: string[] = [];
  if (block.text === '') problems.push('is empty');
  if (/[\n\r]/.test(block.text)) problems.push('holds a line break');
  if ((block.level !== null) !== (block.kind === 'heading' || block.kind === 'listItem')) problems.push(`is a ${block.kind} of level ${block.level}`);
  if (block.turn !== null && !content.turns[block.turn]) problems.push(`belongs to turn ${block.turn}, which is not there`);
  const place = spanProblem(block.source, source);
  if (place) return [...problems, place];
  if (!block.source && block.sourceMap.length > 0) problems.push('has runs in the source but no place in it');
  return [...problems, ...mapProblems(block, source)];
}

function mapProblems(block: Block, source: SourceReader | null): string[] {
  const index = codePointIndex(block.text);
  let done = 0;
  for (const [at, from, length] of block.sourceMap) {
    if (at < done || at + length > index.length) return [`has a run out of order or outside its text at ${at}`];
    if (block.source && (from < block.source[0] || from + length > block.source[1])) return [`has a run outside its place in the source at ${at}`];
    done = at + length;
    if (!source) continue;
    const here = block.text.slice(index.toUtf16(at), index.toUtf16(done as typeof at));
    if (here !== source.slice(from, from + length)) return [`differs from the source at ${at}`];
  }
  return [];
}

function turnProblems(turn: Turn, at: number, content: Content): string[] {
  const problems: string[] = [];
  const previous = content.turns[at - 1];
  if (turn.firstBlock > turn.lastBlock || turn.lastBlock >= content.blocks.length) return ['has no blocks'];
  if (previous && turn.firstBlock <= previous.lastBlock) problems.push('starts before the turn before it ends');
  const own = content.blocks.slice(turn.firstBlock, turn.lastBlock + 1);
  if (own.some((block) => block.turn !== at)) problems.push('spans blocks that do not say they are in it');
  if (turn.section !== null) {
    const section = content.sections[turn.section];
    if (!section) problems.push(`stands in section ${turn.section}, which is not there`);
    else if (turn.firstBlock < section.firstBlock || turn.lastBlock > section.lastBlock) problems.push('reaches outside its section');
  }
  return problems;
}

function sectionProblems({ blocks, sections, turns }: Content): string[] {
  const problems: string[] = [];
  sections.forEach((section, at) => {
    if (section.firstBlock > section.lastBlock || section.lastBlock >= blocks.length) problems.push(`section ${at} has no blocks`);
    if (section.firstBlock <= (sections[at - 1]?.lastBlock ?? -1)) problems.push(`section ${at} starts before the section before it ends`);
  });
  blocks.forEach((block, at) => {
    const turn = block.turn === null ? null : turns[block.turn];
    if (turn && (at < turn.firstBlock || at > turn.lastBlock)) problems.push(`block ${at} says it is in turn ${block.turn}, which does not reach it`);
  });
  return problems;
}

function placeProblems({ blocks, pages, footnotes }: Content): string[] {
  const problems: string[] = [];
  const outside = (place: { block: number; offset: number }) => {
    const block = blocks[place.block];
    return !block || place.offset > countCodePoints(block.text);
  };
  pages.forEach((page, at) => {
    if (outside(page.at)) problems.push(`page ${page.page} starts outside the text`);
    const previous = pages[at - 1];
    if (!previous) return;
    if (previous.page >= page.page) problems.push(`page ${page.page} follows page ${previous.page}`);
    if (previous.at.block > page.at.block || (previous.at.block === page.at.block && previous.at.offset >= page.at.offset)) {
      problems.push(`page ${page.page} starts before page ${previous.page}`);
    }
  });
  footnotes.forEach((note, at) => {
    if (blocks[note.block]?.kind !== 'footnote') problems.push(`footnote ${at} has no block of its own`);
    if (note.anchor && outside(note.anchor)) problems.push(`footnote ${at} is anchored outside the text`);
  });
  return problems;
}
