import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boxThrough, identity, matrixOf, multiply, type Box, type Matrix } from './geometry.ts';
import type { OpenPdf } from './open-pdf.ts';
import { Pen, type Run } from './pen.ts';

/** What is drawn on a page: letters and lines, in points from the top left of the page as it hangs on the screen. */
export interface PageInk {
  width: number;
  height: number;
  runs: Run[];
  /** Horizontal lines and the long sides of flat boxes. */
  rules: Box[];
  /** Spots of the size of a bullet: some programs draw them. */
  dots: Box[];
  /** Something as large as a photograph of the page lies on it. */
  picture: boolean;
}

/** How a font writes, as far as reading needs to know. */
interface Type { name: string; bold: boolean; scale: number; vertical: boolean; drawn: boolean }

/**
 * Follows the page's drawing and notes every letter where it is put: pdf.js' own text lacks soft hyphens and the place
 * of each letter. Throws what pdf.js throws where the page can't be read.
 */
export async function readInk(page: PDFPageProxy, ops: OpenPdf['ops']): Promise<PageInk> {
  // 1: annotations as they look, so that a form that was filled in is read with its answers.
  const list = await page.getOperatorList({ annotationMode: 1 });
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const types = await typesOf(page, list.argsArray, list.fnArray, ops);
  const reader = new InkReader({ base: matrixOf(transform), types, width, height }, ops);
  list.fnArray.forEach((fn, at) => reader.take(fn, list.argsArray[at]));
  page.cleanup();
  return { width, height, runs: reader.pen.runs(), rules: reader.rules, dots: reader.dots, picture: reader.picture };
}

async function typesOf(page: PDFPageProxy, args: readonly unknown[], fns: readonly number[], ops: OpenPdf['ops']): Promise<Map<string, Type>> {
  const names = new Set<string>();
  fns.forEach((fn, at) => {
    if (fn === ops.setFont) names.add(String(listOf(args[at])[0]));
    if (fn === ops.setGState) for (const pair of listOf(listOf(args[at])[0])) if (listOf(pair)[0] === 'Font') names.add(String(listOf(listOf(pair)[1])[0]));
  });
  const types = new Map<string, Type>();
  for (const name of names) types.set(name, typeOf(await new Promise((resolve) => { page.commonObjs.get(name, resolve); })));
  return types;
}

/** A font that pdf.js could not read comes as something else: its letters are put where they would stand in any font. */
function typeOf(font: unknown): Type {
  const known = (typeof font === 'object' && font !== null ? font : {}) as Record<string, unknown>;
  const name = typeof known['name'] === 'string' ? known['name'] : '';
  const drawn = known['isType3Font'] === true;
  return {
    name, drawn,
    bold: known['bold'] === true || known['black'] === true || /bold|black|heavy|demi/i.test(name),
    scale: known['fontMatrix'] ? matrixOf(known['fontMatrix'])[0] : 0.001,
    vertical: known['vertical'] === true,
  };
}

interface TextState {
  ctm: Matrix;
  font: Type | null;
  size: number;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  hidden: boolean;
}

interface Page { base: Matrix; types: ReadonlyMap<string, Type>; width: number; height: number }

class InkReader {
  readonly rules: Box[] = [];
  readonly dots: Box[] = [];
  readonly pen = new Pen();
  picture = false;
  private state: TextState;
  private readonly stack: TextState[] = [];
  private text: Matrix = identity;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;

  constructor(private readonly page: Page, private readonly ops: OpenPdf['ops']) {
    this.state = { ctm: page.base, font: null, size: 0, letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0, hidden: false };
  }

  take(fn: number, args: unknown): void {
    const { ops, state } = this;
    const list = listOf(args);
    const number = Number(list[0]);
    switch (fn) {
      case ops.save: this.save(); break;
      case ops.restore: this.restore(); break;
      case ops.transform: this.transform(list); break;
      case ops.paintFormXObjectBegin: this.save(); this.transform(listOf(list[0])); break;
      case ops.paintFormXObjectEnd: this.restore(); break;
      case ops.beginAnnotation:
        this.save();
        this.state.ctm = multiply(multiply(this.page.base, matrixOf(list[2])), matrixOf(list[3]));
        break;
      case ops.endAnnotation: this.restore(); break;
      case ops.constructPath: this.path(list); break;
      case ops.paintImageXObject: case ops.paintInlineImageXObject: case ops.paintImageMaskXObject: this.picture ||= this.coversPage(); break;
      case ops.beginText: this.placeText(identity); break;
      case ops.setTextMatrix: this.placeText(matrixOf(list[0] ?? args)); break;
      case ops.moveText: this.moveText(number, Number(list[1])); break;
      case ops.setLeadingMoveText: state.leading = -Number(list[1]); this.moveText(number, Number(list[1])); break;
      case ops.nextLine: this.moveText(0, -state.leading); break;
      case ops.setLeading: state.leading = number; break;
      case ops.setCharSpacing: state.letterSpace = number; break;
      case ops.setWordSpacing: state.wordSpace = number; break;
      case ops.setHScale: state.stretch = number / 100; break;
      case ops.setTextRise: state.rise = number; break;
      case ops.setTextRenderingMode: state.hidden = number === 3 || number === 7; break;
      case ops.setFont: this.setFont(list); break;
      case ops.setGState: for (const pair of listOf(list[0])) if (listOf(pair)[0] === 'Font') this.setFont(listOf(listOf(pair)[1])); break;
      case ops.showText: this.show(listOf(list[0])); break;
      default: break;
    }
  }

