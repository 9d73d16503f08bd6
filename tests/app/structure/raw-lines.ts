import type { CodePoint, DocumentId } from '../../../schemas/ids.ts';
import type { DocumentKind } from '../../../schemas/records/document.ts';
import type { RawDocument, RawLine, RawNote } from '../../../app/importers/importer.ts';
import { nameId } from '../../../app/support/hash.ts';
import { understand, type Understood } from '../../../app/structure/recognise.ts';

/** A line as a format that knows more than text would give it: its text, and what is known of it. */
export type Told = [string, Omit<RawLine, 'text' | 'source' | 'sourceMap'>?];

/** A document of such lines, and of notes `[id, label, lines]`, with an extract of one line a line as its source. */
export function rawDocument(lines: readonly Told[], notes: readonly [string, string | null, ...string[]][] = []): RawDocument {
  let at = 0;
  const texts: string[] = [];
  const place = ([text, told = {}]: Told): RawLine => {
    const start = at as CodePoint;
    const { length } = [...text];
    at += length + 1;
    texts.push(`${text}\n`);
    return { text, source: [start, (start + length) as CodePoint], sourceMap: length === 0 ? [] : [[0 as CodePoint, start, length]], ...told };
  };
  const placed = lines.map(place);
  const apart = notes.map(([id, label, ...own]): RawNote => ({ id, label, lines: own.map((text) => place([text])) }));
  return { format: 'docx', source: texts.join(''), lines: placed, notes: apart, changes: [], warnings: [] };
}

export function understood(raw: RawDocument, as: DocumentKind | null = null): Promise<Understood> {
  return understand(raw, nameId<DocumentId>('document', raw.source ?? ''), as, async () => {});
}
