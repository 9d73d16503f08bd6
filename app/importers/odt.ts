import { fail, ok } from '../support/result.ts';
import type { XmlHandler } from '../support/read-xml.ts';
import { extensionsOf } from './extensions.ts';
import { layOut } from './extract/lay-out.ts';
import { documentDamaged, documentLocked, openOfficeFile, readPart } from './extract/office-file.ts';
import type { Importer } from './importer.ts';
import { OdtStory } from './odt/story.ts';
import { OdtStyles } from './odt/styles.ts';
import { zipKind } from './signatures.ts';

/** Texts of LibreOffice and other programs that write OpenDocument. Headers and footers are no part of it. */
export const odt: Importer = {
  id: 'odt',
  name: { nl: 'OpenDocument (.odt)', en: 'OpenDocument (.odt)' },
  extensions: extensionsOf.odt,
  source: 'extract',
  sniff: (bytes, fileName) => (zipKind(bytes, fileName) === 'odt' ? 0.9 : 0),
  read: async (bytes, context) => {
    const file = await openOfficeFile(bytes, context);
    if (!file.ok) return file;
    const locks = new LockFinder();
    const styles = new OdtStyles();
    const story = new OdtStory(styles);
    const parts: [string, XmlHandler][] = [
      ['META-INF/manifest.xml', locks], ['styles.xml', styles], ['content.xml', story],
    ];
    if (!file.value.parts.has('content.xml')) return documentDamaged('it has no main text');
    for (const [name, handler] of parts) {
      const read = await readPart(file.value, name, prefixes, handler);
      if (!read.ok) return read;
      if (locks.found) return documentLocked;
    }
    const { writer, notes, comments, softPages } = story;
    const raw = layOut({ format: 'odt', lines: writer.closeStory(), notes, comments, pages: softPages ? 'all' : 'some', said: writer.said });
    return /\S/u.test(raw.source ?? '') ? ok(raw) : fail('empty-file', 'the document holds no text; choose another file');
  },
};

/** A part that is locked says so in the list of parts. */
class LockFinder implements XmlHandler {
  found = false;
  open(name: string): void {
    this.found ||= name.endsWith(':encryption-data');
  }
}

const prefixes: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  ...Object.fromEntries(Object.entries({ office: 'office', style: 'style', text: 'text', table: 'table', draw: 'drawing', fo: 'xsl-fo-compatible', svg: 'svg-compatible' })
    .map(([prefix, name]) => [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, prefix])),
};