  private save(): void {
    this.stack.push(this.state);
    this.state = { ...this.state };
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(args: readonly unknown[]): void {
    this.state.ctm = multiply(this.state.ctm, matrixOf(args));
    // Pictures are passed over, but the room that was made for them is not.
    this.picture ||= this.coversPage();
  }

  private coversPage(): boolean {
    const [a, b, c, d] = this.state.ctm;
    return Math.abs(a * d - b * c) > 0.2 * this.page.width * this.page.height;
  }

  private placeText(matrix: Matrix): void {
    this.text = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  private moveText(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private setFont([name, size]: readonly unknown[]): void {
    this.state.font = this.page.types.get(String(name)) ?? typeOf(null);
    this.state.size = Number(size);
  }

  private show(glyphs: readonly unknown[]): void {
    const { ctm, size, stretch, letterSpace, wordSpace, rise, hidden, font } = this.state;
    const type = font ?? typeOf(null);
    const matrix = multiply(ctm, this.text);
    const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (!type.vertical) this.x -= (glyph * size * stretch) / 1000;
        continue;
      }
      if (!isGlyph(glyph)) continue;
      const advance = type.vertical ? 0 : (glyph.width * type.scale * size + letterSpace + (glyph.isSpace ? wordSpace : 0)) * stretch;
      const ink = advance - letterSpace * stretch;
      const [x0, y0] = apply(matrix, this.x, this.y + rise);
      const [x1, y1] = apply(matrix, this.x + ink, this.y + rise);
      // A font whose letters are little drawings may count its size in anything.
      const tall = type.drawn ? Math.max(height, 1.4 * Math.hypot(x1 - x0, y1 - y0)) : height;
      const onPage = x1 > -1 && x0 < this.page.width + 1 && y0 > -1 && y0 < this.page.height + 1;
      if (onPage && tall > 0.5) this.pen.put(glyph.unicode, { x0, y0, x1, y1, direction: [matrix[0] * size, matrix[1] * size] }, { size: tall, bold: type.bold, font: type.name, hidden });
      if (type.vertical) this.y -= size;
      else this.x += advance;
    }
  }

  /** Path data as pdf.js packs it: 0 move x y, 1 line x y, 2 curve (6), 3 quadratic (4), 4 close. */
  private path(args: readonly unknown[]): void {
    const [paint, parts, bounds] = args;
    if (paint === this.ops.endPath) return;
    const data = listOf(listOf(parts)[0]).map(Number);
    this.dot(listOf(bounds).map(Number));
    let x = 0;
    let y = 0;
    for (let at = 0; at < data.length;) {
      const kind = data[at];
      const numbers = kind === 0 || kind === 1 ? 2 : kind === 2 ? 6 : kind === 3 ? 4 : 0;
      const toX = data[at + numbers - 1] ?? x;
      const toY = data[at + numbers] ?? y;
      if (kind === 1) this.line([x, y, toX, toY]);
      if (numbers > 0) [x, y] = [toX, toY];
      at += numbers + 1;
    }
  }

  private dot([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): void {
    const box = boxThrough(this.state.ctm, [x0, y0, x1, y1]);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (width > 1.2 && width < 9 && height > 0.75 * width && height < 1.35 * width && this.dots.length < 5000) this.dots.push(box);
  }

  private line(ends: readonly [number, number, number, number]): void {
    const box = boxThrough(this.state.ctm, ends);
    if (box.bottom - box.top < 1 && box.right - box.left > 20 && this.rules.length < 5000) this.rules.push(box);
  }
}

interface Glyph { unicode: string; width: number; isSpace: boolean }

function isGlyph(value: unknown): value is Glyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string' && 'width' in value && typeof value.width === 'number';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : [];
}

const apply = (m: Matrix, x: number, y: number): [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
