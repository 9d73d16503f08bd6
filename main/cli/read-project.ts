import { readProjectFile, type ProjectBundle } from '../../app/project-file/read-project-file.ts';
import { withoutText } from '../../app/document/text-of.ts';
import type { ProjectSnapshot } from '../../app/coding/state.ts';
import { firstZipName } from '../../app/support/read-zip.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { readInput } from './files.ts';

export interface ReadProject { bundle: ProjectBundle; snapshot: ProjectSnapshot }

/**
 * A project file as a snapshot to read from; a line that names the file where it can't be had. One that lacks the text of
 * a document is refused, since no figure of it would be whole, unless the caller says so itself (`lackingToo`).
 */
export async function readProject(file: string, { lackingToo = false } = {}): Promise<Result<ReadProject>> {
  const bytes = await readInput(file);
  if (!bytes.ok) return bytes;
  if (/\.qdpx$/i.test(file) || /\.qde$/i.test(firstZipName(bytes.value) ?? '')) {
    return fail('qdpx-not-yet', `${file} is a REFI-QDA project, which can't be read yet; give a .hoorwerk file`);
  }
  const read = await readProjectFile(bytes.value);
  if (!read.ok) return fail(read.problem.code, `${file}: ${read.problem.message}`, read.problem.values);
  const { projectId, state, contents } = read.value;
  const [lost] = withoutText({ state, contents });
  if (lost && !lackingToo) return fail('text-missing', `${file}: the text of "${lost.name}" is missing from this file, so nothing was made of it; open the project and remove that document, or take an earlier copy`);
  return ok({ bundle: read.value, snapshot: { projectId, state, contents } });
}
