import type { PictureSpec } from '../analyses/analysis.ts';
import type { Drawing, Picture } from './drawing.ts';
import { drawBars } from './bars.ts';
import { describePicture } from './describe.ts';
import { drawHeat } from './heat.ts';
import { drawPortrait } from './portrait.ts';

/** Draws the rows of a table, in their order; null where there is nothing to draw. The same rows give the same picture. */
export function drawPicture(spec: PictureSpec, drawing: Drawing): Picture | null {
  if (drawing.table.rows.length === 0) return null;
  const drawn = draw(spec, drawing);
  return { ...drawn, summary: describePicture(spec, drawing) };
}

function draw(spec: PictureSpec, drawing: Drawing): Omit<Picture, 'summary'> {
  switch (spec.kind) {
    case 'bars': return drawBars(spec, drawing);
    case 'heat': return drawHeat(spec, drawing);
    case 'portrait': return drawPortrait(spec, drawing);
  }
}
