import type { z } from 'zod';
import type { CodePoint, CodingId, DocumentId } from '../../schemas/ids.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { Words } from '../support/words.ts';
import type { Control } from './controls.ts';

/** One analysis. One file in this folder exports one descriptor; `registry.ts` lists them. */
export interface Analysis<Options extends z.ZodType = z.ZodType> {
  /** As in `hoorwerk analyse --analysis ID`. */
  id: string;
  name: Words;
  /** What it shows, one or two sentences: above the figures and under the picture. */
  caption: Words;
  /** What a press on a row or a mark does, where that needs saying: on the screen only. */
  press?: Words;
  /** What it counts, by counting.md: shown on screen and written into every export. */
  definition: Words;
  /** Every option has a default. */
  options: Options;
  /** How the screen asks for each option, in this order. */
  controls: readonly Control[];
  run(snapshot: ProjectSnapshot, options: z.output<Options>): AnalysisTable;
  /** How the rows of a table that was made with these options are drawn. */
  picture(options: z.output<Options>): PictureSpec;
  /** What is behind a row: where a press on it leads; null where there is nothing to go to. */
  follow(snapshot: ProjectSnapshot, options: z.output<Options>, row: AnalysisRow): Lead | null;
}

/**
 * Rows with named, typed columns. Numbers are numbers: shares are 0 to 1, rounded by who shows them. A row may also hold
 * ids to go by (`code_id`), which are no columns: JSON has them, CSV has not.
 */
export interface AnalysisTable {
  columns: readonly AnalysisColumn[];
  rows: readonly AnalysisRow[];
  /** What was left out and why, and what a figure is of: one sentence each. */
  notes?: readonly Words[];
}

export type AnalysisRow = Readonly<Record<string, string | number | boolean | null>>;

export interface AnalysisColumn {
  id: string;
  name: Words;
  /** `number` is one that is not counted: a page, a turn, a weight. `ratio` is a coefficient, as it is. */
  unit: 'text' | 'count' | 'share' | 'ratio' | 'number' | 'flag';
  /** Of what it is a share or a number, in a word or two, under its name. */
  of?: Words;
  /** Words for values that are terms (a kind of turn) or empty (no speaker). */
  terms?: Readonly<Record<string, Words>>;
  /** Columns that people need not see: `files` are for files only, `programs` for CSV and JSON only. */
  only?: 'files' | 'programs';
}

/** How rows are drawn, by the ids of their columns. */
export type PictureSpec =
  /** A bar a row, with its number; of more values (three at most) a bar each. `group` stands behind the label. */
  | { kind: 'bars'; label: string; group?: string; values: readonly string[] }
  /** A cell for each pair of labels. `mirrored`: each pair stands in the table once and is drawn on both sides. */
  | { kind: 'heat'; rows: string; columns: string; value: string; mirrored?: boolean }
  /** Each row where it stands in its document, counted in words; a lane for each `lane` and, within it, `group`. */
  | { kind: 'portrait'; lane: string; group?: string };

/** Where a row leads. */
export type Lead =
  | { kind: 'codings'; ids: CodingId[] }
  | { kind: 'place'; documentId: DocumentId; start: CodePoint; end: CodePoint }
  | { kind: 'analysis'; id: string; options: Record<string, unknown> };
