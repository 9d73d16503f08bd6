import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCodebook } from '../../../app/build/codebook.ts';
import { readCodingsTable } from '../../../app/build/codings-table.ts';
import { sharedFolder } from '../../shared.ts';
import { must } from '../world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const codebook = (text: string) => must(readCodebook(bytes(text)));
const refusal = (result: { ok: boolean; problem?: { message: string } }) => result.problem?.message;
const guid = (digit: string) => `${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}`;

describe('a REFI-QDA codebook', () => {
  const xml = (inside: string) => `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x">${inside}</CodeBook>`;

  it('gives the tree with ids, definitions and colours, in any order of children', () => {
    expect(codebook(`\uFEFF${xml(`<Codes>
      <Code guid="{${guid('A')}}" name="zorg &amp; werk" isCodable="true" color="#00FF7F">
        <Code guid="${guid('b')}" name="UWV" isCodable="true"/>
        <Description>  Wat zorg <![CDATA[& werk]]> doet. </Description>
      </Code>
    </Codes>`)}`)).toEqual({ notes: [], entries: [
      { id: guid('a'), path: ['zorg & werk'], definition: 'Wat zorg & werk doet.', color: '#00ff7f', key: null },
      { id: guid('b'), path: ['zorg & werk', 'UWV'], definition: '', color: null, key: null },
    ] });
  });

  it('tells of the sets that a project can\'t hold', () => {
    expect(codebook(xml(`<Codes><Code guid="${guid('a')}" name="a" isCodable="true"/></Codes><Sets><Set guid="${guid('c')}" name="s"/></Sets>`)).notes)
      .toEqual([expect.stringContaining('sets (1)')]);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE CodeBook [<!ENTITY a "aaa">]><CodeBook><Codes/></CodeBook>', 'DOCTYPE'],
    ['XML that is not closed', xml('<Codes><Code name="a"></Codes>'), 'not well-formed'],
    ['another kind of XML', '<html><Code name="a"/></html>', 'not a REFI-QDA codebook'],
    ['a theme without a name', xml('<Codes><Code guid="x"/></Codes>'), 'no name'],
    ['no themes at all', xml('<Codes/>'), 'no themes'],
  ])('is refused with %s', (_, text, why) => {
    expect(refusal(readCodebook(bytes(text)))).toContain(why);
  });

  it.skipIf(!sharedFolder())('of another program is read (needs the real documents)', () => {
    const file = readFileSync(path.join(sharedFolder() ?? '', 'refi-qda/samples/qualcoder4beta.qdc'));
    expect(must(readCodebook(new Uint8Array(file))).entries.map((entry) => [entry.path.join('/'), entry.definition])).toEqual([
      ['Beta & co <x>', ''], ['Gamma', ''], ['Folder', 'a folder'], ['Folder/Alpha', 'memo alpha'], ['Folder/Alpha/Alpha child', ''],
    ]);
  });
});

describe('a codebook as CSV', () => {
  it('is read with comma or semicolon, by path or by name', () => {
    expect(codebook('path;definition;color;key\na > b ;"Met; teken";#ABC;3\n').entries).toEqual([
      { id: null, path: ['a', 'b'], definition: 'Met; teken', color: '#aabbcc', key: 3 },
    ]);
    expect(codebook('\uFEFFname,description\nwachten,Duurt lang\n').entries).toMatchObject([{ path: ['wachten'], definition: 'Duurt lang', color: null, key: null }]);
  });

  it('is refused when a row names no theme, or has cells too many', () => {
    expect(refusal(readCodebook(bytes('name,definition\n,leeg\n')))).toContain('row 1 names no theme');
    expect(refusal(readCodebook(bytes('name,definition\na,b,c\n')))).toContain('more cells');
  });
});

describe('a codebook as JSON', () => {
  it('is read as a tree', () => {
    expect(codebook(JSON.stringify({ codes: [{ name: 'a', definition: 'A', key: 1, children: [{ name: 'b', color: '#112233' }] }] })).entries).toEqual([
      { id: null, path: ['a'], definition: 'A', color: null, key: 1 }, { id: null, path: ['a', 'b'], definition: '', color: '#112233', key: null },
    ]);
  });

  it('is refused when it is something else', () => {
    for (const text of ['{"codes": 3}', '{"codes": [{"name": ""}]}', '{"codes": [']) expect(readCodebook(bytes(text)).ok).toBe(false);
  });
});

describe('a table of codings', () => {
  it('is read from CSV, empty cells absent and numbers as numbers', () => {
    const table = must(readCodingsTable(bytes('document,code,quotation,start,end,coder,memo,weight\na.txt,wachten,"Zij zei\n""ja"".",3,9,,,50\n')));
    expect(table).toEqual({ coder: null, invalid: [], rows: [
      { number: 1, row: { document: 'a.txt', code: 'wachten', quotation: 'Zij zei\n"ja".', start: 3, end: 9, weight: 50 } },
    ] });
  });

  it('is read from JSON with its coder, null as absent', () => {
    const table = must(readCodingsTable(bytes(JSON.stringify({ coder: 'A', codings: [{ document: 'a', code: 'b', quotation: 'c', memo: null }] }))));
    expect(table).toEqual({ coder: 'A', invalid: [], rows: [{ number: 1, row: { document: 'a', code: 'b', quotation: 'c' } }] });
  });

  it('takes round numbers as R and pandas write them', () => {
    const table = must(readCodingsTable(bytes('document,code,start,end,weight\na,b,1e+05,100012.0,1E2\na,b,1.5e+05,150001.5,\n')));
    expect(table.rows.map(({ row }) => row)).toEqual([{ document: 'a', code: 'b', start: 100_000, end: 100_012, weight: 100 }]);
    expect(table.invalid.map(({ number }) => number)).toEqual([2]);
  });

  it('takes offset 0 for an offset', () => {
    expect(must(readCodingsTable(bytes('document,code,start,end\na,b,0,4\n'))).rows[0]?.row).toMatchObject({ start: 0, end: 4 });
  });

  it('names the rows that can\'t be used, and keeps the others', () => {
    const rows = [{ code: 'b' }, { code: 'b', quotation: 'c' }, { quotation: 'c' }, { code: 'b', start: 5, end: 5 }, { code: 'b', quotation: 'c', weight: 101 }, 3];
    const table = must(readCodingsTable(bytes(JSON.stringify({ codings: rows }))));
    expect([table.rows.map((row) => row.number), table.invalid.map((row) => row.number)]).toEqual([[2], [1, 3, 4, 5, 6]]);
    expect(table.invalid[0]?.reason).toContain('needs a quotation');
  });

  it.each([['{"codings": 1}'], ['[1]'], ['{'], ['naam,tekst\na,b\n'], ['']])('is refused: %j', (text) => {
    expect(readCodingsTable(bytes(text))).toMatchObject({ ok: false, problem: { code: 'codings-unreadable' } });
  });
});
