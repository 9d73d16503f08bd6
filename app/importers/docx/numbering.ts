import type { XmlAttributes, XmlHandler } from '../../support/read-xml.ts';
import { inFormat, type NumberMark } from '../extract/numbers.ts';

interface Level { format: string; text: string; start: number; style: string | null }
interface Scheme { levels: Map<number, Level> }
interface Numbering { scheme: string; starts: Map<number, number> }

/** Reads `numbering.xml`, and counts along while paragraphs are read in their order. */
export class NumberingReader implements XmlHandler {
  private readonly schemes = new Map<string, Scheme>();
  private readonly numberings = new Map<string, Numbering>();
  private readonly counters = new Map<string, number[]>();
  private readonly started = new Set<string>();
  private scheme: Scheme | null = null;
  private numbering: Numbering | null = null;
  private level: Level | null = null;
  private at = 0;

  open(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') {
      this.scheme = { levels: new Map() };
      this.schemes.set(attributes['w:abstractNumId'] ?? '', this.scheme);
    } else if (name === 'w:num') {
      this.numbering = { scheme: '', starts: new Map() };
      this.numberings.set(attributes['w:numId'] ?? '', this.numbering);
    } else if (name === 'w:abstractNumId' && this.numbering) this.numbering.scheme = value;
    else if (name === 'w:lvlOverride') this.at = Number(attributes['w:ilvl']) || 0;
    else if (name === 'w:startOverride') this.numbering?.starts.set(this.at, Number(value) || 0);
    else if (name === 'w:lvl' && this.scheme) {
      this.level = { format: 'decimal', text: '', start: 1, style: null };
      this.scheme.levels.set(Number(attributes['w:ilvl']) || 0, this.level);
    } else if (name === 'w:start' && this.level) this.level.start = Number(value) || 0;
    else if (name === 'w:numFmt' && this.level) this.level.format = value;
    else if (name === 'w:lvlText' && this.level) this.level.text = value;
    else if (name === 'w:pStyle' && this.level) this.level.style = value;
  }

  close(name: string): void {
    if (name === 'w:abstractNum') this.scheme = null;
    if (name === 'w:num') this.numbering = null;
    if (name === 'w:lvl') this.level = null;
  }

  text(): void { /* numbering holds no text */ }

  /** The level of the list that is linked to a paragraph style. */
  levelOfStyle(numId: string, style: string | null): number {
    const levels = this.schemes.get(this.numberings.get(numId)?.scheme ?? '')?.levels ?? [];
    for (const [at, level] of levels) if (style !== null && level.style === style) return at;
    return 0;
  }

  /** The next paragraph of a list; null where the numbering shows nothing. A list that the file lacks has bullets. */
  next(numId: string, at: number): NumberMark | null {
    if (numId === '0') return null;
    const numbering = this.numberings.get(numId);
    const level = this.schemes.get(numbering?.scheme ?? '')?.levels.get(at);
    const mark = { level: at + 1, isNumber: false, words: null };
    if (!numbering || !level || level.format === 'bullet') return mark;
    const counts = this.count(numId, numbering, at, level.start);
    if (level.format === 'none' && !/\p{L}{2}/u.test(level.text)) return null;
    const isWords = /\p{L}{2}/u.test(level.text);
    const words = level.text.replace(/%([1-9])/gu, (_, digit: string) => this.shown(numbering, Number(digit) - 1, counts));
    return { ...mark, isNumber: true, words: isWords ? words.trim() : null };
  }

  private count(numId: string, numbering: Numbering, at: number, start: number): number[] {
    const counts = this.counters.get(numbering.scheme) ?? [];
    this.counters.set(numbering.scheme, counts);
    const restart = numbering.starts.get(at);
    const key = `${numId} ${at}`;
    const first = restart !== undefined && !this.started.has(key) ? restart : start;
    const goesOn = counts[at] !== undefined && (restart === undefined || this.started.has(key));
    counts[at] = goesOn ? (counts[at] ?? 0) + 1 : first;
    this.started.add(key);
    counts.length = at + 1;
    return counts;
  }

  private shown(numbering: Numbering, at: number, counts: readonly number[]): string {
    const level = this.schemes.get(numbering.scheme)?.levels.get(at);
    return inFormat(counts[at] ?? level?.start ?? 1, level?.format ?? 'decimal');
  }
}
