import type { Line } from './lines.ts';
import type { Paragraphs } from './paragraphs.ts';

/**
 * Lines that the reporter wrote between what people said, and that end the turn before them: when a meeting starts,
 * stops or goes on, and what was decided. Only paragraphs that begin so, and few words do: the rest is read as speech.
 */
export function findNarration(lines: readonly Line[], paragraphs: Paragraphs, taken: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  lines.forEach(({ text, gap }, at) => {
    if (taken.has(at) || !(gap === 'blank' || (at > 0 && paragraphs.endsAfter(at - 1)))) return;
    if (times.test(text) || (gap === 'blank' && decisions.test(text))) found.add(at);
  });
  return found;
}

/** `Sluiting 11.15 uur.`, `Schorsing van 12.00 uur tot 13.00 uur`, `(De vergadering wordt geschorst …)`. */
const times = /^[([]?(?:(?:aanvang|sluiting|schorsing|pauze|einde|hervatting)(?: van de \p{L}+)?:? (?:om |van |te )?\d{1,2}[.:]\d{2}|de (?:vergadering|beraadslaging|zitting|hoorzitting|bijeenkomst) wordt (?:[\p{L} ]{0,30})?(?:geschorst|heropend|hervat|gesloten|geopend))/iu;

/** `Besluit: …`, `Aldus vastgesteld …`, at the head of a paragraph set apart. */
const decisions = /^(?:besluit|besluiten|toezegging|actie|stemming):\s|^(?:aldus|het (?:voorstel|amendement) is|de motie is|het (?:voorstel|amendement) wordt|de motie wordt) (?:besloten|vastgesteld|met |aangenomen|verworpen|\p{Ll}+ aangenomen|\p{Ll}+ verworpen)/iu;
