import { analysisOf } from '../../app/analyses/registry.ts';
import type { AnalysisRow, Lead } from '../../app/analyses/analysis.ts';
import type { AnalysisView, ViewRequest } from '../../app/analyses/view.ts';
import type { ConditionGroup } from '../../schemas/query.ts';
import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { viewFormats, type ViewFormat } from '../../app/exporters/parts/view-formats.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { language } from '../i18n/index.ts';
import { askAnalyses } from '../workers/analysis-desk.ts';
import { currentSnapshot } from './current-snapshot.ts';
import { fileName } from './file-name.ts';
import { telling } from './notices.ts';
import { saveAs } from './save-as.ts';
import { startTask } from './tasks.ts';
import { useWorkbench } from './workbench.ts';

/** What an analysis finds, as it is shown. `cancelled` where nobody waits for it any more. */
export async function viewOf(snapshot: ProjectSnapshot, request: ViewRequest, signal: AbortSignal): Promise<Result<AnalysisView>> {
  const answer = await askAnalyses(snapshot, { kind: 'view', request }, signal);
  if (!answer.ok) return answer;
  return answer.value.kind === 'view' ? ok(answer.value.view) : strayAnswer;
}

/** How many codings each of these queries finds now. `cancelled` where nobody waits for it any more. */
export async function hitsOf(snapshot: ProjectSnapshot, queries: readonly ConditionGroup[], signal: AbortSignal): Promise<Result<number[]>> {
  const answer = await askAnalyses(snapshot, { kind: 'hits', queries }, signal);
  if (!answer.ok) return answer;
  return answer.value.kind === 'hits' ? ok(answer.value.hits) : strayAnswer;
}

/** Where a row leads; null where there is nothing to go to. */
export async function leadOf(request: ViewRequest, row: AnalysisRow): Promise<Result<Lead | null>> {
  const answer = await askAnalyses(currentSnapshot(), { kind: 'follow', request, row }, new AbortController().signal);
  if (!answer.ok) return answer;
  return answer.value.kind === 'follow' ? ok(answer.value.lead) : strayAnswer;
}

/** Saves an analysis as it is shown: its options, its order and its filter. Null: cancelled. */
export async function saveView(request: ViewRequest, format: ViewFormat): Promise<Result<{ where: string } | null>> {
  const analysis = analysisOf(request.id);
  if (!analysis) return telling(fail('unknown-analysis', `there is no analysis "${request.id}"`));
  const task = startTask({ title: 'task.export', values: { name: analysis.name[language()] } });
  try {
    const bytes = await bytesOf(request, format);
    return telling(bytes.ok ? await saveAs(nameOf(request.id, viewFormats[format]), bytes.value, 'notice.exported') : bytes);
  } finally {
    task.end();
  }
}

/** Saves bytes that the screen itself made of an analysis: a picture in dots. */
export async function saveImage(id: string, png: Uint8Array): Promise<Result<{ where: string } | null>> {
  return telling(await saveAs(nameOf(id, 'png'), png, 'notice.exported'));
}

/** An analysis as a file. */
export async function bytesOf(request: ViewRequest, format: ViewFormat): Promise<Result<Uint8Array>> {
  const options = { now: new Date().toISOString(), version: useWorkbench.getState().host?.version ?? '', language: language() };
  const answer = await askAnalyses(currentSnapshot(), { kind: 'write', request, format, options }, new AbortController().signal);
  if (!answer.ok) return answer;
  if (answer.value.kind !== 'write') return strayAnswer;
  return answer.value.bytes ? ok(answer.value.bytes) : fail('no-picture', 'there is nothing to draw');
}

function nameOf(id: string, extension: string): string {
  const project = useWorkbench.getState().project?.state.project?.name ?? '';
  return fileName(project, extension, (analysisOf(id)?.name[language()] ?? id).toLowerCase());
}

const strayAnswer = fail('worker-failed', 'the answer was to another question');
