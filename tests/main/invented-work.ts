import type { Change, Counts } from '../../schemas/change.ts';
import type { Head } from '../../schemas/host.ts';
import type { ChangeId, CodeId, CoderId, CodePoint, DocumentId, ProjectId, Sha256 } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import { makeChange, type Plan } from '../../app/coding/change.ts';
import { planAddCode } from '../../app/coding/plan-code.ts';
import { planImportDocument } from '../../app/coding/plan-document.ts';
import { planCreateProject } from '../../app/coding/plan-project.ts';
import { countsOf, emptyState, type ProjectState } from '../../app/coding/state.ts';
import { contentBytes } from '../../app/document/content-blob.ts';
import { nameId, sha256 } from '../../app/support/hash.ts';
import type { Result } from '../../app/support/result.ts';

export const projectId = nameId<ProjectId>('project', 'tests');
export const copyId = nameId('copy', 'tests');
export const instant = '2026-03-01T10:00:00.000Z';
const coder = { id: nameId<CoderId>('coder', 'tests'), name: 'Noor Pen', initials: 'NP' };

/** A project that grows by itself: its changes, and its state after them. */
export interface Work { changes: Change[]; state: ProjectState }

/** A project with so many changes: its making, and then a theme each. `variant`: another history of the same project. */
export function workOf(count: number, variant = ''): Work {
  let work: Work = { changes: [], state: emptyState };
  if (count > 0) work = grow(work, planCreateProject({ name: `Bos en beek${variant}`, coder, codes: [], now: instant }), variant);
  while (work.changes.length < count) work = growBy(work, 1, variant);
  return work;
}

/** The same work with more themes. */
export function growBy(work: Work, count: number, variant = ''): Work {
  let grown = work;
  for (let made = 0; made < count; made++) {
    const name = `thema ${grown.changes.length} ✓${variant}`;
    grown = grow(grown, planAddCode(grown.state, { id: nameId<CodeId>('code', name), name, now: instant, key: null }), variant);
  }
  return grown;
}

/** The same work with a document, and the blobs that it names. */
export function withDocument(work: Work): { work: Work; blobs: { sha256: Sha256; bytes: Uint8Array<ArrayBuffer> }[] } {
  const text = 'De voorzitter opent de zitting in het dorpshuis.';
  const source = new TextEncoder().encode(text);
  const content: Content = {
    version: 1, turns: [], sections: [], pages: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
    blocks: [{ kind: 'paragraph', level: null, text, turn: null, page: null, source: null, sourceMap: [] }],
  };
  const bytes = contentBytes(content);
  const document = {
    id: nameId<DocumentId>('document', sha256(source)), name: 'Zitting', kind: 'plain' as const, format: 'txt', fileName: 'zitting.txt',
    sourceSha256: sha256(source), contentSha256: sha256(bytes), textSha256: sha256(text), characters: text.length as CodePoint,
    title: null, date: null, place: null, reference: null, language: 'nl', importedAt: instant,
  };
  return {
    work: grow(work, planImportDocument(work.state, { document, speakers: [] })),
    blobs: [{ sha256: document.sourceSha256, bytes: source }, { sha256: document.contentSha256, bytes: Uint8Array.from(bytes) }],
  };
}

/** What `journal.append` is asked to bring the journal from `already` changes to all of this work. */
export function appendOf(work: Work, already = 0): { projectId: ProjectId; name: string; copyId: string; expected: Head; changes: Change[]; counts: Counts } {
  return {
    projectId, copyId, name: work.state.project?.name ?? '', expected: headOf(work, already),
    changes: work.changes.slice(already), counts: countsOf(work.state),
  };
}

export function headOf(work: Work, seq = work.changes.length): Head {
  return { seq, id: work.changes[seq - 1]?.id ?? null };
}

function grow(work: Work, plan: Result<Plan>, variant = ''): Work {
  if (!plan.ok) throw new Error(plan.problem.message);
  const id = nameId<ChangeId>('change', String(work.changes.length + 1), variant);
  const { change, state } = makeChange(work.state, plan.value, { id, at: instant, coderId: coder.id });
  return { changes: [...work.changes, change], state };
}
