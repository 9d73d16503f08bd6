import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../../app/document/content-problems.ts';
import { importDocument } from '../../../../app/importers/import-document.ts';
import { at, handMade } from '../../../fixtures/pdf/hand-made.ts';
import { layOut } from '../../../fixtures/pdf/lay-out.ts';

const now = '2026-01-02T03:04:05.000Z';
const sentence = 'De dam houdt het slib tegen, zei de waterbouwer, en de vissers vroegen waar de vis dan blijven moet.';
const set = (blocks: number) => layOut({
  blocks: Array.from({ length: blocks }, (_, index) => ({ kind: 'paragraph' as const, level: null, text: `Alinea ${index + 1}. ${sentence} ${sentence} ${sentence}` })),
}, { columns: 1, font: 'Helvetica' });

describe('a damaged PDF', () => {
  it('that was cut off gives the pages that are left, and says after which it is damaged', async () => {
    const { bytes, pages } = await set(60);
    const result = await importDocument(bytes.slice(0, Math.round(bytes.length * 0.6)), { fileName: 'a.pdf', now });
    if (!result.ok) throw new Error(result.problem.message);
    const { content, source } = result.value;
    const last = content.pages.length;
    expect(last).toBeGreaterThan(1);
    expect(last).toBeLessThan(pages);
    expect(content.blocks.slice(0, 5).map(({ text }) => text.slice(0, 9))).toEqual(['Alinea 1.', 'Alinea 2.', 'Alinea 3.', 'Alinea 4.', 'Alinea 5.']);
    expect(content.warnings).toMatchObject([{ rule: 'damaged-after', values: { page: last } }]);
    expect(contentProblems(content, source)).toEqual([]);
  });

  it('ends with a result, whatever its bytes', async () => {
    const whole = handMade([{ draw: at(72, 700, 'een regel') }, { draw: at(72, 700, 'nog een') }]);
    const spoiled = fc.tuple(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(whole.length)).map(([edits, cut]) => {
      const bytes = whole.slice(0, whole.length - (cut % 3 === 0 ? cut : 0));
      for (const [place, byte] of edits) if (place < bytes.length) bytes[place] = byte;
      return bytes;
    });
    await fc.assert(fc.asyncProperty(spoiled, async (bytes) => {
      const result = await importDocument(bytes, { fileName: 'a.pdf', now });
      expect(result.ok ? contentProblems(result.value.content, result.value.source) : result.problem.message === '').toEqual(result.ok ? [] : false);
    }), { numRuns: 60 });
  });

  it('reads two thousand pages, tells of each, and stops where it is asked to', async () => {
    const bytes = handMade(Array.from({ length: 2000 }, (_, page) => ({ draw: [at(72, 700, `Punt ${page * 7}`), at(72, 686, sentence.slice(page % 40)), at(300, 40, String(page + 1))].join('\n') })));
    const seen: number[] = [];
    const result = await importDocument(bytes, { fileName: 'a.pdf', now, onProgress: (done) => seen.push(done) });
    expect(result.ok && result.value.content.pages.map(({ page, printed }) => printed && page)).toEqual(Array.from({ length: 2000 }, (_, page) => page + 1));
    expect(seen.length).toBeGreaterThan(2000);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    const stop = new AbortController();
    const stopped = await importDocument(bytes, { fileName: 'a.pdf', now, signal: stop.signal, onProgress: (done) => { if (done > 0.12) stop.abort(); } });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  }, 120_000);
});
