import type { ImportWarning } from '../../../schemas/records/content.ts';
import { isMessageKey, t } from '../../i18n/index.ts';

/** What a rule did, in the words of the interface. A rule without words of its own is called by its id. */
export function ruleWords(rule: string): string {
  const key = `review.rule.${rule}`;
  return isMessageKey(key) ? t(key) : plainName(rule);
}

/** What a warning is about. */
export function doubtWords(rule: string): string {
  const key = `review.doubt.${rule}`;
  return isMessageKey(key) ? t(key) : plainName(rule);
}

/** Why a place is doubted, in the interface's words; where it has none, as the rule itself put it. */
export function whyWords({ rule, message, values }: ImportWarning): string {
  const key = `review.why.${rule}`;
  return isMessageKey(key) ? t(key, values) : message;
}

/** `page-header` as *Page header*: not Dutch, but it says more than nothing and hides no rule. */
function plainName(rule: string): string {
  const words = rule.replaceAll(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
