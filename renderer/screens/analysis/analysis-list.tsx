import { AlignStartVertical, ChartColumnBig, FileSearch, Grid3x3, ListFilter, MessageCircleQuestionMark, ScanText, Waypoints, WholeWord, type LucideIcon } from 'lucide-react';
import { analyses } from '../../../app/analyses/registry.ts';
import { language, useT } from '../../i18n/index.ts';
import { openAnalysis, useAnalysis } from './analysis-state.ts';

const icons: Record<string, LucideIcon> = {
  'theme-frequencies': ChartColumnBig, 'theme-matrix': Grid3x3, 'co-occurrence': Waypoints, 'portrait': AlignStartVertical,
  'questions': MessageCircleQuestionMark, 'query': ListFilter, 'words': WholeWord, 'keywords': FileSearch, 'not-coded': ScanText,
};

/** The analyses of the registry, one of which is open. */
export function AnalysisList() {
  const t = useT();
  const open = useAnalysis((state) => state.id);
  return (
    <nav className="analysis-list no-print" aria-label={t('analysis.list')}>
      <h2 className="k"><span>{t('analysis.list')}</span></h2>
      <ul>
        {analyses.map(({ id, name }) => {
          const Icon = icons[id] ?? ChartColumnBig;
          return (
            <li key={id}>
              <button type="button" className="analysis-link" onClick={() => openAnalysis(id)} {...(id === open ? { 'aria-current': 'page' as const } : {})}>
                <Icon aria-hidden />{name[language()]}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
