import type { TextRange } from '../../app/document/plain-text.ts';
import type { DrawnCodings } from './plugins/codings.ts';
import type { ReadingDocument } from './reading-document.ts';
import { sentencesIn } from './sentence-ranges.ts';

/**
 * The stretches on which no theme lies: runs of whole sentences of what is said (in a document without turns, of its
 * running text) that no coding touches, in the order of the text. Linear in sentences and codings.
 */
export function uncodedStretches(reading: ReadingDocument, codings: DrawnCodings): TextRange[] {
  const { content } = reading.text;
  const inOrder = [...codings.values()].toSorted((a, b) => a.start - b.start);
  const stretches: TextRange[] = [];
  let next = 0;
  let reached = -1;
  let open: TextRange | null = null;
  const close = () => {
    if (open) stretches.push(open);
    open = null;
  };
  content.blocks.forEach((block, at) => {
    const counts = content.turns.length > 0 ? block.turn !== null : block.kind === 'paragraph' || block.kind === 'listItem';
    if (!counts) {
      close();
      return;
    }
    if (at > 0 && content.blocks[at - 1]?.turn !== block.turn) close();
    for (const sentence of sentencesIn(reading, at)) {
      for (let coding = inOrder[next]; coding && coding.start < sentence.end; coding = inOrder[next]) {
        reached = Math.max(reached, coding.end);
        next += 1;
      }
      if (reached > sentence.start) close();
      else open = { start: open?.start ?? sentence.start, end: sentence.end };
    }
  });
  close();
  return stretches;
}
