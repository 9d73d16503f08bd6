import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointIndex } from '../../../app/document/offsets.ts';
import type { CodePoint } from '../../../schemas/ids.ts';
import { marksOf, sourceMarks, type MarkKind, type SourceMark } from '../../../renderer/screens/review/source-marks.ts';
import { longestRow, textRows } from '../../../renderer/screens/review/text-rows.ts';
import { emptyContent } from '../invented.ts';

describe('the rows of a text', () => {
  it('are its lines, without line breaks of either kind', () => {
    const text = 'een\r\ntwee\n\nvier';
    const rows = textRows(text);
    const lines = Array.from({ length: rows.count }, (_, row) => text.slice(rows.start(row), rows.end(row)));
    expect(lines).toEqual(['een', 'twee', '', 'vier']);
    expect([0, 4, 5, 9, 10, 11, 15].map((offset) => rows.at(offset))).toEqual([0, 0, 1, 1, 2, 3, 3]);
  });

  it('hold every character but the line breaks, in order and none too long', () => {
    const pieces = fc.constantFrom('woord ', '\n', '\r\n', '😀', 'x'.repeat(longestRow + 3), '😀'.repeat(longestRow));
    fc.assert(fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const rows = textRows(text);
      let joined = '';
      for (let row = 0; row < rows.count; row += 1) {
        const piece = text.slice(rows.start(row), rows.end(row));
        expect(piece.length).toBeLessThanOrEqual(longestRow);
        expect(() => encodeURIComponent(piece)).not.toThrow();
        expect(rows.at(rows.start(row))).toBe(row);
        joined += piece;
      }
      expect(joined).toBe(text.replaceAll('\r\n', '').replaceAll('\n', ''));
    }));
  });
});

describe('the marks of a source', () => {
  it('tell what was removed, what was changed and what is doubted, in the units of the screen', () => {
    const source = '😀 kop\nher-\nkeuring';
    const content = {
      ...emptyContent,
      changes: [
        { rule: 'header', source: [2 as CodePoint, 5 as CodePoint] as [CodePoint, CodePoint], before: 'kop', after: '' },
        { rule: 'hyphen', source: [6 as CodePoint, 18 as CodePoint] as [CodePoint, CodePoint], before: 'her-\nkeuring', after: 'herkeuring' },
      ],
      warnings: [{ rule: 'doubt', message: 'twijfel', source: [0 as CodePoint, 1 as CodePoint] as [CodePoint, CodePoint] }],
    };
    const marks = sourceMarks(content, codePointIndex(source));
    const look = (start: number, end: number) => marks.segments(start, end).map((part) => [source.slice(part.start, part.end), part.kind]);
    expect(look(0, 6)).toEqual([['😀', 'doubt'], [' ', null], ['kop', 'removed']]);
    expect(look(7, 11)).toEqual([['her-', 'changed']]);
    expect(look(12, 19)).toEqual([['keuring', 'changed']]);
    expect(marks.segments(12, 19)[0]?.places).toEqual(['change-1']);
  });

  it('leave out places that a damaged record puts outside the source', () => {
    const content = { ...emptyContent, changes: [{ rule: 'x', source: [3 as CodePoint, 90 as CodePoint] as [CodePoint, CodePoint], before: 'x', after: '' }] };
    expect(sourceMarks(content, codePointIndex('kort')).segments(0, 4)).toEqual([{ start: 0, end: 4, kind: null, places: [] }]);
  });

  it('cover each row whole, with the kind that each character has, however they overlap', () => {
    const kinds: MarkKind[] = ['removed', 'changed', 'doubt'];
    const mark = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 30 }), fc.constantFrom(...kinds), fc.nat(9999));
    fc.assert(fc.property(fc.array(mark), fc.nat(40), fc.integer({ min: 1, max: 20 }), (drawn, start, length) => {
      const all: SourceMark[] = drawn.map(([from, size, kind, id]) => ({ start: from, end: from + size, kind, place: String(id) }));
      const segments = marksOf(all).segments(start, start + length);
      let at = start;
      for (const segment of segments) {
        expect(segment.start).toBe(at);
        for (let character = segment.start; character < segment.end; character += 1) {
          const here = all.filter((one) => one.start <= character && one.end > character).map((one) => one.kind);
          expect(segment.kind).toBe(kinds.find((kind) => here.includes(kind)) ?? null);
        }
        at = segment.end;
      }
      expect(at).toBe(start + length);
    }));
  });

  it('give an empty row nothing to draw', () => {
    expect(marksOf([]).segments(5, 5)).toEqual([]);
  });
});
