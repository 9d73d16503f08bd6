import { useCallback, useMemo, useState } from 'react';
import type { CodePoint } from '../../../schemas/ids.ts';
import type { Content, Place, SourceSpan } from '../../../schemas/records/content.ts';
import { followCursor } from './cursor.ts';
import { sourceMapping, type SourceMapping } from './source-map.ts';
import type { Target } from './target.ts';
import { step, stopsOf, type Stop, type Trail } from './trails.ts';

export interface TrailSteps {
  trail: Trail | null;
  stops: readonly Stop[];
  /** Which stop; -1 before the first. */
  at: number;
  /** The reading cursor: where keys edit the result. */
  cursor: Place | null;
  target: Target | null;
  /** Chooses a trail and goes to its first stop, or to the one of this id. */
  follow(trail: Trail, id?: string): void;
  step(by: 1 | -1): void;
  /** Puts the reading cursor at a place of the result, without leaving the trail. */
  place(cursor: Place): void;
  /** After an edit: the cursor stays at its letter. */
  settle(before: SourceMapping, after: Content): void;
}

interface Looking { trail: Trail | null; at: number; cursor: Place | null; from: Target['from'] }

/** Where the review looks: a trail with its stops, and the reading cursor in the result, which goes along. */
export function useTrail(content: Content, mapping: SourceMapping, onFollow: () => void): TrailSteps {
  const [looking, setLooking] = useState<Looking>({ trail: null, at: -1, cursor: null, from: 'left' });
  const { trail, cursor, from } = looking;
  const stops = useMemo(() => (trail ? stopsOf(content, trail, mapping) : none), [content, mapping, trail]);
  // A doubt that was seen is no stop any more: the next one is looked at.
  const at = Math.min(looking.at, stops.length - 1);
  const target = useMemo(() => targetOf(from === 'left' ? stops[at] : undefined, cursor, mapping), [stops, at, cursor, from, mapping]);
  const goTo = (next: Trail, list: readonly Stop[], index: number) => {
    const stop = list[index];
    const result = stop?.result;
    const there = result ? { block: result.block, offset: result.from as CodePoint } : cursor;
    setLooking({ trail: next, at: index, cursor: there, from: 'left' });
  };
  return {
    trail, stops, at, cursor, target,
    follow(next, id) {
      onFollow();
      const list = stopsOf(content, next, mapping);
      goTo(next, list, id === undefined ? 0 : list.findIndex((stop) => stop.id === id));
    },
    step(by) {
      const next: Trail = trail ?? { kind: 'doubts' };
      const list = trail ? stops : stopsOf(content, next, mapping);
      if (list.length === 0) return;
      onFollow();
      goTo(next, list, step(at, list.length, by));
    },
    place: useCallback((place: Place) => setLooking((now) => ({ ...now, cursor: place, from: 'result' })), []),
    settle(before, after) {
      setLooking((now) => ({ ...now, cursor: now.cursor && followCursor(now.cursor, before, sourceMapping(after), after) }));
    },
  };
}

function targetOf(stop: Stop | undefined, cursor: Place | null, mapping: SourceMapping): Target | null {
  if (stop) return { stop, from: 'left' };
  if (!cursor) return null;
  const source = mapping.toSource(cursor);
  const span: SourceSpan = source === null ? null : [source, source];
  const result = { block: cursor.block, from: cursor.offset, to: cursor.offset };
  return { stop: { id: 'cursor', source: span, result, change: null, warning: null }, from: 'result' };
}

const none: readonly Stop[] = [];
