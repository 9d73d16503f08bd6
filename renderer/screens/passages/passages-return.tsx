import { ArrowLeft } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useUi } from '../ui-state.ts';
import { backToPassages } from './to-text.ts';
import { usePassages } from './passages-state.ts';

/** The way back to the list, while one looks at a passage in its place; nothing at other times. */
export function PassagesReturn() {
  const t = useT();
  const away = usePassages((state) => state.away !== null);
  const reading = useUi((state) => state.view === 'reading');
  return away && reading
    ? <Button className="passages-return" onPress={backToPassages}><ArrowLeft aria-hidden />{t('passages.back')} <Kbd keys="Alt+ArrowLeft" /></Button>
    : null;
}
