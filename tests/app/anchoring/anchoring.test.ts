import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { describe } from '../../../app/anchoring/describe.ts';
import { resolve } from '../../../app/anchoring/resolve.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText, type PlainText } from '../../../app/document/plain-text.ts';
import type { Content } from '../../../schemas/records/content.ts';

const textOf = (...lines: string[]): PlainText => plainText({
  version: 1, turns: [], sections: [], pages: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
  blocks: lines.map((text) => ({ kind: 'paragraph', level: null, text, turn: null, page: null, source: null, sourceMap: [] })),
} satisfies Content);

const anchorOf = (text: PlainText, quotation: string, nth = 0) => {
  let start = text.text.indexOf(quotation);
  for (let i = 0; i < nth; i += 1) start = text.text.indexOf(quotation, start + 1);
  return describe(text, start as Utf16, (start + quotation.length) as Utf16);
};

/** Few letters, so that quotations repeat; astral ones, so that the two units differ. */
const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '𝒳', 'é'), minLength: 1, maxLength: 80 });

suite('an anchor', () => {
  it('gives back the range that it describes, in any text', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (lines, a, b) => {
      const text = textOf(...lines);
      const points = [...text.text];
      const [from, to] = [a % points.length, b % points.length].toSorted((x, y) => x - y);
      const start = points.slice(0, from).join('').length;
      const end = points.slice(0, (to ?? 0) + 1).join('').length;
      const anchor = describe(text, start as Utf16, end as Utf16);
      expect(anchor).toMatchObject({ start: from, end: (to ?? 0) + 1, quotation: text.text.slice(start, end) });
      expect([...anchor.prefix].length).toBe(Math.min(32, from ?? 0));
      expect([...anchor.suffix].length).toBe(Math.min(32, points.length - (to ?? 0) - 1));
      expect(resolve(text, anchor)).toEqual({ start, end, how: 'offset' });
    }));
  });

  it('never resolves to a place that says something else', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat(), (before, after, at) => {
      const old = textOf(...before);
      const start = old.toUtf16((at % old.codePoints) as typeof old.codePoints);
      const anchor = describe(old, start, (start + 1) as Utf16);
      const text = textOf(...after);
      const place = resolve(text, anchor);
      expect(place ? text.text.slice(place.start, place.end) : anchor.quotation).toBe(anchor.quotation);
    }));
  });

  it('widens a bound inside a surrogate pair to the whole character', () => {
    expect(describe(textOf('a😀b'), 2 as Utf16, 3 as Utf16)).toMatchObject({ start: 1, end: 2, quotation: '😀' });
  });

  it('refuses an empty passage', () => {
    expect(() => describe(textOf('abc'), 1 as Utf16, 1 as Utf16)).toThrow(RangeError);
  });

  it('finds a passage near its place after text was put in before it', () => {
    const sentence = 'De trein naar Zwolle rijdt weer op tijd.';
    const text = textOf('Vooraf.', `Eerst dit. ${sentence} En dan dat.`);
    const anchor = anchorOf(textOf(`Eerst dit. ${sentence} En dan dat.`), sentence);
    expect(resolve(text, anchor)).toMatchObject({ start: text.text.indexOf(sentence), how: 'near' });
  });

  it('tells repeated words apart by what stands around them', () => {
    const old = textOf('Het antwoord op de eerste vraag was ja, zei de wethouder van groen.', 'Het antwoord op de tweede vraag was ja, meende de wethouder van sport.');
    const anchor = anchorOf(old, 'ja', 1);
    const edited = textOf('Ingevoegd.', ...old.text.split('\n'), 'Slot.');
    const place = resolve(edited, anchor);
    expect(place?.start).toBe(edited.text.lastIndexOf('ja, meende'));
  });

  it('finds a passage far from its place by its surroundings', () => {
    const old = textOf('De commissie vroeg naar de kosten van het zwembad. Daarna was er pauze.');
    const anchor = anchorOf(old, 'kosten van het zwembad');
    const text = textOf('x'.repeat(5000), old.text);
    expect(resolve(text, anchor)).toMatchObject({ start: text.text.indexOf('kosten van'), how: 'context' });
  });

  it('is an orphan rather than found at a short word that happens to stand elsewhere', () => {
    const anchor = anchorOf(textOf('Op die vraag zei zij zonder aarzelen ja en liep weg.'), 'ja');
    expect(resolve(textOf('Geheel andere tekst waarin ja voorkomt, zij het elders.'), anchor)).toBeNull();
  });

  it('is an orphan where two far places fit equally well', () => {
    const anchor = anchorOf(textOf('Een zin die lang genoeg is om iets te zeggen.'), 'Een zin die lang genoeg is om iets te zeggen.');
    const twice = textOf('x'.repeat(3000), anchor.quotation, 'y', anchor.quotation);
    expect(resolve(twice, anchor)).toBeNull();
  });
});
