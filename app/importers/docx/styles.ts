import type { XmlAttributes, XmlHandler } from '../../support/read-xml.ts';
import { headingByName, isContents } from '../extract/headings.ts';

/** What a paragraph or character style says that matters to a reader, its base styles' words included. */
export interface WordStyle {
  name: string;
  heading: number | null;
  /** An entry or the title of a table of contents. */
  contents: boolean;
  numId: string | null;
  level: number | null;
  newPage: boolean;
  bold: boolean | null;
  /** In half points. */
  size: number | null;
  hidden: boolean | null;
}

export interface WordStyles {
  /** Of a paragraph style by its id; null is the default one. */
  paragraph(id: string | null): WordStyle;
  character(id: string | null): WordStyle;
}

interface Entry { id: string; name: string; basedOn: string | null; isDefault: boolean; own: Partial<WordStyle> }

/** Reads `styles.xml`. */
export class StylesReader implements XmlHandler {
  private readonly entries = new Map<string, Entry>();
  private readonly inside: string[] = [];
  private readonly base: Partial<WordStyle> = {};
  private entry: Entry | null = null;

  open(name: string, attributes: XmlAttributes): void {
    this.inside.push(name);
    const value = attributes['w:val'];
    if (name === 'w:style') {
      const kind = attributes['w:type'] === 'character' ? 'character' : 'paragraph';
      this.entry = { id: `${kind} ${attributes['w:styleId'] ?? ''}`, name: '', basedOn: null, isDefault: isOn(attributes['w:default'] ?? '0'), own: {} };
      this.entries.set(this.entry.id, this.entry);
      return;
    }
    const own = this.entry?.own ?? this.base;
    // What stands deeper is another thing: the style of a table's first row, a change that was tracked.
    const parents = this.inside.slice(0, -1).join(' ');
    if (this.entry && name === 'w:name') this.entry.name = value ?? '';
    if (this.entry && name === 'w:basedOn') this.entry.basedOn = value ?? null;
    if (/w:(style|rPrDefault) w:rPr$/u.test(parents)) Object.assign(own, runProperty(name, value));
    if (/w:(style|pPrDefault) w:pPr$/u.test(parents)) {
      if (name === 'w:outlineLvl') own.heading = headingOf(value);
      if (name === 'w:pageBreakBefore') own.newPage = isOn(value);
    }
    if (parents.endsWith('w:style w:pPr w:numPr')) {
      if (name === 'w:numId') own.numId = value ?? null;
      if (name === 'w:ilvl') own.level = Number(value) || 0;
    }
  }

  close(name: string): void {
    this.inside.pop();
    if (name === 'w:style') this.entry = null;
  }


  result(): WordStyles {
    const known = new Map<string, WordStyle>();
    const styleOf = (kind: 'paragraph' | 'character', id: string | null): WordStyle => {
      const key = `${kind} ${id ?? ''}`;
      const style = known.get(key) ?? this.resolve(kind, id);
      known.set(key, style);
      return style;
    };
    return { paragraph: (id) => styleOf('paragraph', id), character: (id) => styleOf('character', id) };
  }

  private resolve(kind: 'paragraph' | 'character', id: string | null): WordStyle {
    const chain: Entry[] = [];
    let entry = id === null ? this.defaultOf(kind) : this.entries.get(`${kind} ${id}`);
    while (entry && !chain.includes(entry)) {
      chain.push(entry);
      entry = entry.basedOn === null ? undefined : this.entries.get(`${kind} ${entry.basedOn}`);
    }
    // A style that the file does not define still has a telling name.
    const names = chain.length > 0 ? chain.map(({ name, id: own }) => name || own.slice(kind.length + 1)) : id === null ? [] : [id];
    const empty: WordStyle = { name: names[0] ?? '', heading: null, contents: false, numId: null, level: null, newPage: false, bold: null, size: null, hidden: null };
    const style: WordStyle = Object.assign(empty, kind === 'paragraph' ? this.base : {}, ...chain.toReversed().map(({ own }) => own));
    const says = chain.some(({ own }) => own.heading !== undefined);
    const named = names.map(headingByName).find((level) => level !== null) ?? null;
    return { ...style, heading: kind === 'character' ? null : says ? style.heading : named, contents: names.some(isContents) };
  }

  private defaultOf(kind: 'paragraph' | 'character'): Entry | undefined {
    return [...this.entries.values()].find(({ id, isDefault }) => isDefault && id.startsWith(kind));
  }
}

/** A property of a run: bold, size, hidden; nothing for others. */
export function runProperty(name: string, value: string | undefined): Partial<Pick<WordStyle, 'bold' | 'size' | 'hidden'>> {
  if (name === 'w:b') return { bold: isOn(value) };
  if (name === 'w:sz') return { size: Number(value) || null };
  return name === 'w:vanish' ? { hidden: isOn(value) } : {};
}

/** `<w:b/>` and `<w:b w:val="1"/>` are on; `0`, `false`, `off` and `none` are off. */
export const isOn = (value: string | undefined) => value === undefined || !/^(0|false|off|none)$/u.test(value);

/** Outline levels count from 0; 9 is running text. */
export function headingOf(outline: string | undefined): number | null {
  const level = Number(outline);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null;
}
