import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fail, ok, type Result } from './result.ts';

/** Attributes by `prefix:name` of the prefixes given, or by bare name where the file has no prefix. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of a file's elements, in order. Names are `prefix:name`; other namespaces' have a bare colon in front. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Gives way to other work and reports the share done; false where reading is to stop. */
export type Breath = (done: number) => Promise<boolean>;

/** Elements in elements: beyond this a file is made to do harm, not to be read. */
const deepest = 2000;
/** Letters that are parsed between two breaths. */
const slice = 1 << 19;

/**
 * Tells a handler of an XML file, without ever keeping it whole. `prefixes` are those of the namespaces to know, by
 * address: files may choose others. A DOCTYPE is refused where it stands: entities can make a small file endless.
 * Problems: `xml-damaged`, `xml-refused`, `cancelled`.
 */
export async function readXml(bytes: Uint8Array, prefixes: Readonly<Record<string, string>>, handler: XmlHandler, breath: Breath): Promise<Result<null>> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const names = new Map(Object.entries(prefixes));
  let depth = 0;
  parser.on('error', ({ message }) => { throw new Unreadable('xml-damaged', `it is not well-formed XML (${message})`); });
  parser.on('doctype', () => { throw new Unreadable('xml-refused', 'it has a DOCTYPE, which no document needs and which can be used to do harm'); });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new Unreadable('xml-refused', `its elements stand more than ${deepest} deep in each other`);
    handler.open(nameOf(names, tag.uri, tag.local), attributesOf(names, tag));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(nameOf(names, tag.uri, tag.local));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  try {
    const decoder = new TextDecoder(utf16Of(bytes) ?? 'utf-8', { fatal: true });
    for (let from = 0; from < bytes.length; from += slice) {
      if (!await breath(from / bytes.length)) return fail('cancelled', 'reading the file was stopped; nothing was kept');
      parser.write(lettersOf(decoder, bytes.subarray(from, from + slice), from + slice < bytes.length));
    }
    parser.close();
    return ok(null);
  } catch (cause) {
    if (cause instanceof Unreadable) return { ok: false, problem: { code: cause.code, message: cause.message } };
    throw cause;
  }
}

function lettersOf(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new Unreadable('xml-damaged', 'some of its bytes are no letters');
  }
}

class Unreadable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const nameOf = (names: ReadonlyMap<string, string>, uri: string, local: string) => `${names.get(uri) ?? ''}:${local}`;

function attributesOf(names: ReadonlyMap<string, string>, tag: SaxesTagNS): XmlAttributes {
  const found: Record<string, string> = {};
  for (const attribute of Object.values(tag.attributes)) {
    found[attribute.uri === '' ? attribute.local : nameOf(names, attribute.uri, attribute.local)] = attribute.value;
  }
  return found;
}

/** XML is UTF-8 unless it starts with the mark of UTF-16. */
function utf16Of(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}
