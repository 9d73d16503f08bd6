import { X } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { usePassages } from './passages-state.ts';

/** Says that only the passages are shown that an analysis led to, and shows all again; nothing at other times. */
export function PassagesChosen() {
  const t = useT();
  const chosen = usePassages((state) => state.chosen);
  return chosen && (
    <p className="passages-chosen">
      <span>{t('passages.chosen', { name: chosen.name })}</span>
      <Button variant="quiet" icon={X} className="no-print" onPress={() => usePassages.setState({ chosen: null })}>{t('passages.chosen.all')}</Button>
    </p>
  );
}
