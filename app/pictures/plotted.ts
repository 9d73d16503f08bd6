import { plot, type PlotOptions } from '@observablehq/plot';
import type { CodeId } from '../../schemas/ids.ts';
import type { AnalysisRow } from '../analyses/analysis.ts';
import { themeColor } from '../coding/theme-color.ts';
import type { ProjectState } from '../coding/state.ts';
import { ink } from './ink.ts';
import { DrawnElement, drawingDocument, nodesOf, type SvgNode } from './svg.ts';

/** What Plot draws of these options, as nodes to put in an `svg` of that size. */
export function plotted(options: PlotOptions & { width: number; height: number }): SvgNode[] {
  const drawn: unknown = Reflect.apply(plot, null, [{ ...options, document: drawingDocument }]);
  if (!(drawn instanceof DrawnElement)) throw new Error('Plot drew a figure where a picture was asked for');
  return nodesOf(drawn).children.filter((child) => typeof child !== 'string');
}

/** The columns of rows of which a picture shows no more. */
export const mostShown = { bars: 30, rows: 40, columns: 24, lanes: 80 };

/** The colour of a row: of its theme, else the accent. */
export function rowColor(row: AnalysisRow, state: Pick<ProjectState, 'codes'>): string {
  const code = state.codes.get(String(row['code_id'] ?? '') as CodeId);
  return code ? themeColor(code.color) : ink.bar;
}
