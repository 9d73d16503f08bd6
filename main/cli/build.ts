import path from 'node:path';
import { buildProject, type Build } from '../../app/build/build-project.ts';
import { writeProjectFile } from '../../app/project-file/write-project-file.ts';
import { ok, type Result } from '../../app/support/result.ts';
import { WrongCall, type Command } from './command.ts';
import { readInput } from './files.ts';
import { buildInstant } from './times.ts';
import { version } from './version.ts';

export const build: Command = {
  name: 'build',
  usage: '--document FILE… [--codebook FILE] [--codings FILE] [--coder NAME] [--allow-missing] --out PROJECT',
  summary: 'Makes a project file: documents as the workbench would import them, a codebook, codings anchored by quotation.',
  options: {
    document: { type: 'string', multiple: true, help: 'a document; give more by repeating it, or one after the other' },
    codebook: { type: 'string', help: 'themes: REFI-QDA (.qdc), CSV or JSON' },
    codings: { type: 'string', help: 'a table of codings: CSV or JSON with document, code, and quotation or offsets' },
    coder: { type: 'string', help: 'who coded, for rows that say nothing of it' },
    'allow-missing': { type: 'boolean', help: 'write the project although rows could not be placed' },
  },
  async run({ positionals, values, out }) {
    const names = [...values.texts('document'), ...positionals];
    if (values.texts('document').length === 0) throw new WrongCall('--document FILE is missing');
    if (out === null) throw new WrongCall('--out PROJECT is missing');
    const documents = [];
    for (const name of names) {
      const bytes = await readInput(name);
      if (!bytes.ok) return bytes;
      documents.push({ fileName: path.basename(name), bytes: bytes.value });
    }
    const codebook = await readOptional(values.text('codebook'));
    if (!codebook.ok) return codebook;
    const codings = await readOptional(values.text('codings'));
    if (!codings.ok) return codings;
    const now = buildInstant();
    const built = await buildProject({ documents, codebook: codebook.value, codings: codings.value, coder: values.text('coder'), now });
    if (!built.ok) return built;
    const notes = notesOf(built.value);
    const { leftOut, projectId, changes, blobs } = built.value;
    if (leftOut.length > 0 && !values.flag('allow-missing')) {
      return ok({ output: null, notes, failure: `nothing was written: ${leftOut.length} rows could not be placed; mend the table, or add --allow-missing to leave them out` });
    }
    return ok({ output: await writeProjectFile({ projectId, changes, blobs: async (sha) => blobs.get(sha) ?? null, now, version }), notes });
  },
};

async function readOptional(file: string | null): Promise<Result<Uint8Array | null>> {
  return file === null ? ok(null) : readInput(file);
}

function notesOf({ state, leftOut, notes }: Build): string[] {
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`;
  return [
    ...leftOut.map(({ row, code, reason }) => `row ${row}: ${code}: ${reason}`),
    ...notes,
    [count(state.documents.size, 'document'), count(state.codes.size, 'theme'), count(state.codings.size, 'coding')].join(', '),
  ];
}
