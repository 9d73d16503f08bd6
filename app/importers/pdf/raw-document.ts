import { joinPieces, pointLength, slicePiece, spanOf, withMarks, type NoteMark, type Piece } from '../../structure/pieces.ts';
import { groupBy } from '../../structure/group.ts';
import type { CodePoint } from '../../../schemas/ids.ts';
import type { ImportChange, SourceSpan } from '../../../schemas/records/content.ts';
import type { RawDocument, RawLine } from '../importer.ts';
import { withAsides } from './asides.ts';
import type { PdfText } from './extract.ts';
import { flowOf, type Flow } from './flow.ts';
import { headingLevels } from './headings.ts';
import { findNotes } from './notes.ts';
import type { PageLine } from './page-lines.ts';
import { pdfWarnings } from './warnings.ts';

/** A PDF's lines for the recognisers, and where each stands: the source's code points, line by line. */
export interface PdfDocument { raw: RawDocument; places: ReadonlyMap<PageLine, readonly [CodePoint, CodePoint]> }

/**
 * The source is the lines as they are printed, each with a line break, and an empty line where there is room between
 * paragraphs. What the text does not need of a line (marks of notes and lists, ligatures) is cut from it and listed.
 */
export function pdfDocument(text: PdfText): PdfDocument {
  const { notes, marks, lines: noteLines } = findNotes(text.lines, text.bodySize, (page) => text.pages[page]?.rules ?? []);
  const flowing = text.lines.filter((line) => !noteLines.has(line) && !isFurniture(line));
  const flows = flowsOf(flowing, text.bodySize);
  const levels = headingLevels(flowing, text.bodySize);
  const labels = new Map(notes.flatMap((note) => note.lines.map(({ line, from }) => [line, from] as const)));
  const pages = groupBy(withAsides(text.lines, (line) => flows.get(line)?.ends ?? !noteLines.has(line)), (line) => line.page);
  const source = new Source();
  const written = new Map<PageLine, RawLine>();
  const lines: RawLine[] = [];
  text.pages.forEach((_, page) => {
    const own: RawLine[] = [];
    for (const line of pages.get(page) ?? []) {
      const flow = flows.get(line);
      if (flow?.spaced && own.length > 0) own.push(source.emptyLine());
      const label = labels.get(line) ?? 0;
      const raw = source.line(line.text, [
        ...ligaturesIn(line.text),
        ...(marks.get(line) ?? []).map(({ from, to, note }): Edit => ({ from, to, text: '', rule: 'note-mark', note })),
        ...(flow?.item ? [{ from: 0, to: flow.item.from, text: '', rule: 'bullet' }] : []),
        ...(label > 0 ? [{ from: 0, to: label, text: '', rule: 'note-mark' }] : []),
      ]);
      written.set(line, raw);
      if (!noteLines.has(line)) own.push({ ...raw, ...facts(line, flow, levels.get(line) ?? null, text.bodySize) });
    }
    const [first = source.emptyLine(), ...rest] = own;
    lines.push({ ...first, newPage: true }, ...rest);
  });
  return {
    raw: {
      format: 'pdf', source: source.text, lines,
      ...(notes.length > 0 ? { notes: notes.map(({ id, label, lines: own }) => ({ id, label, lines: own.flatMap(({ line }) => written.get(line) ?? []) })) } : {}),
      changes: source.changes, warnings: pdfWarnings(text, (line) => written.get(line)?.source ?? null),
    },
    places: new Map([...written].flatMap(([line, { source: span }]) => (span ? [[line, span] as const] : []))),
  };
}

const isFurniture = ({ kind }: PageLine) => kind === 'header' || kind === 'footer';

/** What stands beside the text is no part of its flow: each group is looked at by itself. */
function flowsOf(lines: readonly PageLine[], bodySize: number): Map<PageLine, Flow> {
  const groups = groupBy(lines, ({ kind, region }) => (kind === 'aside' || kind === 'turned' ? region : 0));
  return new Map([...groups.values()].flatMap((group) => [...flowOf(group, bodySize)]));
}

function facts(line: PageLine, flow: Flow | undefined, heading: number | null, bodySize: number): Partial<RawLine> {
  if (isFurniture(line)) return { furniture: true };
  return {
    endsParagraph: flow?.ends ?? true,
    type: { size: Math.round((100 * line.size) / bodySize) / 100, bold: line.bold },
    ...(heading === null ? {} : { heading }),
    ...(flow?.item ? { item: flow.item.level } : {}),
  };
}

/** A stretch of a line that is something else, or nothing, in the text. UTF-16 offsets. */
interface Edit { from: number; to: number; text: string; rule: string; note?: string }

function ligaturesIn(text: string): Edit[] {
  return [...text.matchAll(/[\uFB00-\uFB06]/g)].map(({ 0: sign, index }) => ({ from: index, to: index + 1, text: sign.normalize('NFKC'), rule: 'ligature' }));
}

/** The source as it grows, and what was changed in its lines. */
class Source {
  readonly changes: ImportChange[] = [];
  private readonly parts: string[] = [];
  private length = 0;

  get text(): string {
    return this.parts.join('');
  }

  emptyLine(): RawLine {
    const { source } = this.add('');
    return { text: '', source, sourceMap: [] };
  }

  line(text: string, edits: readonly Edit[]): RawLine {
    const { source, piece } = this.add(text);
    const kept: Piece[] = [];
    const marks: NoteMark[] = [];
    let at = 0;
    for (const { from, to, text: made, rule, note } of edits.toSorted((a, b) => a.from - b.from)) {
      if (from < at) continue;
      kept.push(slicePiece(piece, at, from), { text: made, map: [] });
      const cut = slicePiece(piece, from, to);
      this.changes.push({ rule, source: spanOf(cut.map), before: cut.text, after: made });
      if (note !== undefined) marks.push({ at: kept.reduce((sum, one) => sum + one.text.length, 0), note });
      at = to;
    }
    const made = withMarks(kept.length === 0 ? piece : joinPieces([...kept, slicePiece(piece, at)], []), marks);
    return { text: made.text, source, sourceMap: made.map, ...(made.marks ? { marks: [...made.marks] } : {}) };
  }

  private add(text: string): { source: SourceSpan; piece: Piece } {
    const start = this.length as CodePoint;
    const size = pointLength(text);
    this.parts.push(text, '\n');
    this.length += size + 1;
    return { source: [start, (start + size) as CodePoint], piece: { text, map: size > 0 ? [[0 as CodePoint, start, size]] : [] } };
  }
}
