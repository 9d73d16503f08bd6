import type { PictureSpec } from '../analyses/analysis.ts';
import { unitWords } from '../analyses/cell-words.ts';
import type { Drawing, Picture } from './drawing.ts';
import { drawBars } from './bars.ts';
import { describePicture, leftOutOf } from './describe.ts';
import { drawHeat } from './heat.ts';
import { ink } from './ink.ts';
import { drawPortrait } from './portrait.ts';
import { svgNode } from './svg.ts';

/** Draws the rows of a table, in their order; null where there is nothing to draw. The same rows give the same picture. */
export function drawPicture(spec: PictureSpec, drawing: Drawing): Picture | null {
  if (drawing.table.rows.length === 0) return null;
  const drawn = headed(draw(spec, drawing), [heading(spec, drawing), ...leftOutOf(spec, drawing)].filter((words) => words !== '').join('. '));
  return { ...drawn, summary: describePicture(spec, drawing) };
}

function draw(spec: PictureSpec, drawing: Drawing): Omit<Picture, 'summary'> {
  switch (spec.kind) {
    case 'bars': return drawBars(spec, drawing);
    case 'heat': return drawHeat(spec, drawing);
    case 'portrait': return drawPortrait(spec, drawing);
  }
}

/** What the figures of a picture are, as at the head of their column. Of two values each is named at its bar. */
function heading(spec: PictureSpec, { table: { columns }, language }: Drawing): string {
  const values = spec.kind === 'bars' ? spec.values : spec.kind === 'heat' ? [spec.value] : [];
  const column = values.length === 1 ? columns.find(({ id }) => id === values[0]) : undefined;
  if (!column) return '';
  const [name, unit] = [column.name[language], unitWords(column, language)];
  return unit === '' || unit === name.toLowerCase() ? name : `${name} (${unit})`;
}

const headHeight = 24;

function headed({ width, height, nodes }: Omit<Picture, 'summary'>, words: string): Omit<Picture, 'summary'> {
  if (words === '') return { width, height, nodes };
  const head = svgNode('text', { x: 0, y: 13, fill: ink.quiet, 'text-anchor': 'start' }, [words]);
  return { width, height: height + headHeight, nodes: [head, svgNode('g', { transform: `translate(0,${headHeight})` }, nodes)] };
}
