import type { EditorState } from 'prosemirror-state';
import type { Utf16 } from '../../app/document/offsets.ts';
import type { TextRange } from '../../app/document/plain-text.ts';
import type { ReadingDocument } from './reading-document.ts';

/**
 * The passage that is selected: without white space and line breaks at its ends, and without labels that the page does
 * not show there. Null where nothing is left.
 */
export function selectedRange(reading: ReadingDocument, state: EditorState): TextRange | null {
  const { from, to } = state.selection;
  return trimmed(reading, reading.positions.toOffset(from), reading.positions.toOffset(to));
}

export function trimmed({ text, silent }: ReadingDocument, from: number, to: number): TextRange | null {
  let start = from;
  let end = to;
  for (;;) {
    while (start < end && /\s/u.test(text.text[start] ?? '')) start += 1;
    while (end > start && /\s/u.test(text.text[end - 1] ?? '')) end -= 1;
    if (start >= end) return null;
    const first = text.blockAt(start as Utf16);
    const last = text.blockAt((end - 1) as Utf16);
    if (silent.has(first)) start = Math.min(end, (text.blocks[first]?.end ?? end) + 1);
    else if (silent.has(last)) end = Math.max(start, (text.blocks[last]?.start ?? 1) - 1);
    else return { start: start as Utf16, end: end as Utf16 };
  }
}
