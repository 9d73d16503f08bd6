import type { AnalysisTable } from '../analyses/analysis.ts';
import type { ProjectState } from '../coding/state.ts';
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

/** What a picture is drawn from. */
export interface Drawing {
  table: AnalysisTable;
  /** Colours of themes. */
  state: Pick<ProjectState, 'codes'>;
  language: 'nl' | 'en';
  /** The width to draw in, in pixels; what does not fit in it is drawn wider. */
  width: number;
}
