import { countHits } from '../../app/analyses/query.ts';
import { followRow, viewAnalysis } from '../../app/analyses/view.ts';
import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { writeView } from '../../app/exporters/parts/analysis-files.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import type { AnalysisAnswer, AnalysisQuestion, JobHandlers } from './jobs.ts';

/** The analyses. Each call makes a desk of its own, which keeps the project that it was last sent. */
export function analysisJobs(): JobHandlers<'analyse'> {
  let project: Pick<ProjectSnapshot, 'projectId' | 'state'> | null = null;
  let contents: ProjectSnapshot['contents'] | null = null;
  return {
    async analyse(asked) {
      project = asked.project ?? project;
      contents = asked.contents ?? contents;
      if (!project || !contents) return fail('no-project', 'no project was sent');
      return answer({ ...project, contents }, asked.question);
    },
  };
}

function answer(snapshot: ProjectSnapshot, question: AnalysisQuestion): Result<AnalysisAnswer> {
  if (question.kind === 'follow') {
    const lead = followRow(snapshot, question.request, question.row);
    return lead.ok ? ok({ kind: 'follow', lead: lead.value }) : lead;
  }
  if (question.kind === 'hits') return ok({ kind: 'hits', hits: countHits(snapshot, question.queries) });
  const view = viewAnalysis(snapshot, question.request);
  if (!view.ok) return view;
  if (question.kind === 'view') return ok({ kind: 'view', view: view.value });
  const { request, format, options } = question;
  return ok({ kind: 'write', bytes: writeView({ view: view.value, request, state: snapshot.state }, format, options) });
}
