import type { XmlAttributes } from '../../support/read-xml.ts';
import { inFormat, type NumberMark } from '../extract/numbers.ts';
import type { OdtStyles } from './styles.ts';

interface OpenList { style: string | null; counts: number[]; itemStarts: boolean }

/** Lists in lists, and what is counted in them. */
export class OdtLists {
  private readonly open: OpenList[] = [];
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly styles: OdtStyles) {}

  openList(attributes: XmlAttributes): void {
    const outer = this.open.at(-1);
    const style = attributes['text:style-name'] ?? outer?.style ?? null;
    const goesOn = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined;
    const counts = outer?.counts ?? (goesOn ? this.counts.get(style ?? '') : undefined) ?? [];
    this.counts.set(style ?? '', counts);
    this.open.push({ style, counts, itemStarts: false });
  }

  closeList(): void {
    this.open.pop();
  }

  openItem(attributes: XmlAttributes): void {
    const list = this.open.at(-1);
    if (!list) return;
    list.itemStarts = true;
    const start = attributes['text:start-value'];
    if (start !== undefined) list.counts[this.open.length - 1] = (Number(start) || 0) - 1;
  }

  /** The mark of the paragraph that starts; null outside lists, and for what follows in an item. */
  next(paragraphList: string | null): NumberMark | null {
    const list = this.open.at(-1);
    if (!list?.itemStarts) return null;
    const depth = this.open.length;
    const level = this.styles.level(list.style ?? paragraphList, depth);
    list.itemStarts = false;
    list.counts.length = depth;
    const count = (list.counts[depth - 1] ?? (level?.start ?? 1) - 1) + 1;
    list.counts[depth - 1] = count;
    if (!level || level.format === '') return { level: depth, isNumber: false, words: null };
    const isWords = /\p{L}{2}/u.test(level.prefix + level.suffix);
    const format = wordFormats[level.format] ?? 'decimal';
    return { level: depth, isNumber: true, words: isWords ? `${level.prefix}${inFormat(count, format)}${level.suffix}`.trim() : null };
  }
}

/** Formats of numbers by the sign that shows them, in the words of Word. */
const wordFormats: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };
