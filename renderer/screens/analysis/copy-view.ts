import type { AnalysisView } from '../../../app/analyses/view.ts';
import { cellWords } from '../../../app/analyses/cell-words.ts';
import { formatNumber, language } from '../../i18n/index.ts';
import { copyOut } from '../../ui/copy-out.ts';
import { notify } from '../../use-cases/notices.ts';
import { tableText } from './table-text.ts';

/** Copies the table as it is shown: its columns and rows in this order, its numbers in the language of the interface. */
export function copyTable({ table }: AnalysisView): void {
  const columns = table.columns.filter(({ only }) => only === undefined);
  const rows = table.rows.map((row) => columns.map((column): string | { number: string } => {
    const value = row[column.id];
    if (typeof value !== 'number') return value === null ? '' : cellWords(column, value, language());
    // A spreadsheet takes 1234 as a number, and 1.234 as another one in another country.
    return { number: column.unit === 'count' ? formatNumber(value, { useGrouping: false }) : cellWords(column, value, language()) };
  }));
  const text = tableText(columns.map(({ name }) => name[language()]), rows);
  const copied = copyOut((data) => data.setData('text/plain', text));
  notify({ kind: copied ? 'info' : 'problem', key: copied ? 'analysis.copied' : 'analysis.copyFailed' });
}

/**
 * Copies a picture. Where the host allows a picture on the clipboard, it is one; elsewhere it is a page with the picture
 * in it, which Word and mail programs take, beside its words.
 */
export async function copyPicture(png: Uint8Array<ArrayBuffer>, words: string): Promise<void> {
  const copied = await asPicture(png) || copyOut((data) => {
    data.setData('text/plain', words);
    data.setData('text/html', `<img alt="" src="data:image/png;base64,${base64(png)}">`);
  });
  notify({ kind: copied ? 'info' : 'problem', key: copied ? 'analysis.copiedPicture' : 'analysis.copyFailed' });
}

async function asPicture(png: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })]);
    return true;
  } catch {
    return false;
  }
}

/** In parts, since a call takes so many arguments and no more. */
function base64(bytes: Uint8Array): string {
  const part = 32_768;
  let text = '';
  for (let at = 0; at < bytes.length; at += part) text += String.fromCharCode(...bytes.subarray(at, at + part));
  return btoa(text);
}
