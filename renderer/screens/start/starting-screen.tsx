import { useEffect, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import './start.css';

/** Nothing for a moment, since starting is usually quicker than reading; then what is going on. */
export function StartingScreen() {
  const t = useT();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 600);
    return () => clearTimeout(timer);
  }, []);
  return <main className="start narrow" aria-busy="true"><h1 className="brand">Hoorwerk</h1>{slow && <output className="start-lead">{t('start.starting')}</output>}</main>;
}
