import { ArrowLeft } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { usePassages } from '../passages/passages-state.ts';
import { useExcursions } from '../reading/excursions.ts';
import { useUi } from '../ui-state.ts';
import { useAnalysis } from './analysis-state.ts';
import { backToAnalysis } from './away.ts';

/** The way back to the figures, while one looks at what is behind them; nothing at other times. */
export function AnalysisReturn() {
  const t = useT();
  const away = useAnalysis((state) => state.away);
  const inText = usePassages((state) => state.away !== null);
  const view = useUi((state) => state.view);
  const searched = useExcursions(({ stack }) => stack.at(-1)?.to === 'search');
  return away && (view === 'passages' || (view === 'reading' && !inText && !searched))
    ? <Button className="passages-return" onPress={backToAnalysis}><ArrowLeft aria-hidden />{t('analysis.back')} <Kbd keys="Alt+ArrowLeft" /></Button>
    : null;
}
