import type { Content, ImportChange } from '../../schemas/records/content.ts';
import { groupBy } from './group.ts';

/** What the import did by one rule, in the order of the source. */
export interface RuleChanges { rule: string; changes: ImportChange[] }

/** What was taken out, joined or repaired, by rule: for the review. The rule with most changes first. */
export function changesByRule(content: Pick<Content, 'changes'>): RuleChanges[] {
  return [...groupBy(content.changes, ({ rule }) => rule)].map(([rule, changes]) => ({ rule, changes })).toSorted((a, b) => b.changes.length - a.changes.length);
}
