import { turnNamedBy } from '../../../app/structure/margin-labels.ts';
import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Content, ImportChange, ImportWarning, SourceSpan } from '../../../schemas/records/content.ts';
import { changePlace, warningPlace } from './source-marks.ts';
import type { BlockStretch, SourceMapping } from './source-map.ts';

/** A set of places that one steps through: what a rule did, what is doubted, what was recognised. */
export type Trail =
  | { kind: 'rule'; rule: string }
  | { kind: 'doubt'; rule: string }
  | { kind: 'doubts' }
  | { kind: 'speaker'; id: SpeakerId }
  | { kind: 'turns' | 'pairs' | 'pages' | 'sections' | 'footnotes' };

/** One stop: where it stands in the source and where in the result, in code points; `change` and `warning` are indexes in the content. */
export interface Stop { id: string; source: SourceSpan; result: BlockStretch | null; change: number | null; warning: number | null }

export const sameTrail = (a: Trail | null, b: Trail) => a !== null && trailKey(a) === trailKey(b);

function trailKey(trail: Trail): string {
  if (trail.kind === 'rule' || trail.kind === 'doubt') return `${trail.kind}:${trail.rule}`;
  return trail.kind === 'speaker' ? `speaker:${trail.id}` : trail.kind;
}

/** The stops of a trail, in order of the source where it has places, else of the result. Doubts that were seen are none. */
export function stopsOf(content: Content, trail: Trail, mapping: SourceMapping): Stop[] {
  switch (trail.kind) {
    case 'rule':
      return bySource(content.changes.flatMap(({ rule, source }, change) =>
        (rule === trail.rule ? [{ id: changePlace(change), ...placesOf(content, source, mapping), change, warning: null }] : [])));
    case 'doubt': case 'doubts':
      return bySource(content.warnings.flatMap(({ rule, source, seen }, warning) =>
        (!seen && (trail.kind === 'doubts' || rule === trail.rule) ? [{ id: warningPlace(warning), ...placesOf(content, source, mapping), change: null, warning }] : [])));
    case 'turns':
      return content.turns.map((turn, index) => blockStop(content, `turn-${index}`, turn.firstBlock));
    case 'speaker':
      return content.turns.flatMap((turn, index) =>
        (turn.speaker === trail.id ? [blockStop(content, `turn-${index}`, turn.firstBlock)] : []));
    case 'pairs':
      return content.pairs.map((pair, index) => blockStop(content, `pair-${index}`, content.turns[pair.question]?.firstBlock ?? 0));
    case 'sections':
      return content.sections.map((section, index) => blockStop(content, `section-${index}`, section.firstBlock));
    case 'footnotes':
      return content.footnotes.map((note, index) => blockStop(content, `note-${index}`, note.block));
    case 'pages':
      return content.pages.map(({ page, at }) => {
        const source = mapping.toSource(at);
        return {
          id: `page-${page}`, source: source === null ? null : [source, source],
          result: { block: at.block, from: at.offset, to: at.offset }, change: null, warning: null,
        };
      });
  }
}

/** How often each rule worked, and how much of that is taken back, in the order in which they first did. */
export function countRules(changes: readonly Pick<ImportChange, 'rule' | 'undone'>[]): { rule: string; count: number; undone: number }[] {
  const counts = new Map<string, { rule: string; count: number; undone: number }>();
  for (const { rule, undone } of changes) {
    const found = counts.get(rule) ?? { rule, count: 0, undone: 0 };
    found.count += 1;
    if (undone) found.undone += 1;
    counts.set(rule, found);
  }
  return [...counts.values()];
}

/** How many doubts of each rule nobody has looked at yet; those that were all seen too. */
export function countDoubts(warnings: readonly Pick<ImportWarning, 'rule' | 'seen'>[]): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule, seen } of warnings) counts.set(rule, (counts.get(rule) ?? 0) + (seen ? 0 : 1));
  return [...counts].map(([rule, count]) => ({ rule, count }));
}

/** The next stop of a trail of `count`, round from the last to the first. -1 stands before the first. */
export function step(at: number, count: number, by: 1 | -1): number {
  if (count === 0) return -1;
  return at < 0 ? (by === 1 ? 0 : count - 1) : (at + by + count) % count;
}

/** The trail that has the place of this name (`changePlace`, `warningPlace`). */
export function trailOf(content: Content, id: string): Trail | null {
  const change = content.changes.find((_, index) => changePlace(index) === id);
  if (change) return { kind: 'rule', rule: change.rule };
  return content.warnings.some((_, index) => warningPlace(index) === id) ? { kind: 'doubts' } : null;
}

/** A name that only the margin shows is looked at in what it begins. */
function placesOf(content: Content, source: SourceSpan, mapping: SourceMapping): Pick<Stop, 'source' | 'result'> {
  const result = source && mapping.toResult(source[0], source[1]);
  const named = result && turnNamedBy(content, result.block);
  const begun = named === null ? undefined : content.turns[named];
  return { source, result: begun ? { block: begun.firstBlock, from: 0, to: 0 } : result };
}

function blockStop(content: Content, id: string, block: number): Stop {
  return { id, source: content.blocks[block]?.source ?? null, result: { block, from: 0, to: 0 }, change: null, warning: null };
}

function bySource(stops: Stop[]): Stop[] {
  return stops.toSorted((a, b) => (a.source?.[0] ?? 0) - (b.source?.[0] ?? 0));
}
