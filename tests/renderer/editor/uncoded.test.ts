import { describe, expect, it } from 'vitest';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { DrawnCodings } from '../../../renderer/editor/plugins/codings.ts';
import { readingDocument } from '../../../renderer/editor/reading-document.ts';
import { uncodedStretches } from '../../../renderer/editor/uncoded.ts';
import { invent } from '../../app/world.ts';

const text = plainText(invent('Middag', [
  { by: null, text: 'Opening' },
  { by: 'Voorzitter', text: 'Goedemiddag. Wie begint?' },
  { by: 'Mevrouw Lindeboom', text: 'Ik begin. Ik wacht al lang. Niemand belt.' },
  { by: 'Mevrouw Lindeboom', text: 'Mijn man kookt.', sameTurn: true },
  { by: 'De heer Oudkerk', text: 'Dat ken ik.' },
]).content);
const reading = readingDocument(text);

const coded = (...quotations: string[]): DrawnCodings => new Map(quotations.map((words) => {
  const start = text.text.indexOf(words);
  return [words as CodingId, { id: words as CodingId, codeId: 'thema' as CodeId, start: start as Utf16, end: (start + words.length) as Utf16 }];
}));
const stretches = (codings: DrawnCodings) => uncodedStretches(reading, codings).map(({ start, end }) => text.text.slice(start, end));

describe('the stretches that have no theme', () => {
  it('are whole turns where nothing is coded, without headings', () => {
    expect(stretches(coded())).toEqual([
      'Goedemiddag. Wie begint?', 'Ik begin. Ik wacht al lang. Niemand belt.\nMijn man kookt.', 'Dat ken ik.',
    ]);
  });

  it('end at a sentence that is touched by a coding, and begin after it', () => {
    expect(stretches(coded('wacht al', 'Dat ken ik.'))).toEqual(['Goedemiddag. Wie begint?', 'Ik begin.', 'Niemand belt.\nMijn man kookt.']);
  });

  it('are none where all is coded, however codings lie over each other', () => {
    expect(stretches(coded(text.text, 'Ik begin.'))).toEqual([]);
  });
});
