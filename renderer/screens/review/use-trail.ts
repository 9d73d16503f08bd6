import { useMemo, useState } from 'react';
import type { Content } from '../../../schemas/records/content.ts';
import type { SourceMapping } from './source-map.ts';
import type { Target } from './target.ts';
import { step, stopsOf, type Stop, type Trail } from './trails.ts';

export interface TrailSteps {
  trail: Trail | null;
  stops: readonly Stop[];
  /** Which stop; -1 before the first. */
  at: number;
  target: Target | null;
  /** Chooses a trail and goes to its first stop. */
  follow(trail: Trail): void;
  step(by: 1 | -1): void;
  /** Goes to a block of the result, without leaving the trail. */
  focusBlock(block: number): void;
}

/** Where the review looks: a trail with its stops, or a block that was chosen in the result. */
export function useTrail(content: Content, mapping: SourceMapping, onFollow: () => void): TrailSteps {
  const [trail, setTrail] = useState<Trail | null>(null);
  const [at, setAt] = useState(-1);
  const [target, setTarget] = useState<Target | null>(null);
  const stops = useMemo(() => (trail ? stopsOf(content, trail, mapping) : none), [content, mapping, trail]);
  const goTo = (list: readonly Stop[], index: number) => {
    const stop = list[index];
    setAt(index);
    if (!stop) return;
    setTarget({ stop, from: 'left' });
  };
  return {
    trail, stops, at, target,
    follow(next) {
      onFollow();
      setTrail(next);
      goTo(stopsOf(content, next, mapping), 0);
    },
    step(by) {
      if (stops.length > 0) onFollow();
      goTo(stops, step(at, stops.length, by));
    },
    focusBlock(block) {
      const source = content.blocks[block]?.source ?? null;
      setTarget({ stop: { id: `block-${block}`, source, result: { block, from: 0, to: 0 }, warning: null }, from: 'result' });
    },
  };
}

const none: readonly Stop[] = [];
