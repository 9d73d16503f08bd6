import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { conditionWords } from '../../../app/analyses/query-words.ts';
import type { ProjectSnapshot, ProjectState } from '../../../app/coding/state.ts';
import { querySchema, type Condition, type ConditionGroup } from '../../../schemas/query.ts';
import { language, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepFocusOn } from '../../ui/keep-focus.ts';
import { Select } from '../../ui/select.tsx';
import { choose } from './analysis-state.ts';
import { ConditionFields } from './condition-fields.tsx';
import { GoneNote } from './gone-note.tsx';
import { conditionKinds, newCondition } from './new-condition.ts';
import { SavedQueries } from './saved-queries.tsx';

export interface QueryBuilderProps { option: string; value: unknown; snapshot: ProjectSnapshot }

/** Conditions on codings, put together line by line; each change is answered at once. */
export function QueryBuilder({ option, value, snapshot }: QueryBuilderProps) {
  const query = querySchema.parse(value);
  return (
    <div className="query no-print">
      <SavedQueries snapshot={snapshot} query={query} />
      <GroupEditor group={query} state={snapshot.state} depth={0} onChange={(next) => choose(option, next)} />
    </div>
  );
}

/** Groups in groups, no deeper than people can follow. */
const deepest = 2;

interface GroupEditorProps { group: ConditionGroup; state: ProjectState; depth: number; onChange(next: ConditionGroup): void }

function GroupEditor({ group, state, depth, onChange }: GroupEditorProps) {
  const t = useT();
  const replace = (at: number, next: Condition[]) => onChange({ ...group, of: group.of.toSpliced(at, 1, ...next) });
  const fields = useRef<HTMLFieldSetElement>(null);
  const remove = (at: number) => {
    replace(at, []);
    keepFocusOn(() => fields.current?.querySelector<HTMLElement>(':scope > .query-add button'));
  };
  return (
    <fieldset className="query-group" ref={fields}>
      <legend className="hidden-text">{t(depth === 0 ? 'analysis.query' : 'analysis.query.group')}</legend>
      <div className="query-head">
        <Select
          label={t('analysis.query.match')} hideLabel className="query-match" value={group.match} onChange={(match) => onChange({ ...group, match })}
          items={[{ id: 'all', label: t('analysis.query.match.all') }, { id: 'any', label: t('analysis.query.match.any') }]}
        />
      </div>
      {group.of.length > 0 && (
        <ul className="query-conditions">
          {group.of.map((condition, at) => (
            // Conditions have no ids: their place among the others is what they are known by.
            <li key={at} className="query-condition">
              <ConditionEditor condition={condition} state={state} depth={depth} onChange={(next) => replace(at, [next])} />
              <IconButton icon={X} label={t('analysis.query.remove')} onPress={() => remove(at)} />
              {condition.kind !== 'group' && <GoneNote condition={condition} state={state} />}
            </li>
          ))}
        </ul>
      )}
      <div className="query-add">
        <Button variant="quiet" icon={Plus} onPress={() => onChange({ ...group, of: [...group.of, newCondition('theme', state)] })}>{t('analysis.query.add')}</Button>
        {depth < deepest && <Button variant="quiet" icon={Plus} onPress={() => onChange({ ...group, of: [...group.of, newCondition('group', state)] })}>{t('analysis.query.addGroup')}</Button>}
      </div>
    </fieldset>
  );
}

interface ConditionEditorProps { condition: Condition; state: ProjectState; depth: number; onChange(next: Condition): void }

function ConditionEditor({ condition, state, depth, onChange }: ConditionEditorProps) {
  const t = useT();
  const not = <Checkbox className="query-not" isSelected={condition.not} onChange={(next) => onChange({ ...condition, not: next })}>{t('analysis.query.not')}</Checkbox>;
  if (condition.kind === 'group') return <>{not}<GroupEditor group={condition} state={state} depth={depth + 1} onChange={onChange} /></>;
  return (
    <>
      {not}
      <Select
        label={t('analysis.query.kind')} hideLabel className="query-kind" value={condition.kind} onChange={(kind) => onChange({ ...newCondition(kind, state), not: condition.not })}
        items={conditionKinds.map((kind) => ({ id: kind, label: conditionWords[kind][language()] }))}
      />
      <ConditionFields condition={condition} state={state} onChange={onChange} />
    </>
  );
}
