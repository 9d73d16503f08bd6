import Papa from 'papaparse';
import { codeTree, flattenTree, pathSeparator } from '../coding/tree.ts';
import type { Exporter } from './exporter.ts';

/** The codebook as a table that comes in again, here and in programs that read columns by name. */
export const codebookCsv: Exporter = {
  id: 'codebook-csv',
  name: { nl: 'Codeboek (CSV)', en: 'Codebook (CSV)' },
  description: {
    nl: 'De thema’s met hun definitie, wanneer wel en wanneer niet, kleur en toets: een rij per thema.',
    en: 'The themes with their definition, when to use them and when not, colour and key: one row a theme.',
  },
  fileWords: { nl: 'codeboek', en: 'codebook' },
  extension: 'csv',
  async write({ state }) {
    const data = flattenTree(codeTree(state)).map(({ code, path }) => ({
      path: path.join(pathSeparator), definition: code.definition, when_to_use: code.use ?? '', when_not_to_use: code.avoid ?? '',
      color: code.color, key: code.key, active: code.inactive !== true, code_id: code.id,
    }));
    const fields = ['path', 'definition', 'when_to_use', 'when_not_to_use', 'color', 'key', 'active', 'code_id'];
    return new TextEncoder().encode(`${Papa.unparse({ fields, data }, { newline: '\n' })}\n`);
  },
};
