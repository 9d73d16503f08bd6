import { ok, type Result } from '../../support/result.ts';
import { documentDamaged, readPart, type OfficeFile } from '../extract/office-file.ts';

/** The parts of a Word file that hold text, by name; what a file lacks has a name at which nothing stands. */
export interface WordParts { main: string; styles: string; numbering: string; settings: string; footnotes: string; endnotes: string; comments: string }

/** Word's namespaces, as every version of it and the standard's strict form write them. */
export const wordPrefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

/** Finds the parts by the relations that the file states, since not every program gives them their usual names. */
export async function findParts(file: OfficeFile): Promise<Result<WordParts>> {
  const whole = await relationsOf(file, '_rels/.rels', '');
  if (!whole.ok) return whole;
  const main = whole.value.get('officeDocument') ?? 'word/document.xml';
  if (!file.parts.has(main)) return documentDamaged('it has no main text');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const own = await relationsOf(file, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  if (!own.ok) return own;
  const part = (kind: string) => own.value.get(kind) ?? '';
  return ok({
    main, styles: part('styles'), numbering: part('numbering'), settings: part('settings'),
    footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments'),
  });
}

/** Targets inside the file by the last word of their kind; the first of a kind counts. */
async function relationsOf(file: OfficeFile, name: string, folder: string): Promise<Result<Map<string, string>>> {
  const found = new Map<string, string>();
  const read = await readPart(file, name, wordPrefixes, {
    open(element, attributes) {
      const kind = attributes['Type']?.split('/').at(-1) ?? '';
      const target = attributes['Target'] ?? '';
      if (element !== 'rel:Relationship' || attributes['TargetMode'] === 'External' || found.has(kind)) return;
      found.set(kind, target.startsWith('/') ? target.slice(1) : withoutDots(folder + target));
    },
  });
  return read.ok ? ok(found) : read;
}

/** `word/../word/styles.xml` as `word/styles.xml`. */
function withoutDots(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
