import { fail, ok } from '../support/result.ts';
import { decodeText } from './decode.ts';
import { extensionsOf } from './extensions.ts';
import type { Importer } from './importer.ts';
import { headerOf, readTable, turnHeader } from './turns/cells.ts';
import { turnLines } from './turns/turn-lines.ts';
import { headLetters } from './signatures.ts';

/** A table with a turn a row, as people keep transcripts in spreadsheets: who speaks in one column, what in another. */
export const turnsTable: Importer = {
  id: 'csv',
  name: { nl: 'tabel met beurten (CSV)', en: 'table of turns (CSV)' },
  extensions: extensionsOf.csv,
  source: 'file',
  sniff: (bytes, fileName) => {
    const head = headLetters(bytes);
    if (/[\r\n]./u.test(head) && turnHeader(head)) return 0.7;
    return /\.[ct]sv$/iu.test(fileName) ? 0.4 : 0;
  },
  read: async (bytes) => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return decoded;
    const { text, warnings } = decoded.value;
    const table = readTable(text);
    if (!table.ok) return table;
    if (!table.value) return noTurns(text);
    const turns = turnLines(text, table.value);
    if (turns.lines.length === 0) return fail('empty-file', 'the table holds no turns; choose another file');
    return ok({ format: 'csv', source: text, ...turns, warnings: [...warnings, ...turns.warnings] });
  },
};

/** Says which columns there are: a wrong heading is soon mended. */
function noTurns(text: string) {
  const [header = []] = [';', ',', '\t', '|'].map((delimiter) => headerOf(text, delimiter)).toSorted((a, b) => b.length - a.length);
  const columns = header.slice(0, 12).map((name) => `"${name.trim().slice(0, 40)}"`).join(', ');
  const message = `the table has the columns ${columns}; a table of turns has one named speaker (or spreker) and one named text (or tekst): name them so, or save the table as .txt to read it as plain text`;
  return fail('no-turn-columns', message, { columns });
}
