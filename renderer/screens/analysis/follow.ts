import type { AnalysisRow } from '../../../app/analyses/analysis.ts';
import type { ViewRequest } from '../../../app/analyses/view.ts';
import type { CodingId } from '../../../schemas/ids.ts';
import { leadOf } from '../../use-cases/analyse.ts';
import { notify, notifyProblem } from '../../use-cases/notices.ts';
import { usePassages } from '../passages/passages-state.ts';
import { useUi } from '../ui-state.ts';
import { openAnalysis } from './analysis-state.ts';
import { leaveAnalysis } from './away.ts';

/** Goes to what is behind a row: its passages, its place in the text, or another analysis. */
export async function follow(request: ViewRequest, row: AnalysisRow, name: string): Promise<void> {
  const found = await leadOf(request, row);
  if (!found.ok) return notifyProblem(found.problem);
  const lead = found.value;
  if (lead === null || (lead.kind === 'codings' && lead.ids.length === 0)) return notify({ kind: 'info', key: 'analysis.nothingBehind', values: { name } });
  switch (lead.kind) {
    case 'codings': return showPassages(lead.ids, name);
    case 'analysis': return openAnalysis(lead.id, lead.options);
    case 'place': {
      leaveAnalysis();
      useUi.setState({ view: 'reading', documentId: lead.documentId, goal: { kind: 'text', documentId: lead.documentId, start: lead.start, end: lead.end } });
    }
  }
}

/** Shows just these codings in the list of passages. */
export function showPassages(ids: readonly CodingId[], name: string): void {
  leaveAnalysis();
  usePassages.setState({ query: '', chosen: { ids: new Set(ids), name } });
  useUi.setState({ view: 'passages', codeId: null, focusedCodingId: null });
}
