import { Button, Group, Input, NumberField } from 'react-aria-components';
import type { Coding } from '../../../schemas/records/coding.ts';
import { planEditCoding } from '../../../app/coding/plan-coding.ts';
import { useT } from '../../i18n/index.ts';
import { commit } from '../../use-cases/commit.ts';

/** How much a passage weighs, 0 to 100; emptied, it has no weight. */
export function WeightField({ coding, isDisabled }: { coding: Coding; isDisabled: boolean }) {
  const t = useT();
  const set = (value: number) => {
    const weight = Number.isNaN(value) ? null : Math.round(value);
    if (weight !== coding.weight) void commit((project, { now }) => planEditCoding(project.state, coding.id, { weight }, now));
  };
  return (
    <NumberField className="weight" aria-labelledby="weight-label" minValue={0} maxValue={100} step={1} value={coding.weight ?? Number.NaN} onChange={set} isDisabled={isDisabled}>
      <Group className="weight-group">
        <Input className="input weight-input" placeholder={t('reading.weight.none')} />
        {coding.weight !== null && <Button slot={null} className="weight-clear" onPress={() => set(Number.NaN)}>{t('reading.weight.clear')}</Button>}
      </Group>
    </NumberField>
  );
}
