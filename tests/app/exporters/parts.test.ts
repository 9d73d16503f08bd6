import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactCsv, guardedCsv } from '../../../app/exporters/parts/csv.ts';
import { fileNames } from '../../../app/exporters/parts/file-names.ts';
import { cellLimit, xlsx } from '../../../app/exporters/parts/xlsx.ts';
import { convert, present } from './programs.ts';
import { unzipped } from './unzipped.ts';

describe('CSV', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '=', ' ', '\'', 'a', '\uFEFF') }));
  it('gives back every text that went in', () => {
    fc.assert(fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (rows) => {
      const csv = exactCsv(['a', 'b'], rows.map(([a, b]) => ({ a, b })));
      expect(Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' }).data).toEqual([['a', 'b'], ...rows, ['']]);
    }), { numRuns: 500 });
  });

  it.each([
    ['=1+1', '\'=1+1'], ['- Dat', '\'- Dat'], ['  @x', '\'  @x'], ['＝1', '\'＝1'], ['\n=1', '\'\n=1'], ['|x', '\'|x'], ['%x', '\'%x'], ['\u00A0+1', '\'\u00A0+1'],
    ['1-2', '1-2'], ['gewoon', 'gewoon'], ['', ''],
  ])('guards %j as %j', (text, expected) => {
    const csv = guardedCsv(['a', 'b'], [{ a: text, b: 'x' }]);
    expect(csv.startsWith('\uFEFFa;b\r\n')).toBe(true);
    expect(Papa.parse<string[]>(csv.slice(1), { delimiter: ';', newline: '\r\n' }).data[1]).toEqual([expected, 'x']);
  });

  it('writes numbers, flags, lists and nothing without a locale', () => {
    expect(exactCsv(['n', 'y', 'l', 'e'], [{ n: 1234.5, y: true, l: ['a', 'b'], e: null }])).toBe('n,y,l,e\n1234.5,true,a | b,\n');
  });
});

describe('file names', () => {
  it.each([
    [['Brief', 'brief', 'BRIEF'], ['Brief.txt', 'brief (2).txt', 'BRIEF (3).txt']],
    [['../../weg', 'a/b\\c:d'], ['weg.txt', 'a-b-c-d.txt']],
    [['con', '-NUL-', 'com1.'], ['con-.txt', 'NUL-.txt', 'com1-.txt']],
    [['...', '', '  '], ['document.txt', 'document (2).txt', 'document (3).txt']],
    [['e\u0301', '\u00E9'], ['\u00E9.txt', '\u00E9 (2).txt']],
  ])('make %j into %j', (names, files) => {
    expect(fileNames(names, 'txt')).toEqual(files);
  });

  it('are never equal, empty, hidden or in another folder', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
      const files = fileNames(names, 'txt');
      expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length);
      for (const file of files) expect(file).toMatch(/^[^./\\:*?"<>|\0][^/\\:*?"<>|\0]*\.txt$/);
    }));
  });
});

const texts = ['=1+1', 'constructor', '__proto__', 'a\u0001b\u000Bc', '_x0041_ blijft', '<b>&"\'', ' rand ', 'twee\nregels', '🦉', '0123', 'TRUE', '2024-03-14'];
const workbook = () => xlsx([{ name: 'proef', columns: [{ title: 'tekst', width: 20 }, { title: 'getal', width: 8 }], rows: texts.map((text, at) => [text, at / 4]) }], { now: '2024-05-06T00:00:00.000Z', cut: '[afgekapt]' });

describe('a workbook', () => {
  it('cuts a text that is too long for a cell, says so, and leaves no half character', () => {
    const [long, fits] = ['🦉'.repeat(cellLimit), 'x'.repeat(cellLimit)];
    const xml = unzipped(xlsx([{ name: 'lang', columns: [{ title: 'a', width: 9 }], rows: [[long], [fits]] }], { now: '2024-05-06T00:00:00.000Z', cut: '[afgekapt]' })).text('xl/worksheets/sheet1.xml');
    const [, first = '', second = ''] = Array.from(xml.matchAll(/<t [^>]*>(.*?)<\/t>/g), ([, text = '']) => text);
    expect(first).toMatch(/^(?:🦉)+\[afgekapt\]$/u);
    expect(first.length).toBeGreaterThan(cellLimit - 3);
    expect(first.length).toBeLessThanOrEqual(cellLimit);
    expect(second).toBe(fits);
  });

  it('writes every text as text, with a frozen header and what XML can\'t hold escaped', () => {
    const xml = unzipped(workbook()).text('xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('a_x0001_b_x000B_c');
    expect(xml).toContain('_x005F_x0041_ blijft');
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(texts.length + 2);
  });
});

describe.skipIf(!present('soffice'))('a workbook in a spreadsheet (needs LibreOffice)', () => {
  it('shows each text and number as it was', () => {
    const csv = Object.values(convert('proef.xlsx', workbook(), 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false')).join('');
    const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data.slice(1);
    expect(rows.map(([, number]) => Number(number))).toEqual(texts.map((_, at) => at / 4));
    // LibreOffice's own CSV drops control characters that it does read from the workbook.
    const plain = (text: string) => text.replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : ''));
    expect(rows.map(([text = '']) => plain(text))).toEqual(texts.map(plain));
  });
});
