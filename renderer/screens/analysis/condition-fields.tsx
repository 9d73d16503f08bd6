import { goneWords, measuredRelations, relationWords } from '../../../app/analyses/query-words.ts';
import { turnKindWords } from '../../../app/analyses/groups.ts';
import { goneFrom } from '../../../app/coding/query-names.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { CodeId, CoderId, DocumentId } from '../../../schemas/ids.ts';
import { turnKindSchema } from '../../../schemas/records/content.ts';
import { relationSchema, type SimpleCondition } from '../../../schemas/query.ts';
import { language, useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { choicesOf } from './choices.ts';
import { useGone } from './gone-note.tsx';
import { NumberField } from './number-field.tsx';

export interface ConditionFieldsProps { condition: SimpleCondition; state: ProjectState; onChange(next: SimpleCondition): void }

/** What one condition is about. */
export function ConditionFields({ condition, state, onChange }: ConditionFieldsProps) {
  const t = useT();
  const one = (kind: Parameters<typeof choicesOf>[0], value: string, take: (value: string) => SimpleCondition) => (
    <OneOf kind={kind} value={value} condition={condition} state={state} onChange={(next) => onChange(take(next))} />
  );
  switch (condition.kind) {
    case 'theme': return <>{one('theme', condition.theme, (theme) => ({ ...condition, theme: theme as CodeId }))}<Subtree condition={condition} onChange={onChange} /></>;
    case 'relation': return <RelationFields condition={condition} state={state} onChange={onChange} />;
    case 'speaker': return one('voice', condition.voice, (voice) => ({ ...condition, voice }));
    case 'role': return one('role', condition.role, (role) => ({ ...condition, role }));
    case 'organisation': return one('organisation', condition.organisation, (organisation) => ({ ...condition, organisation }));
    case 'document': return one('document', condition.document, (document) => ({ ...condition, document: document as DocumentId }));
    case 'coder': return one('coder', condition.coder, (coder) => ({ ...condition, coder: coder as CoderId }));
    case 'turn-kind': return (
      <Select
        label={t('analysis.query.value')} hideLabel className="query-value" value={condition.turnKind} onChange={(turnKind) => onChange({ ...condition, turnKind })}
        items={turnKindSchema.options.map((id) => ({ id, label: turnKindWords[id]?.[language()] ?? id }))}
      />
    );
    case 'weight': return (
      <>
        <NumberField name={t('analysis.query.least')} value={condition.least ?? 0} least={0} most={100} onChange={(least) => onChange({ ...condition, least })} />
        <NumberField name={t('analysis.query.most')} value={condition.most ?? 100} least={0} most={100} onChange={(most) => onChange({ ...condition, most })} />
      </>
    );
    case 'memo': return <TextField label={t('analysis.query.memo')} hideLabel placeholder={t('analysis.query.memo')} className="query-value" value={condition.text} onChange={(text) => onChange({ ...condition, text })} />;
    case 'text': return <TextField label={t('analysis.query.text')} hideLabel placeholder={t('analysis.query.text')} className="query-value" value={condition.text} onChange={(text) => onChange({ ...condition, text })} />;
  }
}

function OneOf({ kind, value, condition, state, onChange }: { kind: Parameters<typeof choicesOf>[0]; value: string; condition: SimpleCondition; state: ProjectState; onChange(value: string): void }) {
  const t = useT();
  const items = choicesOf(kind, state).map((choice) => ({ id: choice.value, label: choice.label }));
  const gone = useGoneWords(condition, state);
  const isThere = items.some(({ id }) => id === value);
  return <Select label={t('analysis.query.value')} hideLabel className={valueClass(gone)} items={items} value={isThere ? value : null} placeholder={value === '' ? t('analysis.query.none') : gone} onChange={onChange} />;
}

/** What the condition named and is not there any more: its name, or else in words; empty where nothing is missing. */
function useGoneWords(condition: SimpleCondition, state: ProjectState): string {
  const gone = useGone();
  const kind = goneFrom(state, condition);
  return kind === null ? '' : (gone(condition, kind).thing?.name ?? goneWords[kind][language()]);
}

const valueClass = (gone: string) => (gone === '' ? 'query-value' : 'query-value gone');

type WithTheme = Extract<SimpleCondition, { kind: 'theme' | 'relation' }>;

function Subtree({ condition, onChange }: { condition: WithTheme; onChange(next: SimpleCondition): void }) {
  const t = useT();
  return <Checkbox isSelected={condition.withSubtree} onChange={(withSubtree) => onChange({ ...condition, withSubtree })}>{t('analysis.query.withSubtree')}</Checkbox>;
}

function RelationFields({ condition, state, onChange }: { condition: Extract<SimpleCondition, { kind: 'relation' }>; state: ProjectState; onChange(next: SimpleCondition): void }) {
  const t = useT();
  const any = 'any';
  const gone = useGoneWords(condition, state);
  return (
    <>
      <Select
        label={t('analysis.query.relation')} hideLabel className="query-kind" value={condition.relation} onChange={(relation) => onChange({ ...condition, relation })}
        items={relationSchema.options.map((id) => ({ id, label: relationWords[id][language()] }))}
      />
      <Select<string>
        label={t('analysis.query.value')} hideLabel className={valueClass(gone)} value={gone === '' ? condition.theme ?? any : null} placeholder={gone} onChange={(theme) => onChange({ ...condition, theme: theme === any ? null : (theme as CodeId) })}
        items={[{ id: any, label: t('analysis.query.anyTheme') }, ...choicesOf('theme', state).map(({ value, label }) => ({ id: value, label }))]}
      />
      {measuredRelations.has(condition.relation) && <NumberField name={t('analysis.query.words')} value={condition.words} least={0} most={1000} onChange={(words) => onChange({ ...condition, words })} />}
      {condition.theme !== null && <Subtree condition={condition} onChange={onChange} />}
    </>
  );
}
