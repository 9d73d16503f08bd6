import { ArrowLeft } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useUi } from '../ui-state.ts';
import { backFromSearch, useExcursions } from './excursions.ts';

/** The way back to where one read, while one looks at words that were searched for; nothing at other times. */
export function SearchReturn() {
  const t = useT();
  const isAway = useExcursions(({ stack }) => stack.at(-1)?.to === 'search');
  const reading = useUi(({ view, review }) => view === 'reading' && review === null);
  return isAway && reading
    ? <Button className="passages-return" onPress={backFromSearch}><ArrowLeft aria-hidden />{t('search.back')} <Kbd keys="Alt+ArrowLeft" /></Button>
    : null;
}
