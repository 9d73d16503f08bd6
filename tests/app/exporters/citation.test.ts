import { describe, expect, it } from 'vitest';
import { citationText } from '../../../app/exporters/citation.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { CodingId } from '../../../schemas/ids.ts';
import { snapshotOf, textOf } from '../../fixtures/snapshot.ts';

const snapshot = snapshotOf({
  speakers: {
    ada: { name: 'Ada <b>Brink</b>', role: 'onderzoeker' },
    cie: { name: 'Commissie', role: 'commissie', moderator: true },
    bo: { name: 'Bo & Co' },
  },
  documents: [{
    name: 'Zitting "Nachtrust"', date: '2024-03-14',
    pieces: [
      { heading: 'Rust' }, { page: 4 },
      { turn: 'ada', label: 'Ada', says: ['Slapen 🌙 is "werk" & geen <i>luxe</i>.', { page: 5 }, 'Wij meten het.'] },
      { turn: 'cie', kind: 'question', label: 'Commissie', says: ['Waarom?'] },
      { turn: 'bo', kind: 'answer', label: 'Bo', says: ['Daarom.'] },
    ],
  }, { name: 'Brief', language: 'nl', pieces: [{ text: 'Geachte lezer,' }, { text: 'Dit is alles.' }] }],
  codes: { rust: {} },
  codings: [
    { code: 'rust', quotation: 'Slapen … luxe</i>.' },
    { code: 'rust', quotation: 'luxe</i>. … Wij meten' },
    { code: 'rust', quotation: 'meten het. … Daarom.' },
    { code: 'rust', quotation: 'Dit is alles.', document: 'Brief' },
    { code: 'rust', quotation: 'Waarom?', anchor: { quotation: 'Dit is nooit gezegd.' } },
  ],
});
const coding = (index: number): CodingId => [...snapshot.state.codings.keys()][index] ?? ('' as CodingId);

describe('a citation', () => {
  it('holds the quotation with speaker, role, document, date and page', () => {
    expect(citationText(snapshot, coding(0), 'nl').plain)
      .toBe('“Slapen 🌙 is "werk" & geen <i>luxe</i>.” (Ada <b>Brink</b>, onderzoeker, Zitting "Nachtrust", 14 maart 2024, blz. 4)');
    expect(citationText(snapshot, coding(0), 'en').plain).toMatch(/14 March 2024, p\. 4\)$/);
  });

  it('escapes every sign of markup in its HTML', () => {
    const { html } = citationText(snapshot, coding(0), 'nl');
    expect(html).toContain('geen &lt;i&gt;luxe&lt;/i&gt;');
    expect(html.replaceAll(/^<p lang="nl">|<\/p>$/g, '')).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
  });

  it('names both pages and runs the paragraphs on in one line', () => {
    expect(citationText(snapshot, coding(1), 'nl').plain).toMatch(/^“luxe<\/i>\. Wij meten” .*blz\. 4–5\)$/);
    expect(citationText(snapshot, coding(1), 'en').plain).toMatch(/pp\. 4–5\)$/);
  });

  it('names each speaker of a passage that crosses turns, and a role only where it says more than the name', () => {
    expect(citationText(snapshot, coding(2), 'nl').plain)
      .toMatch(/\(Ada <b>Brink<\/b>, onderzoeker; Commissie; Bo & Co; Zitting "Nachtrust", 14 maart 2024, blz\. 5\)$/);
  });

  it('names the paragraph where there are no pages', () => {
    expect(citationText(snapshot, coding(3), 'nl').plain).toBe('“Dit is alles.” (Brief, alinea 2)');
  });

  it('gives the words of a coding that lost its place without a speaker or page', () => {
    expect(citationText(snapshot, coding(4), 'nl').plain).toBe('“Dit is nooit gezegd.” (Zitting "Nachtrust", 14 maart 2024)');
  });

  it('takes a range that is not coded', () => {
    const { document, text } = textOf(snapshot, 'Zitting "Nachtrust"');
    const start = text.text.indexOf('Daarom') as Utf16;
    const range = { documentId: document.id, start, end: (start + 6) as Utf16 };
    expect(citationText(snapshot, range, 'nl').plain).toBe('“Daarom” (Bo & Co, Zitting "Nachtrust", 14 maart 2024, blz. 5)');
    expect(() => citationText(snapshot, { ...range, end: start }, 'nl')).toThrow(RangeError);
  });

  it('refuses a coding that is not in the project', () => {
    expect(() => citationText(snapshot, 'weg' as CodingId, 'nl')).toThrow('not in the project');
  });
});
