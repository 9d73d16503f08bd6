import { codebookFileSchema, type CodebookCode } from '../../schemas/codebook.ts';
import { decodeText } from '../importers/decode.ts';
import { fail, ok, type Result } from '../support/result.ts';
import { cleanColor, cleanId, cleanPart, splitPath, type Codebook, type CodebookEntry } from './codebook-entry.ts';
import { readCodebookXml } from './codebook-qdc.ts';
import { csvRows } from './csv-rows.ts';

/** Reads a codebook: REFI-QDA (`.qdc`), our JSON, or CSV, by what it looks like; `codebook-unreadable` where it is none. */
export function readCodebook(bytes: Uint8Array): Result<Codebook> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return unreadable(decoded.problem.message);
  const { text } = decoded.value;
  const read = /^\s*</.test(text) ? readCodebookXml(text) : /^\s*\{/.test(text) ? readJson(text) : readCsv(text);
  if (!read.ok) return unreadable(read.problem.message);
  return read.value.entries.length > 0 ? read : unreadable('it holds no themes');
}

const unreadable = (why: string) => fail('codebook-unreadable', `the codebook can't be read: ${why}`);

function readJson(text: string): Result<Codebook> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fail('json', `it is not valid JSON (${cause instanceof Error ? cause.message : ''})`);
  }
  const parsed = codebookFileSchema.safeParse(value);
  if (!parsed.success) return fail('json', 'it must be JSON of the form { "codes": [{ "name", "definition", "children": [ … ] }] }');
  const entries = parsed.data.codes.flatMap((code) => entriesOf(code, []));
  return entries.some(({ path }) => path.includes('')) ? fail('json', 'a theme in it has no name') : ok({ entries, notes: [] });
}

function entriesOf(code: CodebookCode, above: readonly string[]): CodebookEntry[] {
  const path = code.path ? splitPath(code.path) : [...above, cleanPart(code.name ?? '')];
  const own = { id: cleanId(code.id), path, definition: code.definition ?? '', use: code.use ?? '', avoid: code.avoid ?? '', inactive: code.inactive ?? false, color: cleanColor(code.color), key: code.key ?? null };
  return [own, ...(code.children ?? []).flatMap((child) => entriesOf(child, path))];
}

/** Columns: `path`, or `code` or `name`; `definition` or `description`; `when_to_use`; `when_not_to_use`; `color`; `key`; `active`; `code_id`. */
function readCsv(text: string): Result<Codebook> {
  const rows = csvRows(text);
  if (!rows.ok) return rows;
  const entries: CodebookEntry[] = [];
  for (const { line, cells } of rows.value) {
    const path = splitPath(cells.get('path') ?? cells.get('code') ?? cells.get('name') ?? '');
    if (path.includes('')) return fail('csv', `row ${line} names no theme; it needs a column "path", "code" or "name"`);
    const key = Number(cells.get('key') ?? Number.NaN);
    entries.push({
      id: cleanId(cells.get('code_id')),
      path,
      definition: cells.get('definition') ?? cells.get('description') ?? '',
      use: cells.get('when_to_use') ?? '',
      avoid: cells.get('when_not_to_use') ?? '',
      inactive: /^(false|nee|no|0)$/i.test(cells.get('active')?.trim() ?? ''),
      color: cleanColor(cells.get('color')),
      key: Number.isInteger(key) && key >= 1 && key <= 9 ? key : null,
    });
  }
  return ok({ entries, notes: [] });
}
