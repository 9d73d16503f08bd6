import { lightValue } from './ink.ts';
import type { Picture } from './drawing.ts';
import { svgNode, type SvgNode } from './svg.ts';

export interface SvgWords { title: string; /** Below the picture: what it counts. */ caption: readonly string[] }

/**
 * A picture as an SVG file: in the light colours, on white, with its title above and what it counts below, and the same
 * in words for readers of the screen. The same picture gives the same bytes.
 */
export function pictureSvg({ width, height, nodes, summary }: Picture, { title, caption }: SvgWords): string {
  const lines = caption.flatMap((line) => wrapped(line, Math.floor((width - 2 * edge) / 5.6)));
  const [wide, high] = [width + 2 * edge, height + 52 + lines.length * 16 + edge];
  const root = svgNode('svg', {
    xmlns: 'http://www.w3.org/2000/svg', width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, role: 'img', 'aria-labelledby': 'title desc',
    'font-family': 'Inter, "Helvetica Neue", Arial, sans-serif', 'font-size': 12, fill: 'var(--ink)', color: 'var(--ink-2)',
  }, [
    svgNode('title', { id: 'title' }, [title]),
    svgNode('desc', { id: 'desc' }, [[summary, ...caption].join(' ')]),
    svgNode('rect', { width: wide, height: high, fill: '#ffffff' }),
    svgNode('text', { x: edge, y: 30, 'font-size': 16, 'font-weight': 600 }, [title]),
    svgNode('g', { transform: `translate(${edge},46)`, 'text-anchor': 'middle' }, nodes),
    ...lines.map((line, at) => svgNode('text', { x: edge, y: height + 66 + at * 16, 'font-size': 11, fill: 'var(--ink-2)' }, [line])),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;
}

const edge = 20;

function written({ tag, attributes, children }: SvgNode): string {
  const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(lightValue(value))}"`).join('');
  const inner = children.map((child) => (typeof child === 'string' ? escape(child) : written(child))).join('');
  return inner === '' ? `<${tag}${own}/>` : `<${tag}${own}>${inner}</${tag}>`;
}

/** Lines of at most so many letters. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** XML 1.0 holds no control characters nor lone surrogates: they become the replacement character, visibly. */
function escape(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (character === '\t' || character === '\n' ? ' ' : '\uFFFD'))
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
