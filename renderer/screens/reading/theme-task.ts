import type { CodeId } from '../../../schemas/ids.ts';

/** What is being done to a theme in the pane. */
export type ThemeTask = { kind: 'edit' | 'merge'; id: CodeId } | { kind: 'add'; parentId: CodeId | null };

/** What every row of the tree needs. */
export interface ThemeRows {
  /** Codings of each theme; a theme without any is not in it. */
  counts: ReadonlyMap<CodeId, number>;
  /** Those in the document that is open; null where it is the only one. */
  here: ReadonlyMap<CodeId, number> | null;
  isReadOnly: boolean;
  onTask(task: ThemeTask): void;
}
