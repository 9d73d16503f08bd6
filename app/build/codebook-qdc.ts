import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../support/result.ts';
import { readDescription } from './codebook-description.ts';
import { cleanColor, cleanId, cleanPart, type Codebook, type CodebookEntry } from './codebook-entry.ts';

/**
 * A REFI-QDA codebook (`.qdc`), in any namespace and any order of children. A DOCTYPE is refused before it is parsed:
 * entities can make a small file endless.
 */
export function readCodebookXml(text: string): Result<Codebook> {
  if (/<!DOCTYPE/i.test(text)) return fail('xml-refused', 'it has a DOCTYPE, which no codebook needs and which can be used to do harm');
  const reader = new CodebookReader();
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => reader.damaged(error.message));
  parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes));
  parser.on('text', (piece) => reader.text(piece));
  parser.on('cdata', (piece) => reader.text(piece));
  parser.on('closetag', ({ name }) => reader.close(localName(name)));
  parser.write(text).close();
  return reader.result();
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

class CodebookReader {
  private readonly entries: CodebookEntry[] = [];
  private readonly inside: CodebookEntry[] = [];
  private root: string | null = null;
  private sets = 0;
  private describing = false;
  private damage: string | null = null;

  damaged(why: string): void {
    this.damage ??= why;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.root ??= name;
    if (name === 'Set') this.sets += 1;
    this.describing = name === 'Description';
    if (name !== 'Code') return;
    const own = cleanPart(attributes['name'] ?? '');
    if (own === '') this.damaged('a theme in it has no name');
    const entry: CodebookEntry = {
      id: cleanId(attributes['guid']), path: [...(this.inside.at(-1)?.path ?? []), own],
      definition: '', use: '', avoid: '', inactive: attributes['isCodable'] === 'false', color: cleanColor(attributes['color']), key: null,
    };
    this.entries.push(entry);
    this.inside.push(entry);
  }

  text(piece: string): void {
    const entry = this.inside.at(-1);
    if (this.describing && entry) entry.definition += piece;
  }

  close(name: string): void {
    this.describing = false;
    if (name === 'Code') this.inside.pop();
  }

  result(): Result<Codebook> {
    if (this.damage !== null) return fail('xml-damaged', `it is not well-formed XML of a codebook (${this.damage})`);
    if (this.root !== 'CodeBook') return fail('xml-other', 'it is XML, but not a REFI-QDA codebook');
    const notes = this.sets > 0 ? [`the codebook groups themes in sets (${this.sets}); a project has no sets, so the groups are left out`] : [];
    return ok({ entries: this.entries.map((entry) => ({ ...entry, ...readDescription(entry.definition) })), notes });
  }
}
