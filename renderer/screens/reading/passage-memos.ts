import type { DocumentId } from '../../../schemas/ids.ts';
import type { Memo, PassageTarget } from '../../../schemas/records/memo.ts';
import { resolve } from '../../../app/anchoring/resolve.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import type { PlainText, TextRange } from '../../../app/document/plain-text.ts';

/** A memo on a passage, and where that stands now; null where its words were not found. */
export interface PlacedMemo { memo: Memo & { target: PassageTarget }; place: TextRange | null }

/** The memos on passages of a document, in the order of the text; those whose words are gone last. */
export function passageMemos(memos: ProjectState['memos'], documentId: DocumentId, text: PlainText): PlacedMemo[] {
  const placed = [...memos.values()].flatMap((memo): PlacedMemo[] => {
    const { target } = memo;
    return target.kind === 'passage' && target.documentId === documentId ? [{ memo: { ...memo, target }, place: resolve(text, target.anchor) }] : [];
  });
  return placed.toSorted((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity));
}
