import path from 'node:path';
import { importDocument } from '../../app/importers/import-document.ts';
import { inspectReading } from '../../app/structure/inspect.ts';
import { fail, ok } from '../../app/support/result.ts';
import { documentKindSchema } from '../../schemas/records/document.ts';
import { onlyOne, type Command } from './command.ts';
import { readInput } from './files.ts';
import { exportInstant } from './times.ts';

export const inspect: Command = {
  name: 'inspect',
  usage: 'FILE [--as hearing|answers|letter|plain]',
  summary: 'Imports one document and prints its structure as JSON.',
  options: { as: { type: 'string', help: 'read it as this kind instead of recognising the kind' } },
  async run({ positionals, values }) {
    const file = onlyOne(positionals, 'FILE');
    const as = values.choice('as', documentKindSchema.options);
    const bytes = await readInput(file);
    if (!bytes.ok) return bytes;
    const fileName = path.basename(file);
    const reading = await importDocument(bytes.value, { fileName, now: exportInstant(), ...(as ? { as } : {}) });
    if (!reading.ok) return fail(reading.problem.code, `${file}: ${reading.problem.message}`);
    return ok({ output: `${JSON.stringify(inspectReading(reading.value, { fileName, bytes: bytes.value.length }), null, 2)}\n` });
  },
};
