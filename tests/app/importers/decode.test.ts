import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../app/importers/decode.ts';

const text = 'De commissie vroeg: ‘Hoe gaat het met uw patiënten?’\r\nÉén zei: prima – zo’n €5 per keer.\n';
const utf8 = (letters: string) => new TextEncoder().encode(letters);
const utf16 = (letters: string, big = false) => {
  const bytes = new Uint8Array(letters.length * 2);
  const view = new DataView(bytes.buffer);
  [...Array(letters.length).keys()].forEach((at) => view.setUint16(at * 2, letters.charCodeAt(at), !big));
  return bytes;
};
const windows1252 = (letters: string) => {
  const high: Record<string, number> = { '€': 0x80, '‘': 0x91, '’': 0x92, '–': 0x96 };
  return Uint8Array.from(letters, (letter) => high[letter] ?? letter.charCodeAt(0));
};

describe('decodeText', () => {
  it.each<[string, Uint8Array, string, string[]]>([
    ['UTF-8', utf8(text), 'utf-8', []],
    ['UTF-8 with its mark', utf8(`\uFEFF${text}`), 'utf-8', []],
    ['UTF-16, small end first, with its mark', utf16(`\uFEFF${text}`), 'utf-16le', []],
    ['UTF-16, big end first, with its mark', utf16(`\uFEFF${text}`, true), 'utf-16be', []],
    ['UTF-16, small end first, without', utf16(text), 'utf-16le', []],
    ['UTF-16, big end first, without', utf16(text, true), 'utf-16be', []],
    ['Windows-1252', windows1252(text), 'windows-1252', ['encoding']],
  ])('reads %s letter for letter', (_name, bytes, encoding, rules) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ ok: true, value: { text, encoding } });
    expect(decoded.ok && decoded.value.warnings.map(({ rule }) => rule)).toEqual(rules);
  });

  it('keeps letters outside the first plane', () => {
    expect(decodeText(utf16('Ja \u{1F600}, zei hij.'))).toMatchObject({ ok: true, value: { text: 'Ja \u{1F600}, zei hij.' } });
  });

  it('reads one short word in Windows-1252 as that, not as another alphabet', () => {
    expect(decodeText(windows1252('Één'))).toMatchObject({ ok: true, value: { text: 'Één', encoding: 'windows-1252' } });
  });

  it('reads another alphabet by its statistics', () => {
    const russian = 'Комиссия спросила о здоровье пациентов. Это было важно для всех участников слушания.';
    const bytes = Uint8Array.from(russian, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
    expect(decodeText(bytes)).toMatchObject({ ok: true, value: { text: russian, encoding: 'windows-1251' } });
  });

  it('keeps UTF-8 where a few bytes are spoiled, and says so', () => {
    const bytes = Uint8Array.from([...utf8('patiënten, coördinator, reünie, één, ideeën en geïnd '), 0xff, ...utf8(' enz.')]);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ ok: true, value: { text: 'patiënten, coördinator, reünie, één, ideeën en geïnd \uFFFD enz.', encoding: 'utf-8' } });
    expect(decoded.ok && decoded.value.warnings.map(({ rule }) => rule)).toEqual(['damaged-letters']);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['white space', utf8(' \r\n\t\u00A0\n'), 'empty-file'],
    ['a byte order mark alone', utf8('\uFEFF'), 'empty-file'],
    ['a NUL among letters', utf8('een\0twee'), 'binary-file'],
    ['control characters', Uint8Array.from({ length: 400 }, (_, at) => at % 32 || 1), 'binary-file'],
    ['an image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), 'binary-file'],
    ['bytes at random', Uint8Array.from({ length: 5000 }, (_, at) => ((at * 2654435761) >>> 13) % 255 + 1), 'binary-file'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, problem: { code } });
  });
});
