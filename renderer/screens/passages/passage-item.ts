import type { CodeId, CodingId, DocumentId, SpeakerId } from '../../../schemas/ids.ts';
import type { Coding } from '../../../schemas/records/coding.ts';
import type { Document } from '../../../schemas/records/document.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { resolve } from '../../../app/anchoring/resolve.ts';
import { locate } from '../../../app/document/locate.ts';
import type { PlainText } from '../../../app/document/plain-text.ts';
import { fold } from '../../../app/support/fold.ts';

/** Who speaks in a passage. `id` is null for a document without turns, which is one voice, named after it. */
export interface Voice { key: string; id: SpeakerId | null; name: string; role: string | null; moderator: boolean }

/** One coding as a reader of the list needs it. */
export interface PassageItem {
  id: CodingId;
  codeId: CodeId;
  codeName: string;
  color: string;
  documentId: DocumentId;
  documentName: string;
  quotation: string;
  /** In order of speaking; empty in headings, labels and for orphans. */
  voices: readonly Voice[];
  page: number | null;
  lastPage: number | null;
  memo: string;
  coder: string;
  initials: string;
  createdAt: string;
  /** Its words are no longer found in the text; shown, never dropped. */
  orphan: boolean;
  /** To sort by place: the document's place in the project, then the first and last character. */
  place: readonly [document: number, start: number, end: number];
  /** Quotation, speaker and memo without case and accents. */
  searchable: string;
}

/** Every coding of the project. Resolves each anchor, so make it once per state. */
export function passageItems(snapshot: ProjectSnapshot, textOf: (document: Document) => PlainText): PassageItem[] {
  const { state } = snapshot;
  const documents = [...state.documents.values()].toSorted((a, b) => a.importedAt.localeCompare(b.importedAt) || a.id.localeCompare(b.id));
  const order = new Map(documents.map((document, index) => [document.id, index]));
  const memos = new Map<CodingId, string[]>();
  for (const { target, text } of state.memos.values()) {
    if (target.kind === 'coding') memos.set(target.id, [...(memos.get(target.id) ?? []), text]);
  }
  const items: PassageItem[] = [];
  for (const coding of state.codings.values()) {
    const document = state.documents.get(coding.documentId);
    const code = state.codes.get(coding.codeId);
    if (!document || !code) continue;
    const where = whereIs(snapshot, textOf(document), document, coding);
    const memo = (memos.get(coding.id) ?? []).join('\n');
    const coder = state.coders.get(coding.coderId);
    items.push({
      id: coding.id, codeId: code.id, codeName: code.name, color: code.color,
      documentId: document.id, documentName: document.name,
      quotation: coding.anchor.quotation, memo,
      coder: coder?.name ?? '', initials: coder?.initials ?? '', createdAt: coding.createdAt,
      ...where,
      place: [order.get(document.id) ?? 0, coding.anchor.start, coding.anchor.end],
      searchable: fold([coding.anchor.quotation, ...where.voices.map((voice) => voice.name), memo].join('\n')),
    });
  }
  return items;
}

function whereIs(
  snapshot: ProjectSnapshot, text: PlainText, document: Document, coding: Coding,
): Pick<PassageItem, 'voices' | 'page' | 'lastPage' | 'orphan'> {
  const found = resolve(text, coding.anchor);
  if (!found) return { voices: [], page: null, lastPage: null, orphan: true };
  const { speakers, page, lastPage } = locate(snapshot, text, found.start, found.end);
  const voices: Voice[] = text.content.turns.length === 0
    ? [{ key: document.id, id: null, name: document.name, role: null, moderator: false }]
    : speakers.map(({ id, name, role, moderator }) => ({ key: id, id, name, role, moderator }));
  return { voices, page, lastPage, orphan: false };
}
