import type { CodingId, DocumentId } from '../../schemas/ids.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { resolve } from '../anchoring/resolve.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { locate, type Location } from '../document/locate.ts';
import type { Utf16 } from '../document/offsets.ts';
import { textOf } from '../document/text-of.ts';
import { longDate } from './parts/dates.ts';

/** A passage that need not be coded. */
export interface CitedRange { documentId: DocumentId; start: Utf16; end: Utf16 }

type Language = 'nl' | 'en';

/**
 * A passage ready for a letter: “…” (speaker, role, document, date, page), as plain text and as HTML that is safe to
 * paste. Paragraphs run on in one line; the words are those of the document. Without pages it names the paragraph; a
 * coding whose place was lost is cited without either.
 * @throws Error for a coding or document that is not in the snapshot, RangeError for a range outside its text.
 */
export function citationText(snapshot: ProjectSnapshot, cited: CodingId | CitedRange, language: Language): { plain: string; html: string } {
  const { document, quotation, location } = find(snapshot, cited);
  const plain = `“${quotation.replaceAll(/\s*\n\s*/g, ' ').trim()}” (${reference(document, location, language)})`;
  return { plain, html: `<p lang="${escapeHtml(document.language ?? language)}">${escapeHtml(plain)}</p>` };
}

/** Who said it and where, without brackets: `Ada Brink, onderzoeker, Verslag, 14 maart 2024, blz. 4`. */
function reference(document: Document, location: Location | null, language: Language): string {
  const speakers = (location?.speakers ?? []).map(nameAndRole);
  const source = [document.name, document.date === null ? null : longDate(document.date, language), placeWords(location, language)]
    .filter((part) => part !== null).join(', ');
  return speakers.length > 1 ? [...speakers, source].join('; ') : [...speakers, source].join(', ');
}

/** `blz. 4`, `blz. 4–5`, or `alinea 12` where there are no pages; null where neither is known. */
export function placeWords(location: Location | null, language: Language): string | null {
  if (!location) return null;
  const { page, lastPage, paragraph } = location;
  if (page === null) return paragraph === null ? null : `${language === 'nl' ? 'alinea' : 'para.'} ${paragraph}`;
  if (lastPage === null || lastPage === page) return `${language === 'nl' ? 'blz.' : 'p.'} ${page}`;
  return `${language === 'nl' ? 'blz.' : 'pp.'} ${page}–${lastPage}`;
}

function nameAndRole({ name, role }: Speaker): string {
  return role === null || role.toLowerCase() === name.toLowerCase() ? name : `${name}, ${role}`;
}

function find(snapshot: ProjectSnapshot, cited: CodingId | CitedRange): { document: Document; quotation: string; location: Location | null } {
  const coding = typeof cited === 'string' ? snapshot.state.codings.get(cited) : undefined;
  const documentId = typeof cited === 'string' ? coding?.documentId : cited.documentId;
  const document = documentId && snapshot.state.documents.get(documentId);
  if (!document) throw new Error('the passage to cite is not in the project');
  const text = textOf(snapshot, document);
  const range = typeof cited === 'string' ? coding && resolve(text, coding.anchor) : cited;
  if (!range) return { document, quotation: coding?.anchor.quotation ?? '', location: null };
  if (range.start < 0 || range.end > text.text.length || range.end <= range.start) throw new RangeError(`no passage ${range.start}-${range.end}`);
  return { document, quotation: text.text.slice(range.start, range.end), location: locate(snapshot, text, range.start, range.end) };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;');
}
