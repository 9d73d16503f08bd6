import { zipFiles } from '../../support/zip-files.ts';

export interface XlsxSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly XlsxColumn[];
  rows: readonly (readonly XlsxValue[])[];
}

export interface XlsxColumn { title: string; /** In characters. */ width: number; wrap?: boolean; format?: 'percent' }

export type XlsxValue = string | number | null;

/** The most that a cell can hold, in UTF-16 units. */
export const cellLimit = 32_767;

/**
 * A workbook whose texts are text: inline strings, which no spreadsheet evaluates, whatever they start with. The first
 * row is the header: bold, frozen, with a filter. Texts longer than a cell can hold end in `cut`.
 *
 * Written here and not by write-excel-file, which dates its zip by the clock (other bytes each time), compresses in
 * workers made from blobs (refused by the content security policy) and loses cells that say `constructor`.
 */
export function xlsx(sheets: readonly XlsxSheet[], { now, cut }: { now: string; cut: string }): Uint8Array {
  const ids = sheets.map((_, index) => index + 1);
  return zipFiles(new Map([
    ['[Content_Types].xml', xml(`<Types xmlns="${schema('package/2006/content-types')}">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${main('sheet.main')}"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${main('styles')}"/>`
      + ids.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${main('worksheet')}"/>`).join('') + '</Types>')],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', xml(`<workbook ${namespaces}><sheets>`
      + sheets.map(({ name }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')
      + `</sheets><definedNames>${sheets.map(filterName).join('')}</definedNames></workbook>`)],
    ['xl/_rels/workbook.xml.rels', relations([...ids.map((id): [string, string] => ['worksheet', `worksheets/sheet${id}.xml`]), ['styles', 'styles.xml']])],
    ['xl/styles.xml', xml(styles)],
    ...sheets.map((sheet, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet, cut)]),
  ]), now);
}

const schema = (name: string) => `http://schemas.openxmlformats.org/${name}`;
const main = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;
const namespaces = `xmlns="${schema('spreadsheetml/2006/main')}" xmlns:r="${schema('officeDocument/2006/relationships')}"`;
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

/** Cell formats: 0 number, 1 header, 2 text at the top of its cell, 3 the same with lines wrapped, 4 percentage. */
const styles = `<styleSheet xmlns="${schema('spreadsheetml/2006/main')}">`
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">'
  + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>'
  + '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>'
  + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>'
  + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>'
  + '</cellXfs></styleSheet>';

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return xml(`<Relationships xmlns="${schema('package/2006/relationships')}">${targets.map(([type, target], index) =>
    `<Relationship Id="rId${index + 1}" Type="${schema('officeDocument/2006/relationships')}/${type}" Target="${target}"/>`).join('')}</Relationships>`);
}

/** The hidden name that spreadsheets keep a filter under; without it LibreOffice drops the filter. */
function filterName(sheet: XlsxSheet, index: number): string {
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">`
    + `${escape(`'${sheet.name.replaceAll('\'', '\'\'')}'!$A$1:$${letters(sheet.columns.length - 1)}$${sheet.rows.length + 1}`)}</definedName>`;
}

function worksheet({ columns, rows }: XlsxSheet, cut: string): string {
  const all = [columns.map((column) => column.title), ...rows];
  return xml(`<worksheet ${namespaces}>`
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `<cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`
    + `<sheetData>${all.map((row, at) => `<row r="${at + 1}">${row.map((value, column) =>
      cell(value, `${letters(column)}${at + 1}`, at === 0 ? null : columns[column], cut)).join('')}</row>`).join('')}</sheetData>`
    + `<autoFilter ref="A1:${letters(columns.length - 1)}${all.length}"/></worksheet>`);
}

/** `column` is null in the header. */
function cell(value: XlsxValue, at: string, column: XlsxColumn | null | undefined, cut: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}" s="${column?.format === 'percent' ? 4 : 0}"><v>${value}</v></c>`;
  const style = column === null ? 1 : column?.wrap ? 3 : 2;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(fit(value, cut))}</t></is></c>`;
}

function fit(text: string, cut: string): string {
  if (text.length <= cellLimit) return text;
  return text.slice(0, cellLimit - cut.length).replace(/[\uD800-\uDBFF]$/, '') + cut;
}

/** Column letters from an index: 0 is A, 26 is AA. */
function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/**
 * Text for XML 1.0. What XML can't hold (control characters, lone surrogates) is written as `_xHHHH_`, as spreadsheets
 * do, and so is the underscore of a text that looks like that itself.
 */
function escape(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => {
      const code = character.charCodeAt(0);
      const allowed = character === '\t' || character === '\n' || (code >= 0x7F && code <= 0x9F);
      return allowed ? character : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
