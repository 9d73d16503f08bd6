import chardet from 'chardet';
import type { ImportWarning } from '../../schemas/records/content.ts';
import { fail, ok, type Result } from '../support/result.ts';

/** A text file's letters, without its byte order mark. `source` spans count code points of `text`. */
export interface Decoded { text: string; encoding: string; warnings: ImportWarning[] }

/**
 * Bytes to text, by evidence: a byte order mark, what the file declares of itself, the pattern of NUL bytes that
 * UTF-16 leaves in Latin text, valid UTF-8, and only then an encoding of one byte a letter: Windows-1252 unless most
 * letters are of another alphabet. Refuses `empty-file` (nothing but white space) and `binary-file`. Linear in the bytes.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Result<Decoded> {
  const found = encodingOf(bytes, declared === null ? null : encodingNamed(declared));
  if (!found) return binary();
  const text = found.encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(found.encoding).decode(bytes);
  if (text.trim() === '') return fail('empty-file', 'the file holds no text; choose another file');
  if (looksBinary(text)) return binary();
  return ok({ text, encoding: found.encoding, warnings: found.warnings });
}

const binary = () => fail('binary-file', 'this is not a text file; save the document as plain text (.txt) and open that');

interface Found { encoding: string; warnings: ImportWarning[] }

function encodingOf(bytes: Uint8Array, declared: string | null): Found | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', warnings: isUtf8(bytes) ? [] : [damaged] };
  const utf16 = utf16Of(bytes);
  if (utf16) return { encoding: utf16, warnings: bytes.length % 2 === 0 ? [] : [damaged] };
  if (bytes.includes(0)) return null;
  // Who declares UTF-16 in letters of one byte does not write it.
  if (declared && !declared.startsWith('utf-')) return { encoding: declared, warnings: [] };
  if (isUtf8(bytes)) return { encoding: 'utf-8', warnings: [] };
  const evidence = countBytes(bytes);
  // A text in UTF-8 with a few spoiled bytes: reading all of it as Windows-1252 would spoil every accent.
  if (evidence.utf8Letters > 4 * evidence.strayBytes) return { encoding: 'utf-8', warnings: [damaged] };
  const encoding = evidence.high > evidence.asciiLetters ? otherAlphabet(bytes) : 'windows-1252';
  const message = `the file does not say how its letters are coded; it was read as ${encoding}: check accents and quotation marks`;
  return { encoding, warnings: [{ rule: 'encoding', message, source: null }] };
}

/** Our own, since Node's decoder of that name knows Latin-1 only (nodejs/node#56542): quotation marks would be lost. */
function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 16_384) {
    const codes = Array.from(bytes.subarray(from, from + 16_384), (byte) => (byte >= 0x80 && byte < 0xa0 ? (upperHalf[byte - 0x80] ?? byte) : byte));
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/** What Windows-1252 has from 0x80 to 0x9F; five places are empty and stay control characters. */
const upperHalf = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

const damaged: ImportWarning = {
  rule: 'damaged-letters', source: null,
  message: 'some bytes of the file are no letters in its encoding; each stands as \uFFFD in the text',
};

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** UTF-16 by its byte order mark, or by NUL bytes that stand nearly all on one side of the pairs. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  // FF FE 00 00 would be UTF-32, which nobody writes; its NUL letters are refused later.
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const sample = bytes.subarray(0, 65_536);
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const pairs = sample.length / 2;
  const guess = odd > 0.6 * pairs && even <= 1 + 0.05 * odd ? 'utf-16le' : even > 0.6 * pairs && odd <= 1 + 0.05 * even ? 'utf-16be' : null;
  return guess && decodes(sample.subarray(0, sample.length - 2), guess) ? guess : null;
}

const isUtf8 = (bytes: Uint8Array) => decodes(bytes, 'utf-8');

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Letters of two to four bytes that are whole in UTF-8, bytes above 127 that are not, and how Latin the text is. */
function countBytes(bytes: Uint8Array): { utf8Letters: number; strayBytes: number; high: number; asciiLetters: number } {
  const counts = { utf8Letters: 0, strayBytes: 0, high: 0, asciiLetters: 0 };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) counts.asciiLetters += 1;
      continue;
    }
    counts.high += 1;
    const follow = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    const whole = follow > 0 && bytes.subarray(at + 1, at + 1 + follow).every((next) => (next & 0xc0) === 0x80) && at + follow < bytes.length;
    if (whole) at += follow;
    counts[whole ? 'utf8Letters' : 'strayBytes'] += 1;
  }
  return counts;
}

/** More letters above 127 than below: another alphabet than ours. The statistics are only trusted then. */
function otherAlphabet(bytes: Uint8Array): string {
  const guess = chardet.analyse(bytes.subarray(0, 262_144))[0];
  return (guess && guess.confidence >= 20 ? encodingNamed(guess.name) : null) ?? 'windows-1252';
}

/** The encoding that a name stands for, as browsers take it; null where they know none. */
function encodingNamed(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/** NUL, or control characters that no text has, in more than one letter of a hundred. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    const isSpace = (code >= 9 && code <= 13) || code === 0x85;
    if ((code < 32 && !isSpace) || (code >= 127 && code < 160 && !isSpace)) controls += 1;
  }
  return controls * 100 > text.length;
}
