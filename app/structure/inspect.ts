import type { CodePoint } from '../../schemas/ids.ts';
import type { InspectOutput } from '../../schemas/inspect.ts';
import type { SourceSpan } from '../../schemas/records/content.ts';
import { hasFileSource } from '../importers/file-source.ts';
import type { Reading } from '../importers/importer.ts';
import { plainText } from '../document/plain-text.ts';

/**
 * What `hoorwerk inspect` prints of a document: its structure, with every offset in code points of `text`. Places in
 * the source are null where that is no file.
 */
export function inspectReading(reading: Reading, file: { fileName: string; bytes: number }): InspectOutput {
  const { document, content, speakers } = reading;
  const plain = plainText(content);
  const point = plain.toCodePoint;
  const nowhere = { start: 0 as CodePoint, end: 0 as CodePoint };
  const ranges = plain.blocks.map(({ start, end }) => ({ start: point(start), end: point(end) }));
  const from = (block: number) => (ranges[block] ?? nowhere).start;
  const to = (block: number) => (ranges[block] ?? nowhere).end;
  const placed = hasFileSource(document.format);
  const ofFile = <T extends { source: SourceSpan }>(item: T): T => (placed ? item : { ...item, source: null });
  return {
    file: file.fileName, sha256: document.sourceSha256, bytes: file.bytes, format: document.format, kind: document.kind,
    title: document.title, date: document.date, place: document.place, reference: document.reference, language: document.language,
    text: plain.text,
    blocks: content.blocks.map(({ kind, level, turn, page, source }, index) => ofFile(
      { index, kind, level, start: from(index), end: to(index), turn, page, source })),
    sections: content.sections.map(({ heading, firstBlock, lastBlock, page }) => ({ heading, start: from(firstBlock), end: to(lastBlock), page })),
    pages: content.pages.map(({ page, at, printed }) => ({ page, start: point(plain.at(at)), printed })),
    speakers: speakers.map(({ id, name, role, organisation, aliases, moderator }) => ({ id, name, role, organisation, aliases, moderator })),
    turns: content.turns.map(({ kind, speaker, label, firstBlock, lastBlock, page, section }, index) => {
      const range = plain.turns[index];
      const words = range ? wordCount(plain.text.slice(range.start, range.end)) : 0;
      return { index, kind, speaker, label, start: from(firstBlock), end: to(lastBlock), page, section, words };
    }),
    pairs: content.pairs,
    footnotes: content.footnotes.map(({ label, anchor, block }) => (
      { label, anchor: anchor ? point(plain.at(anchor)) : null, text: content.blocks[block]?.text ?? '' })),
    attendees: content.attendees,
    changes: content.changes.map(ofFile),
    warnings: content.warnings.map(({ rule, message, source }) => ofFile({ rule, message, source })),
  };
}

/** Runs of characters without white space (counting.md). */
function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
