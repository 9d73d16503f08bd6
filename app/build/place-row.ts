import type { CodingRow } from '../../schemas/codings-table.ts';
import type { CodePoint } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import { codePointIndex, type CodePointIndex } from '../document/offsets.ts';
import { plainText, type PlainText } from '../document/plain-text.ts';
import { sourceRange, textRange } from '../document/source-map.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { looseText, type LooseText } from './loose-text.ts';

/** A range in code points, end exclusive. */
type Range = readonly [CodePoint, CodePoint];

/** A place where a quotation stands: in the clean text, and in the source where it has a place there. */
interface Candidate { text: Range; source: Range | null; exact: boolean }

/**
 * One document, in which rows of a table are found as ranges of its clean text. The quotation decides: looked for in
 * the source, then in the clean text, letter for letter but for white space. Offsets choose where it stands more than
 * once. Problems, for the report: `not-found`, `ambiguous`, `left-out` (it stands in a part of the source that is no
 * text), `other-text`.
 */
export class Lookup {
  readonly text: PlainText;
  private readonly looseText: LooseText;
  private readonly source: { text: string; index: CodePointIndex; loose: LooseText } | null;
  private readonly document: Document;
  private readonly content: Content;

  constructor({ document, content, source }: { document: Document; content: Content; source: string | null }) {
    this.document = document;
    this.content = content;
    this.text = plainText(content);
    this.looseText = looseText(this.text.text);
    this.source = source === null ? null : { text: source, index: codePointIndex(source), loose: looseText(source) };
  }

  place(row: CodingRow): Result<Range> {
    if (row.quotation === undefined) return this.byOffsets(row);
    const inSource = this.inSource(row.quotation);
    const candidates = distinct([...inSource.flatMap(({ text, ...rest }) => (text ? [{ ...rest, text }] : [])), ...this.inText(row.quotation)]);
    if (candidates.length === 0 && inSource.length > 0) {
      return fail('left-out', 'the quotation stands in a part of the source that is not text, such as a page header');
    }
    return this.choose(row, candidates);
  }

  /** Places in the source with what became of them: `text` is null where nothing did. */
  private inSource(quotation: string): { source: Range; text: Range | null; exact: boolean }[] {
    const { source } = this;
    if (!source) return [];
    return source.loose.find(quotation).map(({ start, end }) => {
      const range: Range = [source.index.toCodePoint(start), source.index.toCodePoint(end)];
      return { source: range, text: textRange(this.content, ...range), exact: source.text.slice(start, end) === quotation.trim() };
    });
  }

  private inText(quotation: string): Candidate[] {
    return this.looseText.find(quotation).map(({ start, end }) => {
      const range: Range = [this.text.toCodePoint(start), this.text.toCodePoint(end)];
      return { text: range, source: sourceRange(this.content, ...range), exact: false };
    });
  }

  private choose(row: CodingRow, candidates: readonly Candidate[]): Result<Range> {
    const [only, ...others] = candidates;
    if (!only) return fail('not-found', 'the quotation does not stand in the document');
    if (others.length === 0) return ok(only.text);
    const wanted = this.offsetsOf(row);
    if (wanted) {
      const here = candidates.filter((candidate) => overlaps(candidate[wanted.in], wanted.range));
      const [match, ...more] = here.length === 1 ? here : here.filter((candidate) => candidate[wanted.in]?.[0] === wanted.range[0]);
      if (match && more.length === 0) return ok(match.text);
      return fail('ambiguous', `the quotation stands ${candidates.length} times in the document, and the offsets choose none of these`);
    }
    const exact = candidates.filter((candidate) => candidate.exact);
    if (exact.length === 1 && exact[0]) return ok(exact[0].text);
    return fail('ambiguous', `the quotation stands ${candidates.length} times in the document; give its start and end`);
  }

  /** The offsets of a row, if they say something about this document. */
  private offsetsOf(row: CodingRow): { in: 'text' | 'source'; range: Range } | null {
    const { textSha256 } = this.document;
    if (row.text_start !== undefined && row.text_end !== undefined && (row.text_sha256 ?? textSha256) === textSha256) {
      return { in: 'text', range: [row.text_start, row.text_end] };
    }
    return row.start !== undefined && row.end !== undefined ? { in: 'source', range: [row.start, row.end] } : null;
  }

  private byOffsets(row: CodingRow): Result<Range> {
    const wanted = this.offsetsOf(row);
    if (!wanted) return fail('other-text', 'the offsets are of another version of the text, and there is no quotation to go by');
    if (wanted.in === 'text') return wanted.range[1] <= this.text.codePoints ? ok(wanted.range) : fail('not-found', 'the offsets lie outside the text');
    if (this.source && wanted.range[1] > this.source.index.length) return fail('not-found', 'the offsets lie outside the source');
    const range = textRange(this.content, ...wanted.range);
    return range ? ok(range) : fail('not-found', 'nothing of the text stands at these offsets of the source');
  }
}

const overlaps = (a: Range | null, b: Range) => a !== null && a[0] < b[1] && b[0] < a[1];

/** One candidate for each range of the text; it is exact if any of those that agree is. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = candidate.text.join('-');
    const twin = found.get(key);
    found.set(key, twin ? { ...twin, source: twin.source ?? candidate.source, exact: twin.exact || candidate.exact } : candidate);
  }
  return [...found.values()];
}
