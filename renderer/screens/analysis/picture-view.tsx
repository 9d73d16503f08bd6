import { createElement, useEffect, useRef, type ReactNode } from 'react';
import type { Picture } from '../../../app/pictures/drawing.ts';
import type { SvgNode } from '../../../app/pictures/svg.ts';

export interface PictureViewProps { picture: Picture; title: string; onRow(row: number): void }

/**
 * The picture. Its marks take presses of the mouse; who uses the keyboard has the same in the table below it, and a
 * reader of the screen also what stands out, in words.
 */
export function PictureView({ picture: { width, height, nodes, summary }, title, onRow }: PictureViewProps) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const element = svg.current;
    const onClick = (event: MouseEvent) => {
      const row = event.target instanceof Element ? event.target.closest<SVGElement>('[data-row]')?.dataset['row'] : undefined;
      if (row !== undefined) onRow(Number(row));
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [onRow]);
  return (
    <figure className={height > tall ? 'picture tall' : 'picture'} aria-label={title}>
      <div className="picture-scroll">
        <svg
          ref={svg} aria-hidden width={width} height={height} viewBox={`0 0 ${width} ${height}`}
          fontSize={12} textAnchor="middle" fill="var(--ink)"
        >
          {nodes.map((node, at) => drawn(node, at))}
        </svg>
      </div>
      <figcaption className="hidden-text">{summary}</figcaption>
    </figure>
  );
}

/** Pixels: higher than this, a picture that is shrunk to a page of paper can't be read. */
const tall = 860;

/** Drawn nodes as elements of React; their order never changes within one picture. */
function drawn(node: SvgNode | string, at: number): ReactNode {
  if (typeof node === 'string') return node;
  const attributes = Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [propertyOf(name), value]));
  const row = node.row === undefined ? {} : { 'data-row': node.row };
  return createElement(node.tag, { key: at, ...attributes, ...row }, ...node.children.map((child, index) => drawn(child, index)));
}

const propertyOf = (name: string) => (name === 'class' ? 'className' : name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));
