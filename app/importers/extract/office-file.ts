import { readZip, zipLimits } from '../../support/read-zip.ts';
import { readXml, type Breath, type XmlHandler } from '../../support/read-xml.ts';
import { fail, ok, type Problem, type Result } from '../../support/result.ts';
import type { ImportContext } from '../importer.ts';

/** A document that is a zip of XML files: its parts by name, without its pictures. */
export interface OfficeFile { parts: ReadonlyMap<string, Uint8Array>; breath: Breath }

/**
 * Unpacks a document's XML, within the limits for zips. Problems: `document-damaged` where the file is not whole,
 * `document-refused` where it is built as only an attack is.
 */
export async function openOfficeFile(bytes: Uint8Array, context: ImportContext): Promise<Result<OfficeFile>> {
  const parts = await readZip(bytes, zipLimits, (name) => /\.(xml|rels)$|^mimetype$/iu.test(name));
  if (!parts.ok) return { ok: false, problem: inWordsOfDocuments(parts.problem) };
  return ok({ parts: parts.value, breath: breathe(context) });
}

/** Tells a handler of one part. A part that is not there tells nothing. */
export async function readPart(
  { parts, breath }: OfficeFile, name: string, prefixes: Readonly<Record<string, string>>, handler: XmlHandler,
): Promise<Result<null>> {
  const bytes = parts.get(name);
  if (!bytes) return ok(null);
  const read = await readXml(bytes, prefixes, handler, breath);
  return read.ok ? read : { ok: false, problem: inWordsOfDocuments(read.problem, name) };
}

export const documentRefused = (why: string) => fail(
  'document-refused', `the file is not read: ${why}; if you trust it, open it in the program that made it, save it again and open that`, { reason: why });

export const documentLocked = fail(
  'document-locked', 'the document is locked with a password; open it in the program that made it, save it without a password and open that');

export const documentDamaged = (why: string) => fail(
  'document-damaged', `the file is damaged or not complete (${why}); open it in the program that made it, save it again and open that`, { reason: why });

function inWordsOfDocuments({ code, message, cause }: Problem, part?: string): Problem {
  if (code === 'cancelled') return { code, message };
  const reason = part ? `${part}: ${message}` : message;
  const { problem } = code.endsWith('-refused') ? documentRefused(reason) : documentDamaged(reason);
  return { ...problem, cause };
}

/** Gives way to other work, and tells of the largest part how far it is. */
function breathe({ signal, onProgress }: ImportContext): Breath {
  let furthest = 0;
  return async (done) => {
    furthest = Math.max(furthest, done);
    onProgress?.(furthest);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    return signal?.aborted !== true;
  };
}
