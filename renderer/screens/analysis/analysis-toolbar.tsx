import { Copy, Download } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { exportAs } from '../../use-cases/export-as.ts';
import { useAnalysis } from './analysis-state.ts';

const choices = ['total', 'speaker', 'role', 'document'] as const;

/** What is counted and how it is split, and ways to take the table along. */
export function AnalysisToolbar({ onCopy }: { onCopy(): void }) {
  const t = useT();
  const { by, includeModerators, withSubtree } = useAnalysis();
  return (
    <div className="analysis-toolbar no-print">
      <Select
        label={t('analysis.by')} hideLabel className="analysis-by" value={by ?? 'total'} items={choices.map((id) => ({ id, label: t(`analysis.by.${id}`) }))}
        onChange={(next) => useAnalysis.setState({ by: next === 'total' ? null : next, sorting: null })}
      />
      <Checkbox isSelected={includeModerators} onChange={(next) => useAnalysis.setState({ includeModerators: next })}>{t('analysis.includeModerators')}</Checkbox>
      <Checkbox isSelected={withSubtree} onChange={(next) => useAnalysis.setState({ withSubtree: next })}>{t('analysis.withSubtree')}</Checkbox>
      <span className="analysis-out">
        <Button icon={Copy} onPress={onCopy}>{t('analysis.copy')}</Button>
        <Button icon={Download} onPress={() => void exportAs('frequencies')}>{t('analysis.export')}</Button>
      </span>
    </div>
  );
}
