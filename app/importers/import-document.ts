import type { DocumentId } from '../../schemas/ids.ts';
import type { Document } from '../../schemas/records/document.ts';
import { contentBytes } from '../document/content-blob.ts';
import { plainText } from '../document/plain-text.ts';
import { understand } from '../structure/recognise.ts';
import { recognisers } from '../structure/registry.ts';
import { nameId, sha256 } from '../support/hash.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Importer, ImportContext, Reading, ReadOptions } from './importer.ts';
import { fileTooLarge, largestFile } from './limits.ts';
import { importers } from './registry.ts';
import { unsupportedFormat } from './unsupported.ts';

/**
 * One file as a document to review. Problems: `file-too-large`, `empty-file`, `binary-file`, `format-not-yet`,
 * `save-as-docx` and `archive` (the format is known and can't be read; each with what to do), `kind-not-yet` (`as` names a kind that has no recogniser), `unknown-kind` (only with `knownOnly`), `cancelled`.
 * Linear in the file; gives way to other work between its steps and stops there when `signal` says so.
 */
export async function importDocument(bytes: Uint8Array, options: ReadOptions): Promise<Result<Reading>> {
  if (bytes.length === 0) return fail('empty-file', 'the file is empty; choose another file');
  if (bytes.length > largestFile) return fileTooLarge(bytes.length);
  if (options.as && !recognisers.some(({ kind }) => kind === options.as)) {
    return fail('kind-not-yet', `documents can't be read as ${options.as} yet; read it as hearing or plain, or let the kind be recognised`, { kind: options.as });
  }
  const importer = importerOf(bytes, options.fileName);
  if (!importer) return unreadable(bytes, options.fileName);
  if (options.knownOnly && importer.sniff(bytes, options.fileName) < 0.5 && hasForeignExtension(options.fileName)) {
    return fail('unknown-kind', 'the file\'s name does not say that it is a document, nor do its first letters');
  }
  try {
    return await read(bytes, importer, options);
  } catch (cause) {
    if (cause instanceof Cancelled) return fail('cancelled', 'reading the file was stopped; nothing was kept');
    throw cause;
  }
}

async function read(bytes: Uint8Array, importer: Importer, options: ReadOptions): Promise<Result<Reading>> {
  const pause = pauser(options);
  await pause(0);
  const sourceSha256 = sha256(bytes);
  await pause(0.1);
  const raw = await importer.read(bytes, options);
  if (!raw.ok) return raw;
  await pause(0.3);
  const id = nameId<DocumentId>('document', sourceSha256);
  const { content, speakers, ...understood } = await understand(raw.value, id, options.as ?? null, pause);
  const contentSha256 = sha256(contentBytes(content));
  await pause(0.95);
  const { text, codePoints } = plainText(content);
  const fileName = options.fileName || 'document';
  const document: Document = {
    id, name: nameFor(understood.title, fileName), format: raw.value.format, fileName, sourceSha256, contentSha256,
    textSha256: sha256(text), characters: codePoints, importedAt: options.now, ...understood,
  };
  await pause(1);
  return ok({ document, content, speakers, source: raw.value.source });
}

/** The importer that is surest of the bytes; null where none can read them. */
function importerOf(bytes: Uint8Array, fileName: string): Importer | null {
  const [best] = importers.map((one) => ({ one, score: one.sniff(bytes, fileName) })).toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.one : null;
}

/** An extension that no format has; a name without one says nothing. */
function hasForeignExtension(fileName: string): boolean {
  const extension = /\.([^.\s]{1,10})$/.exec(fileName)?.[1]?.toLowerCase();
  return extension !== undefined && !importers.some(({ extensions }) => extensions.includes(extension));
}

function unreadable(bytes: Uint8Array, fileName: string): Result<Reading> {
  const format = unsupportedFormat(bytes, fileName);
  if (!format) return fail('binary-file', 'this is not a text file; save the document as plain text (.txt) and open that');
  if (format.id === 'doc' || format.id === 'rtf') {
    const message = `${format.name.en} files can't be read; open the document in Word or LibreOffice, choose save as, Word document (.docx), and open that`;
    return fail('save-as-docx', message, { format: format.id, name: format.name.nl });
  }
  if (format.id === 'zip') return fail('archive', 'this is an archive; unpack it and choose the documents in it', { format: format.id });
  const message = `${format.name.en} files can't be read yet; open the document in the program that made it, save it as plain text (.txt, UTF-8) and open that`;
  return fail('format-not-yet', message, { format: format.id, name: format.name.nl });
}

/** What the user will call it: the printed title, else the file's name without its extension. */
function nameFor(title: string | null, fileName: string): string {
  return title ?? (fileName.replace(/\.[^.]{1,10}$/, '').trim() || fileName);
}

class Cancelled extends Error {}

/** Reports progress, lets other work go first, and stops where it was asked to. */
function pauser({ signal, onProgress }: ImportContext): (done: number) => Promise<void> {
  return async (done) => {
    onProgress?.(done);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    if (signal?.aborted) throw new Cancelled();
  };
}
