import type { CodingId, DocumentId } from '../../../schemas/ids.ts';
import { planAddCode } from '../../../app/coding/plan-code.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planAddQuery } from '../../../app/coding/plan-query.ts';
import { fail } from '../../../app/support/result.ts';
import { anchorAt, readingOf } from '../invented-hearing.ts';
import type { MemoryFolder } from '../memory-host.ts';
import { saved, startOn, type Profile, type Window } from '../window.ts';

/** Makes a project with one invented document. */
export async function withDocument(window: Window, name = 'Veerdienst'): Promise<DocumentId> {
  await window.createProject({ name });
  const { reading, bytes } = await readingOf();
  const accepted = await window.acceptReading(reading, bytes);
  if (!accepted.ok) throw new Error(accepted.problem.message);
  return accepted.value;
}

/** Tags a stretch of the first document, or of another, with one of the themes. */
export function tag(window: Window, start: number, length = 5, at = 0, documentId?: DocumentId) {
  return window.commit((project, { now, newId }) => {
    const document = documentId ? project.state.documents.get(documentId) : project.state.documents.values().next().value;
    const content = document && project.contents.get(document.contentSha256);
    const codeId = [...project.state.codes.keys()][at];
    if (!content || !codeId) return fail('nothing-to-tag', 'the document was taken back');
    const anchor = anchorAt(content, start, length);
    return planTag(project.state, { id: newId<CodingId>(), documentId: document.id, codeId, coderId: project.coder.id, anchor, now });
  });
}

export const addCode = (window: Window, name: string) =>
  window.commit((project, { now, newId }) => planAddCode(project.state, { id: newId(), name, now }));

/** Saves a query for the first theme. */
export const addQuery = (window: Window, name: string) => window.commit((project, { now, newId }) => {
  const [theme] = project.state.codes.keys();
  if (!theme) return fail('no-theme', 'the project has no themes');
  return planAddQuery(project.state, { id: newId(), name, query: { kind: 'group', not: false, match: 'all', of: [{ kind: 'theme', not: false, theme, withSubtree: true }] }, now });
});

/** What a window left behind that made a project with a document and some codings, saved, closed and went. */
export async function workedIn(folder: MemoryFolder, profile: Profile, codings = 3) {
  const window = await startOn(folder, profile);
  await withDocument(window);
  for (let at = 0; at < codings; at += 1) await tag(window, at * 6);
  await saved(window);
  const { projectId, state } = window.project();
  await window.closeProject();
  window.kill(folder);
  return { projectId, state };
}
