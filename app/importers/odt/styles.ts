import type { XmlAttributes } from '../../support/read-xml.ts';
import { headingByName } from '../extract/headings.ts';

/** What a style says that matters to a reader, its parents' words included. */
export interface OdtStyle {
  heading: number | null;
  bold: boolean;
  /** In points. */
  size: number | null;
  hidden: boolean;
  breakBefore: boolean;
  breakAfter: boolean;
  listStyle: string | null;
}

/** How letters look. */
export type Look = Pick<OdtStyle, 'bold' | 'size' | 'hidden'>;

type Family = 'paragraph' | 'text' | 'table' | 'section';
interface Entry { name: string; parent: string | null; own: Partial<OdtStyle>; size: string | null }

/** How a level of a list is marked; `format` is that of its numbers, empty where it has none. */
export interface ListLevel { format: string; prefix: string; suffix: string; start: number }

/** The styles of a document, told of the elements that define them, in `styles.xml` and `content.xml`. */
export class OdtStyles {
  private readonly entries = new Map<string, Entry>();
  private readonly resolved = new Map<string, OdtStyle>();
  private readonly lists = new Map<string, Map<number, ListLevel>>();
  private entry: Entry | null = null;
  private list: Map<number, ListLevel> | null = null;

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'style:style': case 'style:default-style': this.openStyle(attributes); break;
      case 'style:paragraph-properties': case 'style:table-properties':
        if (attributes['fo:break-before']) this.say({ breakBefore: attributes['fo:break-before'] === 'page' });
        if (attributes['fo:break-after']) this.say({ breakAfter: attributes['fo:break-after'] === 'page' });
        break;
      case 'style:text-properties':
        if (attributes['fo:font-weight']) this.say({ bold: /^(bold|[6-9]00)$/u.test(attributes['fo:font-weight']) });
        if (attributes['text:display']) this.say({ hidden: attributes['text:display'] === 'none' });
        if (this.entry) this.entry.size = attributes['fo:font-size'] ?? this.entry.size;
        break;
      case 'text:list-style': case 'text:outline-style':
        this.list = new Map();
        this.lists.set(name === 'text:outline-style' ? outline : attributes['style:name'] ?? '', this.list);
        break;
      case 'text:list-level-style-number': case 'text:list-level-style-bullet': case 'text:list-level-style-image': case 'text:outline-level-style':
        this.list?.set(Number(attributes['text:level']) || 1, {
          format: attributes['style:num-format'] ?? '', prefix: attributes['style:num-prefix'] ?? '', suffix: attributes['style:num-suffix'] ?? '',
          start: Number(attributes['text:start-value'] ?? 1) || 0,
        });
        break;
      default:
    }
  }

  of(family: Family, name: string | undefined): OdtStyle {
    const key = `${family} ${name ?? ''}`;
    const known = this.resolved.get(key);
    if (known) return known;
    const chain = this.chainOf(family, name);
    const base = this.entries.get(`${family} `);
    const style = applied(applied(unstyled, base && !chain.includes(base) ? [base] : []), chain);
    const named = chain.map((one) => headingByName(one.name)).find((level) => level !== null) ?? null;
    const found = { ...style, heading: style.heading ?? named };
    this.resolved.set(key, found);
    return found;
  }

  /** How a span looks in text that looks like this. */
  span(name: string | undefined, around: Look): Look {
    return applied(around, this.chainOf('text', name));
  }

  level(listStyle: string | null, level: number): ListLevel | null {
    return this.lists.get(listStyle ?? '')?.get(level) ?? null;
  }

  private openStyle(attributes: XmlAttributes): void {
    const name = attributes['style:name'] ?? '';
    const heading = Number(attributes['style:default-outline-level']) || null;
    this.entry = {
      name: attributes['style:display-name'] ?? name.replaceAll(/_([0-9a-f]{2})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      parent: attributes['style:parent-style-name'] || null, size: null,
      own: {
        ...(heading === null ? {} : { heading }),
        ...(attributes['style:list-style-name'] === undefined ? {} : { listStyle: attributes['style:list-style-name'] || null }),
        // A page of another kind starts with the paragraph that asks for it.
        ...(attributes['style:master-page-name'] ? { breakBefore: true } : {}),
      },
    };
    const key = `${attributes['style:family'] ?? ''} ${name}`;
    this.entries.set(key, this.entry);
    this.resolved.delete(key);
  }

  private say(words: Partial<OdtStyle>): void {
    if (this.entry) Object.assign(this.entry.own, words);
  }

  /** The style and those that it is made from, the nearest first. */
  private chainOf(family: Family, name: string | undefined): Entry[] {
    const chain: Entry[] = [];
    let entry = name === undefined ? undefined : this.entries.get(`${family} ${name}`);
    while (entry && !chain.includes(entry)) {
      chain.push(entry);
      entry = entry.parent === null ? undefined : this.entries.get(`${family} ${entry.parent}`);
    }
    return chain;
  }
}

const unstyled: OdtStyle = { heading: null, bold: false, size: null, hidden: false, breakBefore: false, breakAfter: false, listStyle: null };

/** A look with what styles say over it, the nearest last; sizes in percent are of what is below. */
function applied<T extends Look>(look: T, chain: readonly Entry[]): T {
  const result = { ...look };
  for (const { own, size } of chain.toReversed()) {
    Object.assign(result, own);
    if (size !== null) result.size = size.endsWith('%') ? (result.size ?? 12) * Number.parseFloat(size) / 100 : Number.parseFloat(size) || result.size;
  }
  return result;
}

/** The list style that numbers headings. */
export const outline = ' outline';
