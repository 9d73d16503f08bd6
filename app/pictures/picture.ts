import type { AnalysisTable, PictureSpec } from '../analyses/analysis.ts';
import type { ProjectState } from '../coding/state.ts';
import { drawBars } from './bars.ts';
import { describePicture } from './describe.ts';
import { drawHeat } from './heat.ts';
import { drawPortrait } from './portrait.ts';
import type { SvgNode } from './svg.ts';

/** A table as a picture: what is drawn, and the same in words for who can't see it. */
export interface Picture {
  width: number;
  height: number;
  /** Drawn nodes, to put in an `svg` of this size. */
  nodes: SvgNode[];
  /** What kind of picture it is and what stands out. */
  summary: string;
}

export interface Drawing {
  table: AnalysisTable;
  /** Colours of themes. */
  state: Pick<ProjectState, 'codes'>;
  language: 'nl' | 'en';
  /** The width to draw in, in pixels; what does not fit in it is drawn wider. */
  width: number;
}

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
