import { groupBy } from './group.ts';
import type { Label } from './label-candidates.ts';
import type { Line } from './lines.ts';
import type { HeadingLines } from './sections.ts';

/**
 * The labels without those in lists at a report's end: who does what (*Actielijst*), what words mean. Nobody speaks
 * there, though names stand before colons. What is longer than such a list has it is taken as speech after all.
 */
export function withoutAppendices(labels: readonly Label[], headings: readonly HeadingLines[], lines: readonly Line[]): Label[] {
  let heading = -1;
  const under = groupBy(labels, ({ line }) => {
    while ((headings[heading + 1]?.from ?? lines.length) < line) heading += 1;
    return heading;
  });
  return [...under].flatMap(([at, own]) => {
    const isLong = own.some(({ line, place, textFrom }) => place === 'own' || (lines[line]?.text.length ?? 0) - textFrom > longestEntry);
    return listWords.test(headings[at]?.text ?? '') && !isLong ? [] : own;
  });
}

const longestEntry = 100;

const listWords = /^(?:[\dIVX]+[.)]?\s+)?(?:actie|actiepunten|besluiten|toezeggingen|presentie|deelnemers|verdeel|begrippen|afkortingen|woorden|adressen|bel|telefoon)lijst|^(?:[\dIVX]+[.)]?\s+)?(?:acties|actiepunten|afspraken|afkortingen|begrippen|contactgegevens|colofon|actions?|action (?:list|points|items)|attendance list|abbreviations|glossary|contacts)(?::|$)/iu;
