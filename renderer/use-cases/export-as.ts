import { fail, ok, type Result } from '../../app/support/result.ts';
import { withoutText } from '../../app/document/text-of.ts';
import { exporters } from '../../app/exporters/registry.ts';
import { language } from '../i18n/index.ts';
import { runJob } from '../workers/run-job.ts';
import { currentSnapshot } from './current-snapshot.ts';
import { fileName } from './file-name.ts';
import { telling } from './notices.ts';
import { saveAs } from './save-as.ts';
import { startTask } from './tasks.ts';
import { useWorkbench } from './workbench.ts';

/** Makes a file of the open project in one of the formats of the registry and saves it. Null: cancelled. */
export async function exportAs(exporterId: string): Promise<Result<{ where: string } | null>> {
  return telling(await write(exporterId));
}

async function write(exporterId: string): Promise<Result<{ where: string } | null>> {
  const exporter = exporters.find(({ id }) => id === exporterId);
  if (!exporter) return fail('unknown-format', `there is no exporter "${exporterId}"`);
  const { project, host } = useWorkbench.getState();
  if (!project) return fail('no-project', 'no project is open');
  const [lost] = withoutText(project);
  if (lost) return fail('export-lacks-text', `the text of "${lost.name}" is not there, so the export would not be right`, { name: lost.name });
  const stop = new AbortController();
  const task = startTask({ title: 'task.export', values: { name: exporter.name[language()] }, cancel: () => stop.abort() });
  try {
    const options = { now: new Date().toISOString(), version: host?.version ?? '', language: language() };
    const input = { exporterId, snapshot: currentSnapshot(), options };
    const bytes = await runJob('export', input, { signal: stop.signal, onProgress: task.progress });
    if (stop.signal.aborted) return ok(null);
    return bytes.ok ? await saveAs(fileName(project.state.project?.name ?? '', exporter.extension, exporter.fileWords[language()]), bytes.value, 'notice.exported') : bytes;
  } finally {
    task.end();
  }
}
