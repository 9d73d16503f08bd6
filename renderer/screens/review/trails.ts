import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Content, ImportWarning, SourceSpan } from '../../../schemas/records/content.ts';
import { changePlace, warningPlace } from './source-marks.ts';
import type { BlockStretch, SourceMapping } from './source-map.ts';

/** A set of places that one steps through: what a rule did, what is doubted, what was recognised. */
export type Trail =
  | { kind: 'rule'; rule: string }
  | { kind: 'doubt'; rule: string }
  | { kind: 'speaker'; id: SpeakerId }
  | { kind: 'turns' | 'pairs' | 'pages' | 'sections' | 'footnotes' };

/** One stop: where it stands in the source and where in the result. Code points. */
export interface Stop { id: string; source: SourceSpan; result: BlockStretch | null; warning: ImportWarning | null }

export const sameTrail = (a: Trail | null, b: Trail) => a !== null && trailKey(a) === trailKey(b);

function trailKey(trail: Trail): string {
  if (trail.kind === 'rule' || trail.kind === 'doubt') return `${trail.kind}:${trail.rule}`;
  return trail.kind === 'speaker' ? `speaker:${trail.id}` : trail.kind;
}

/** The stops of a trail, in order of the source where it has places, else of the result. */
export function stopsOf(content: Content, trail: Trail, mapping: SourceMapping): Stop[] {
  switch (trail.kind) {
    case 'rule':
      return bySource(content.changes.flatMap((change, index) =>
        (change.rule === trail.rule ? [spanStop(changePlace(index), change.source, mapping, null)] : [])));
    case 'doubt':
      return bySource(content.warnings.flatMap((warning, index) =>
        (warning.rule === trail.rule ? [spanStop(warningPlace(index), warning.source, mapping, warning)] : [])));
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
          result: { block: at.block, from: at.offset, to: at.offset }, warning: null,
        };
      });
  }
}

/** How often each rule stands in a list, in the order in which they first do. */
export function countRules(items: readonly { rule: string }[]): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of items) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count }));
}

/** The next stop of a trail of `count`, round from the last to the first. -1 stands before the first. */
export function step(at: number, count: number, by: 1 | -1): number {
  if (count === 0) return -1;
  return at < 0 ? (by === 1 ? 0 : count - 1) : (at + by + count) % count;
}

function spanStop(id: string, source: SourceSpan, mapping: SourceMapping, warning: ImportWarning | null): Stop {
  return { id, source, result: source && mapping.toResult(source[0], source[1]), warning };
}

function blockStop(content: Content, id: string, block: number): Stop {
  return { id, source: content.blocks[block]?.source ?? null, result: { block, from: 0, to: 0 }, warning: null };
}

function bySource(stops: Stop[]): Stop[] {
  return stops.toSorted((a, b) => (a.source?.[0] ?? 0) - (b.source?.[0] ?? 0));
}
