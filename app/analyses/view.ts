import type { Picture } from '../pictures/drawing.ts';
import { drawPicture } from '../pictures/picture.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { AnalysisRow, AnalysisTable, Lead } from './analysis.ts';
import { arranged, type Arrangement } from './arrange.ts';
import { analysisOf } from './registry.ts';

/** Which analysis is shown, with which options, how arranged, in which language, how wide its picture is (null: none is drawn). */
export interface ViewRequest extends Arrangement {
  id: string;
  options: Readonly<Record<string, unknown>>;
  language: 'nl' | 'en';
  width: number | null;
  /** How wide the picture is on paper, where it may be printed: shrunk to a page, that of the screen can't be read. */
  paperWidth?: number;
}

/** What is shown: the table as it is arranged, and its picture. */
export interface AnalysisView {
  id: string;
  /** The options, defaults filled in. */
  options: Readonly<Record<string, unknown>>;
  table: AnalysisTable;
  /** Rows before the filter. */
  all: number;
  picture: Picture | null;
  /** The same for paper. */
  printed: Picture | null;
}

/** Runs an analysis and draws it, as the screen shows it and as it leaves from there. */
export function viewAnalysis(snapshot: ProjectSnapshot, { id, options, language, width, paperWidth, ...arrangement }: ViewRequest): Result<AnalysisView> {
  const chosen = chosenAnalysis(id, options);
  if (!chosen.ok) return chosen;
  const { analysis, parsed } = chosen.value;
  const whole = analysis.run(snapshot, parsed);
  const table = arranged(whole, arrangement, language);
  const drawn = (wide: number | null) => (wide === null ? null : drawPicture(analysis.picture(parsed), { table, state: snapshot.state, language, width: wide }));
  return ok({ id, options: parsed, table, all: whole.rows.length, picture: drawn(width), printed: drawn(paperWidth ?? null) });
}

/** Where a row of an analysis leads. */
export function followRow(snapshot: ProjectSnapshot, { id, options }: Pick<ViewRequest, 'id' | 'options'>, row: AnalysisRow): Result<Lead | null> {
  const chosen = chosenAnalysis(id, options);
  return chosen.ok ? ok(chosen.value.analysis.follow(snapshot, chosen.value.parsed, row)) : chosen;
}

function chosenAnalysis(id: string, options: Readonly<Record<string, unknown>>) {
  const analysis = analysisOf(id);
  if (!analysis) return fail('unknown-analysis', `there is no analysis "${id}"`);
  const parsed = analysis.options.safeParse(options);
  if (!parsed.success) return fail('analysis-options', `${id} can't be run with these options: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`);
  return ok({ analysis, parsed: parsed.data as Readonly<Record<string, unknown>> });
}
