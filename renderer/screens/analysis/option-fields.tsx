import type { Analysis } from '../../../app/analyses/analysis.ts';
import type { Control } from '../../../app/analyses/controls.ts';
import type { ProjectSnapshot, ProjectState } from '../../../app/coding/state.ts';
import { language, useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { choose } from './analysis-state.ts';
import { choicesOf } from './choices.ts';
import { NumberField } from './number-field.tsx';
import { QueryBuilder } from './query-builder.tsx';

export interface OptionFieldsProps { analysis: Analysis; options: Readonly<Record<string, unknown>>; snapshot: ProjectSnapshot }

/** What can be chosen of an analysis, in the order of its controls. A query has lines of its own. */
export function OptionFields({ analysis, options, snapshot }: OptionFieldsProps) {
  const shown = analysis.controls.filter(({ when }) => when?.(options) ?? true);
  return (
    <>
      {shown.filter(({ kind }) => kind === 'query').map((control) => <QueryBuilder key={control.id} option={control.id} value={options[control.id]} snapshot={snapshot} />)}
      {shown.filter(({ kind }) => kind !== 'query').map((control) => <OptionField key={`${analysis.id} ${control.id}`} control={control} value={options[control.id]} state={snapshot.state} />)}
    </>
  );
}

function OptionField({ control, value, state }: { control: Control; value: unknown; state: ProjectState }) {
  const t = useT();
  const name = control.name[language()];
  switch (control.kind) {
    case 'flag': return <Checkbox isSelected={value === true} onChange={(next) => choose(control.id, next)}>{name}</Checkbox>;
    case 'number': return <NumberField name={name} value={Number(value)} least={control.least} most={control.most} onChange={(next) => choose(control.id, next)} />;
    case 'text': return <TextField className="analysis-text" label={name} value={String(value)} onChange={(next) => choose(control.id, next)} />;
    case 'query': return null;
    default: {
      const items = control.kind === 'choice'
        ? control.choices.map((choice) => ({ value: choice.value, label: choice.name[language()] }))
        : [{ value: null, label: t('analysis.all') }, ...choicesOf(control.kind, state)];
      return (
        <Select
          className="analysis-choice" label={name} value={String(items.findIndex((item) => item.value === value))}
          items={items.map(({ label }, at) => ({ id: String(at), label }))} onChange={(at) => choose(control.id, items[Number(at)]?.value ?? null)}
        />
      );
    }
  }
}

