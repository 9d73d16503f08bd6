import type { Op } from '../../schemas/change.ts';
import type { DocumentId, Sha256, SpeakerId } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Memo } from '../../schemas/records/memo.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { cleanName, differs, memosOn, notThere, withRoles } from './planning.ts';
import { speakerOf } from './speaker-of.ts';
import type { ProjectState } from './state.ts';

/**
 * Takes a document, those who speak in it and the memos on its passages into the project, and their roles into its list;
 * `document-already-there` for the same file again. Who is in the project already, since the document was here before,
 * stays as they are there.
 */
export function planImportDocument(state: ProjectState, { document, speakers, memos = [] }: { document: Document; speakers: readonly Speaker[]; memos?: readonly Memo[] }): Result<Plan> {
  const twin = [...state.documents.values()].find((other) => other.sourceSha256 === document.sourceSha256);
  if (twin) return fail('document-already-there', `this file is in the project already, as "${twin.name}"`, { name: twin.name });
  return ok({
    label: { key: 'document.import', values: { name: document.name } },
    ops: [
      ...withRoles(state, speakers.flatMap(({ role }) => role ?? [])),
      ...speakers.filter(({ id }) => !speakerOf(state.speakers, id)).map((record): Op => ({ op: 'put', table: 'speakers', record })),
      { op: 'put', table: 'documents', record: document },
      ...memos.map((record): Op => ({ op: 'put', table: 'memos', record })),
    ],
  });
}

/** What the user says of a document: its name and what its cover prints. */
export type DocumentPatch = Partial<Pick<Document, 'name' | 'title' | 'date' | 'place' | 'reference' | 'language'>>;

export function planEditDocument(state: ProjectState, id: DocumentId, patch: DocumentPatch): Result<Plan> {
  const before = state.documents.get(id);
  if (!before) return notThere('documents', id);
  const name = cleanName(patch.name ?? before.name);
  if (!name.ok) return name;
  const record: Document = { ...before, ...patch, name: name.value };
  const label = { key: 'document.edit', values: { name: record.name } } as const;
  return ok({ label, ops: differs(before, record) ? [{ op: 'put', table: 'documents', record }] : [] });
}

/**
 * Takes a document out, with its codings, the speakers who speak in no other document, and the memos on any of these.
 * The label says how many codings and speakers went along.
 */
export function planDeleteDocument(state: ProjectState, contents: ReadonlyMap<Sha256, Content>, id: DocumentId): Result<Plan> {
  const document = state.documents.get(id);
  if (!document) return notThere('documents', id);
  const codings = [...state.codings.values()].filter((coding) => coding.documentId === id);
  const speakers = leftWithoutTurns(state, contents, document);
  const memos = memosOn(state, new Set([id, ...codings.map((coding) => coding.id), ...speakers]));
  return ok({
    label: { key: 'document.delete', values: { name: document.name, codings: codings.length, speakers: speakers.length } },
    ops: [
      ...memos.map((memo): Op => ({ op: 'delete', table: 'memos', id: memo.id })),
      ...codings.map((coding): Op => ({ op: 'delete', table: 'codings', id: coding.id })),
      ...speakers.map((speaker): Op => ({ op: 'delete', table: 'speakers', id: speaker })),
      { op: 'delete', table: 'documents', id },
    ],
  });
}

/**
 * Speakers of this document and of no other; all speakers when it is the last document. None where the text of another is
 * missing, since any of them may speak there.
 */
function leftWithoutTurns(state: ProjectState, contents: ReadonlyMap<Sha256, Content>, document: Document): SpeakerId[] {
  const others = [...state.documents.values()].filter((other) => other.id !== document.id);
  if (others.some(({ contentSha256 }) => !contents.has(contentSha256))) return [];
  const speaksIn = (of: Document) => (contents.get(of.contentSha256)?.turns ?? []).map((turn) => speakerOf(state.speakers, turn.speaker)?.id);
  const elsewhere = new Set(others.flatMap(speaksIn));
  const here = new Set(speaksIn(document));
  return [...state.speakers.keys()].filter((id) => others.length === 0 || (here.has(id) && !elsewhere.has(id)));
}
