import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { ReviewOf } from '../../use-cases/review-document.ts';
import type { ReviewActs } from './use-actions.ts';
import type { ReviewEdits } from './use-review.ts';
import type { TrailSteps } from './use-trail.ts';

export interface ReviewFootProps {
  of: ReviewOf | null;
  edits: Pick<ReviewEdits, 'count' | 'canRedo'>;
  trail: TrailSteps;
  acts: ReviewActs;
  /** How many were not seen yet. */
  doubts: number;
}

/** What stands and what can be done next, with its key: at most four, the nearest first. */
export function ReviewFoot({ of, edits, trail, acts, doubts }: ReviewFootProps) {
  const t = useT();
  const hints = [
    trail.trail === null && doubts > 0 ? (['review.nextDoubt', 'n'] as const) : null,
    acts.seen.can ? (['review.doubt.right', 'v'] as const) : null,
    acts.change.can ? (['review.do.change', 'Delete'] as const) : null,
    trail.stops.length > 1 ? (['review.next', 'n'] as const) : null,
    acts.split.can && acts.here?.turn !== null ? (['review.do.split', 'Enter'] as const) : null,
    edits.count > 0 ? (['review.undo', '$mod+z'] as const) : null,
    edits.canRedo ? (['review.redo', '$mod+Shift+z'] as const) : null,
    ['command.keys.show', 'Shift+?'] as const,
  ].filter((hint) => hint !== null);
  return (
    <footer className="foot">
      <output>
        {t(of ? 'review.unchanged' : 'review.nothingStored')}{edits.count > 0 && ` · ${t('review.corrections', { count: edits.count })}`}
      </output>
      <span className="end">
        {[...hints.slice(0, 3), ...hints.slice(-1)].filter((hint, at, all) => all.indexOf(hint) === at).map(([words, keys]) => (
          <span key={words}>{t(words)} <Kbd keys={keys} /></span>
        ))}
      </span>
    </footer>
  );
}
