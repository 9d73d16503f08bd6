import { useState } from 'react';
import type { Analysis } from '../../../app/analyses/analysis.ts';
import { filterLines, optionLines, sortLines } from '../../../app/analyses/option-words.ts';
import type { AnalysisView, ViewRequest } from '../../../app/analyses/view.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { formatDate, language, useT } from '../../i18n/index.ts';

export interface PrintedAboutProps { analysis: Analysis; request: ViewRequest; chosen: Readonly<Record<string, unknown>>; view: AnalysisView | null; state: ProjectState }

/** What a sheet of paper has to say of itself: of which project, from which day, and what was chosen. */
export function PrintedAbout({ analysis, request, chosen, view, state }: PrintedAboutProps) {
  const t = useT();
  const said = language();
  const [today] = useState(() => new Date());
  const { project } = state;
  const arranged = view ? [...filterLines(request, view.all, view.table.rows.length, said), ...sortLines(request, view.table, said)] : [];
  return (
    <div className="analysis-chosen">
      <p>{t('passages.printedOn', { project: project?.name ?? '', date: formatDate(today) })}</p>
      <p>{optionLines(analysis, chosen, state, said).join(' · ')}</p>
      {arranged.length > 0 && <p>{arranged.join(' ')}</p>}
    </div>
  );
}
