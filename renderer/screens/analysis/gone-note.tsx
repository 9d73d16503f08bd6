import { TriangleAlert } from 'lucide-react';
import { goneName } from '../../../app/analyses/query-words.ts';
import { goneThing, type GoneThing } from '../../../app/coding/gone-thing.ts';
import { goneFrom, type GoneKind } from '../../../app/coding/query-names.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { SimpleCondition } from '../../../schemas/query.ts';
import { language, useT } from '../../i18n/index.ts';
import { keyCaps } from '../../ui/key-caps.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';

/** What a condition names that is gone, what it does to the query now, and how to go on; nothing where nothing is gone. */
export function GoneNote({ condition, state }: { condition: SimpleCondition; state: ProjectState }) {
  const t = useT();
  const gone = useGone();
  const kind = goneFrom(state, condition);
  // Where there was nothing to choose, nothing is named.
  if (kind === null || ('role' in condition && condition.role === '') || ('organisation' in condition && condition.organisation === '')) return null;
  const { what, thing } = gone(condition, kind);
  return (
    <p className="query-gone">
      <TriangleAlert aria-hidden />
      <span>
        {t(condition.not ? 'analysis.gone.every' : 'analysis.gone.none', { what })}{' '}
        {thing ? t('analysis.gone.back', { steps: thing.steps, keys: keyCaps(thing.by === 'undo' ? '$mod+z' : '$mod+Shift+z') }) : t('analysis.gone.replace')}
      </span>
    </p>
  );
}

/** Tells of a condition's thing that is gone how it is called and what would bring it back, as far as the history knows. */
export function useGone(): (condition: SimpleCondition, kind: GoneKind) => { what: string; thing: GoneThing | null } {
  const stacks = useWorkbench(({ project }) => project?.stacks);
  return (condition, kind) => {
    const thing = stacks ? goneThing(stacks, condition) : null;
    return { what: goneName(kind, thing?.name ?? null, language()), thing };
  };
}
