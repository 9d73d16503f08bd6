import { useMemo } from 'react';
import { marksOf } from '../../../app/importers/pdf/places.ts';
import { useT } from '../../i18n/index.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SourcePage } from '../source-page/source-page.tsx';
import { usePagePlaces } from '../source-page/use-page-places.ts';
import type { Target } from './target.ts';

/** The file's own page instead of its text, with the place that is looked at marked on it. */
export function PagePane({ bytes, sha256, target }: { bytes: Uint8Array; sha256: string; target: Target | null }) {
  const t = useT();
  const { places, problem, done } = usePagePlaces(sha256, bytes);
  const span = target?.stop.source ?? null;
  const marks = useMemo(() => (places && span ? marksOf(places, [span]) : null), [places, span]);
  if (places) return <SourcePage bytes={bytes} places={places} marks={marks} />;
  return <div className="source-page-wait">{problem ? t('page.failed') : <><p>{t('page.placing')}</p><ProgressBar label={t('page.placing')} done={done} /></>}</div>;
}
