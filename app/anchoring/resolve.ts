import type { Anchor } from '../../schemas/records/coding.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { PlainText, TextRange } from '../document/plain-text.ts';

/** Where a passage is now, and which selector found it: from cheap and certain to costly. */
export interface Resolved extends TextRange { how: 'offset' | 'near' | 'context' }

/** How far an edit is expected to shift a passage, in UTF-16 units: beyond it only one clearly best place will do. */
const nearby = 2000;

/**
 * A quotation this long says enough by itself; a shorter one (a "ja") must stand between at least half of the text
 * that stood around it. A passage wrongly found is worse than an orphan: the orphan is shown, the other is not.
 */
const tellingLength = 24;
const tellingContext = 0.5;

/**
 * Finds a passage: at its offsets, else near them, else anywhere by what stands around it. The quotation must be there
 * letter for letter each time. Null: an orphan.
 */
export function resolve(text: PlainText, anchor: Anchor): Resolved | null {
  const { quotation } = anchor;
  const inside = anchor.end <= text.codePoints && anchor.start <= anchor.end;
  if (inside) {
    const start = text.toUtf16(anchor.start);
    if (text.toUtf16(anchor.end) - start === quotation.length && text.text.startsWith(quotation, start)) {
      return { start, end: (start + quotation.length) as Utf16, how: 'offset' };
    }
  }
  const expected = text.toUtf16(Math.min(anchor.start, text.codePoints) as typeof anchor.start);
  const candidates = occurrences(text.text, quotation)
    .map((start) => ({ start, context: agreement(text.text, anchor, start), distance: Math.abs(start - expected) }))
    .filter(({ context }) => quotation.length >= tellingLength || context >= tellingContext);
  const near = candidates.filter(({ distance }) => distance <= nearby).toSorted((a, b) => b.context - a.context || a.distance - b.distance)[0];
  if (near) return found(near.start, quotation, 'near');
  const [best, next] = candidates.toSorted((a, b) => b.context - a.context);
  return best && best.context > (next?.context ?? -1) ? found(best.start, quotation, 'context') : null;
}

function found(start: number, quotation: string, how: Resolved['how']): Resolved {
  return { start: start as Utf16, end: (start + quotation.length) as Utf16, how };
}

/** Every place of a quotation, overlapping ones too. */
export function occurrences(text: string, quotation: string): number[] {
  const places: number[] = [];
  if (quotation === '') return places;
  for (let at = text.indexOf(quotation); at >= 0; at = text.indexOf(quotation, at + 1)) places.push(at);
  return places;
}

/** How much of the anchor's surroundings stands around this place, 0 to 1; 1 where the anchor had none. */
function agreement(text: string, { prefix, quotation, suffix }: Anchor, start: number): number {
  const whole = prefix.length + suffix.length;
  if (whole === 0) return 1;
  let before = 0;
  while (before < prefix.length && prefix[prefix.length - 1 - before] === text[start - 1 - before]) before += 1;
  const end = start + quotation.length;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after += 1;
  return (before + after) / whole;
}
