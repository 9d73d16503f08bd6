import { fail, ok, type Result } from '../support/result.ts';
import { NumberingReader } from './docx/numbering.ts';
import { findParts, wordPrefixes } from './docx/parts.ts';
import { WordStory } from './docx/story.ts';
import { StylesReader } from './docx/styles.ts';
import type { WordWork } from './docx/work.ts';
import { extensionsOf } from './extensions.ts';
import { isoTime } from './extract/comments.ts';
import type { DraftNote } from './extract/draft-line.ts';
import { layOut } from './extract/lay-out.ts';
import { inFormat } from './extract/numbers.ts';
import { documentLocked, openOfficeFile, readPart, type OfficeFile } from './extract/office-file.ts';
import { ExtractWriter } from './extract/writer.ts';
import type { Importer } from './importer.ts';
import { hasOldWordSignature, includesLetters, zipKind } from './signatures.ts';

/**
 * Word's documents, read from their XML: what a reader sees, and what the file says of it (headings, lists, notes,
 * comments, where Word last set its pages). Headers and footers are no part of it.
 */
export const docx: Importer = {
  id: 'docx',
  name: { nl: 'Word (.docx)', en: 'Word (.docx)' },
  extensions: extensionsOf.docx,
  source: 'extract',
  sniff: (bytes, fileName) => (zipKind(bytes, fileName) === 'docx' || isLocked(bytes) ? 0.9 : 0),
  read: async (bytes, context) => {
    if (isLocked(bytes)) return documentLocked;
    const file = await openOfficeFile(bytes, context);
    if (!file.ok) return file;
    const read = await readWord(file.value);
    if (!read.ok) return read;
    const { work, comments } = read.value;
    const lines = work.writer.closeStory();
    const raw = layOut({
      format: 'docx', lines, notes: labelled(work), pages: work.renderedPages ? 'all' : 'some', said: work.writer.said,
      comments: comments.stories.map(({ id, attributes, lines: own }) => (
        { id, text: own.map(({ text }) => text).join('\n'), author: attributes['w:author'] || null, at: isoTime(attributes['w:date']) })),
    });
    return /\S/u.test(raw.source ?? '') ? ok(raw) : fail('empty-file', 'the document holds no text; choose another file');
  },
};

async function readWord(file: OfficeFile): Promise<Result<{ work: WordWork; comments: WordWork }>> {
  const found = await findParts(file);
  if (!found.ok) return found;
  const parts = found.value;
  const styles = new StylesReader();
  const numbering = new NumberingReader();
  const before = await inTurn(file, [[parts.styles, styles], [parts.numbering, numbering]]);
  if (!before.ok) return before;
  const work = newWork(styles, numbering);
  const comments = newWork(styles, numbering);
  const read = await inTurn(file, [
    [parts.settings, new WordStory(work)], [parts.main, new WordStory(work)], [parts.footnotes, new WordStory(work)],
    [parts.endnotes, new WordStory(work)], [parts.comments, new WordStory(comments)],
  ]);
  return read.ok ? ok({ work, comments }) : read;
}

async function inTurn(file: OfficeFile, parts: readonly (readonly [string, Parameters<typeof readPart>[3]])[]): Promise<Result<null>> {
  for (const [name, handler] of parts) {
    const read = await readPart(file, name, wordPrefixes, handler);
    if (!read.ok) return read;
  }
  return ok(null);
}

const newWork = (styles: StylesReader, numbering: NumberingReader): WordWork => ({
  writer: new ExtractWriter(), styles: styles.result(), numbering, renderedPages: false,
  marks: [], deletedNotes: new Set(), stories: [], formats: { footnote: 'decimal', endnote: 'lowerRoman' },
});

/** Word locks a document by putting it, encrypted, into a file of the kind that it wrote before 2007. */
function isLocked(bytes: Uint8Array): boolean {
  return hasOldWordSignature(bytes) && includesLetters(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e');
}

/** Notes with what their marks print: the author's sign, or their number among their kind. */
function labelled({ stories, marks, deletedNotes, formats }: WordWork): DraftNote[] {
  const labels = new Map<string, string>();
  const counts = { footnote: 0, endnote: 0 };
  for (const { id, kind, sign } of marks) {
    if (labels.has(id)) continue;
    if (sign === null) counts[kind] += 1;
    labels.set(id, sign ?? inFormat(counts[kind], formats[kind]));
  }
  return stories.filter(({ id }) => labels.has(id) || !deletedNotes.has(id)).map(({ id, lines }) => ({ id, label: labels.get(id) ?? null, lines }));
}
