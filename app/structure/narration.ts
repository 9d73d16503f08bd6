import type { Line } from './lines.ts';
import type { Paragraphs } from './paragraphs.ts';

/** `break`: the meeting itself stops or starts here. */
export type Narration = 'break' | 'note';

/**
 * Lines that the reporter wrote between what people said, and that end the turn before them: when a meeting starts,
 * stops or goes on, what was decided and how was voted, and what was seen or heard (*(Applaus)*) where nobody speaks on
 * after it. Only paragraphs that begin so, and few words do: the rest is read as speech.
 */
export function findNarration(lines: readonly Line[], paragraphs: Paragraphs, taken: ReadonlySet<number>): Map<number, Narration> {
  const found = new Map<number, Narration>();
  const starts = (at: number) => !taken.has(at) && (lines[at]?.gap === 'blank' || at === 0 || paragraphs.endsAfter(at - 1));
  lines.forEach(({ text }, at) => {
    if (starts(at) && (isOfMeeting(text) || decisions.test(text))) found.set(at, isOfMeeting(text) ? 'break' : 'note');
  });
  // Backwards, so that of two remarks in a row the first knows that nothing was said behind the second.
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const isLast = at === lines.length - 1 || taken.has(at + 1) || found.has(at + 1);
    if (isLast && starts(at) && paragraphs.endsAfter(at) && isStageDirection(lines[at]?.text ?? '')) found.set(at, 'note');
  }
  return found;
}

/** `Sluiting 11.15 uur.`, `Schorsing van 12.00 uur tot 13.00 uur`, `(De vergadering wordt geschorst …)`, `Einde opname`. */
export const isOfMeeting = (text: string) => times.test(text) || ends.test(text);

const times = /^[([]?(?:(?:aanvang|sluiting|schorsing|pauze|einde|hervatting)(?: van de \p{L}+)?:? (?:om |van |te )?\d{1,2}[.:]\d{2}|(?:de (?:[\p{L}-]+ )?\p{L}*(?:vergadering|beraadslaging|zitting|bijeenkomst)|het (?:incident|debat)) (?:wordt|is) (?:[\p{L}\d.: ]{0,50})?(?:geschorst|heropend|hervat|gesloten|geopend)|l['’]incident est clos|the (?:meeting|hearing|session|sitting|committee) (?:was |is )?(?:suspended|adjourned|resumed|closed))/iu;

const ends = /^[([]?(?:einde|end) (?:van |of )?(?:de |het |the )?(?:opname|transcript|verslag|gesprek|interview|recording|meeting)[)\].]*$|^(?:transcribed|getranscribeerd|uitgewerkt) (?:by|door|met|with) /iu;

/** `Besluit: …`, `Stemming over …`, `Aldus vastgesteld …`. */
const decisions = /^(?:besluit|besluiten|besluitvorming|toezegging|toezeggingen|actie|acties|actiepunt|stemming|uitslag|decision|resolved|action|vote):\s|^stemming (?:over|bij|van|inzake) .{0,120}:?$|^(?:aldus|het (?:voorstel|amendement) is|de motie is|het (?:voorstel|amendement) wordt|de motie wordt) (?:besloten|vastgesteld|met |aangenomen|verworpen|\p{Ll}+ aangenomen|\p{Ll}+ verworpen)|^(?:amendment|clause|motion|question|bill)s? [^.]{0,60}(?:agreed to|negatived|withdrawn|carried|rejected|ordered to stand)/iu;

/** A paragraph between brackets: *(Applaus)*, *[korte pauze]*. */
export const isStageDirection = (text: string) => text.length <= 160 && /^\([^()]+\)\.?$|^\[[^[\]]+\]\.?$/u.test(text);
