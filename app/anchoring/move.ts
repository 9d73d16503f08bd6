import type { Anchor } from '../../schemas/records/coding.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { PlainText, TextRange } from '../document/plain-text.ts';
import { firstIndex } from '../support/first-index.ts';
import { describe } from './describe.ts';
import { findLoosely } from './find-loosely.ts';
import { keptBySource, type Kept } from './kept.ts';
import { resolve } from './resolve.ts';

/**
 * What became of a passage when its text was edited. `same`: where and as it was. `moved`: the same words elsewhere, or
 * with other white space. `changed`: other words; `anchor` quotes them as they are now. `lost`: the anchor as it was,
 * which no longer resolves: an orphan.
 */
export interface Moved { how: 'same' | 'moved' | 'changed' | 'lost'; anchor: Anchor }

/** Takes a passage from one text to the other. */
export type Mover = (anchor: Anchor) => Moved;

/**
 * Passages of a document whose content is replaced. With `sameSource`, both contents were read from one source text:
 * then a passage goes where its letters went. Else, and where those are gone, it is looked for by its quotation: as
 * codings are resolved, then by its letters without hyphens and white space, or with some words gone from between.
 */
export function mover(before: PlainText, after: PlainText, { sameSource }: { sameSource: boolean }): Mover {
  const kept = sameSource ? keptBySource(before, after) : [];
  const loosely = findLoosely(after);
  return (anchor) => {
    const was = resolve(before, anchor);
    const went = was && sameSource ? follow(kept, was) : null;
    const is = went ?? resolve(after, anchor) ?? loosely(anchor);
    return is ? told(anchor, describe(after, is.start, is.end)) : { how: 'lost', anchor };
  };
}

/** Less than this share of a passage's letters left: it is no longer what was coded. */
const leastKept = 0.5;

/**
 * From where the first letter that was kept went to behind where the last one did. Null where too little was kept, or
 * where the letters went apart in another order.
 */
function follow(kept: readonly Kept[], { start, end }: TextRange): TextRange | null {
  const first = firstIndex(kept.length, (at) => endOf(kept[at]) > start);
  let letters = 0;
  let from: number | null = null;
  let to = 0;
  for (let at = first; at < kept.length; at += 1) {
    const stretch = kept[at];
    if (!stretch || stretch.before >= end) break;
    const left = Math.max(start, stretch.before);
    const right = Math.min(end, stretch.before + stretch.length);
    const there = stretch.after + left - stretch.before;
    if (from !== null && there < to) return null;
    from ??= there;
    to = there + right - left;
    letters += right - left;
  }
  return from === null || letters < leastKept * (end - start) ? null : { start: from as Utf16, end: to as Utf16 };
}

function told(before: Anchor, after: Anchor): Moved {
  if (before.quotation === after.quotation) return { how: before.start === after.start ? 'same' : 'moved', anchor: after };
  return { how: letters(before.quotation) === letters(after.quotation) ? 'moved' : 'changed', anchor: after };
}

const endOf = (stretch: Kept | undefined) => (stretch ? stretch.before + stretch.length : 0);
const letters = (text: string) => text.replaceAll(/\s/gu, '');
