import type { CodePoint } from '../../schemas/ids.ts';
import type { ImportChange } from '../../schemas/records/content.ts';
import { ok } from '../support/result.ts';
import { decodeText } from './decode.ts';
import { extensionsOf } from './extensions.ts';
import type { Importer, RawDocument, RawLine } from './importer.ts';
import { unsupportedFormat } from './unsupported.ts';

/** Plain text: whatever decodes to letters and is no other format that we know. */
export const text: Importer = {
  id: 'txt',
  name: { nl: 'tekst', en: 'text' },
  extensions: extensionsOf.txt,
  source: 'file',
  sniff: (bytes, fileName) => (unsupportedFormat(bytes, fileName) ? 0 : 0.3),
  read: async (bytes) => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return decoded;
    return ok({ format: 'txt', ...linesOf(decoded.value.text), warnings: decoded.value.warnings });
  },
};

/**
 * The lines of a decoded text, with places in code points of that text, every line break counted as it stands. A form
 * feed starts a new page; other control characters, and soft hyphens within a line, are left out and listed.
 */
export function linesOf(source: string): Pick<RawDocument, 'source' | 'lines' | 'changes'> {
  const lines: RawLine[] = [];
  const changes: ImportChange[] = [];
  // Code points before `counted`: text without astral letters (nearly all) needs no counting.
  const astral = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(source);
  let counted = 0;
  let points = 0;
  const pointAt = (offset: number): CodePoint => {
    if (!astral) return offset as CodePoint;
    for (; counted < offset; counted += 1) {
      const code = source.charCodeAt(counted);
      const low = code >= 0xdc00 && code < 0xe000 && counted > 0 && isHigh(source.charCodeAt(counted - 1));
      if (!low) points += 1;
    }
    return points as CodePoint;
  };
  const addLine = (from: number, to: number, newPage: boolean) => {
    const start = pointAt(from);
    const line: RawLine = { text: '', source: [start, start], sourceMap: [], ...(newPage ? { newPage } : {}) };
    let at = 0;
    for (const [nth, part] of source.slice(from, to).split(invisible).entries()) {
      const offset = from + at;
      if (part === '') continue;
      if (nth % 2 === 1) {
        changes.push({ rule: 'control-characters', source: [pointAt(offset), pointAt(offset + part.length)], before: part, after: '' });
      } else {
        const first = pointAt(offset);
        const length = pointAt(offset + part.length) - first;
        const written = line.sourceMap.reduce((sum, [, , size]) => sum + size, 0);
        line.sourceMap.push([written as CodePoint, first, length]);
        line.text += part;
      }
      at += part.length;
    }
    line.source = [start, pointAt(to)];
    lines.push(line);
  };
  let from = 0;
  let newPage = false;
  for (const match of source.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) {
    const to = match.index;
    // A form feed that stands on a line of its own or starts one ends no line.
    if (match[0] !== '\f' || to > from) addLine(from, to, newPage);
    if (match[0] !== '\f' || to > from) newPage = false;
    if (match[0] === '\f') {
      newPage = true;
      changes.push({ rule: 'page-break', source: [pointAt(to), pointAt(to + 1)], before: '\f', after: '' });
    }
    from = to + match[0].length;
  }
  if (from < source.length) addLine(from, source.length, newPage);
  return { source, lines, changes };
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;

/**
 * Letters that are not seen and that other formats can't hold, but for the tab, and soft hyphens within a line: at its
 * end they say how a word goes on. The group keeps them when splitting.
 */
const invisible = /((?:(?!\t)[\p{Cc}\uFEFF]|\u00AD(?=\S))+)/u;
