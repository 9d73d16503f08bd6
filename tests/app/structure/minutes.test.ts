import { describe, expect, it } from 'vitest';
import { inspectText, minutes, scoreOf, summary } from './read-minutes.ts';

describe('minutes of other forms', () => {
  it('are there in a good number', () => {
    expect(minutes.length).toBeGreaterThanOrEqual(30);
  });

  it.each(minutes)('$name reads as a reader would', async ({ name, text, expected }) => {
    const found = summary(await inspectText(new TextEncoder().encode(text), name));
    expect(scoreOf(expected, found)).toMatchObject({ false: 0, missed: 0, kinds: 0, falseSpeakers: 0, missedSpeakers: 0 });
    expect(found).toEqual(expected);
  });

  it.each(minutes)('$name reads alike with the line breaks and letters of old Windows', async ({ name, text }) => {
    const found = await inspectText(new TextEncoder().encode(text), name);
    const other = await inspectText(windows1252(text.replaceAll('\n', '\r\n')), name);
    expect(other.text).toBe(found.text);
    const coded = [...text].some((letter) => letter > '\u007F') ? ['encoding'] : [];
    expect(summary(other)).toEqual({ ...summary(found), warnings: [...summary(found).warnings, ...coded] });
  });

  it('finds nobody in a text without speakers, whatever stands before its colons', async () => {
    for (const { name, text } of minutes.filter(({ expected }) => expected.speakers.length === 0)) {
      const found = await inspectText(new TextEncoder().encode(text), name, 'hearing');
      expect(found.speakers).toEqual([]);
      expect(found.turns.filter(({ speaker }) => speaker !== null)).toEqual([]);
    }
  });
});

function windows1252(text: string): Uint8Array {
  const high: Record<string, number> = { '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96 };
  return Uint8Array.from(text, (letter) => high[letter] ?? letter.charCodeAt(0));
}
