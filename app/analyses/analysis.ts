import type { z } from 'zod';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { Words } from '../support/words.ts';

/** One analysis. One file in this folder exports one descriptor; `registry.ts` lists them. */
export interface Analysis<Options extends z.ZodType = z.ZodType> {
  /** As in `hoorwerk analyse --analysis ID`. */
  id: string;
  name: Words;
  /** What it counts, by counting.md: shown on screen and written into every export. */
  definition: Words;
  /** Every option has a default. */
  options: Options;
  run(snapshot: ProjectSnapshot, options: z.output<Options>): AnalysisTable;
}

/**
 * Rows with named, typed columns. Numbers are numbers: shares are 0 to 1, rounded by who shows them. A row may also hold
 * ids to go by (`code_id`), which are no columns: JSON has them, CSV has not.
 */
export interface AnalysisTable {
  columns: readonly { id: string; name: Words; unit: 'text' | 'count' | 'share' | 'flag' }[];
  rows: readonly Record<string, string | number | boolean | null>[];
}
