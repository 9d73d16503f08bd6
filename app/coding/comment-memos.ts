import { describe } from '../anchoring/describe.ts';
import { textOfContent } from '../document/text-of.ts';
import type { Utf16 } from '../document/offsets.ts';
import type { Reading, ReadComment } from '../importers/importer.ts';
import type { Change } from '../../schemas/change.ts';
import type { CoderId, DocumentId, MemoId } from '../../schemas/ids.ts';
import { instantSchema } from '../../schemas/ids.ts';
import type { Memo } from '../../schemas/records/memo.ts';
import { sameTarget, targetId } from './planning.ts';

/**
 * What a file has in its margin as memos on its passages, by the coder who takes it in; who wrote it stands before the
 * text. A comment at a point is on its block. A coder has one memo on a passage, so several on one become one.
 */
export function commentMemos(
  { content, comments = [] }: Pick<Reading, 'content' | 'comments'>, documentId: DocumentId,
  { coderId, now, newId }: { coderId: CoderId; now: string; newId(): MemoId },
): Memo[] {
  const text = textOfContent(content);
  const memos: Memo[] = [];
  for (const comment of comments) {
    const block = text.blocks[comment.start.block];
    if (!block || comment.text.trim() === '') continue;
    const [from, to] = [text.at(comment.start), text.at(comment.end)];
    const range: [Utf16, Utf16] = from < to ? [from, to] : [block.start, block.end];
    const target = { kind: 'passage', documentId, anchor: describe(text, ...range) } as const;
    const words = comment.author === null ? comment.text : `${comment.author}: ${comment.text}`;
    const twin = memos.find((other) => sameTarget(other.target, target));
    if (twin) twin.text = `${twin.text}\n\n${words}`;
    else memos.push({ id: newId(), target, text: words, coderId, createdAt: writtenAt(comment) ?? now, updatedAt: now });
  }
  return memos;
}

/**
 * The comments that no earlier reading of their document brought in, by the changes that are not undone: what the user
 * made of those since stands, also where they took them away.
 */
export function firstSeen(memos: readonly Memo[], changes: readonly Change[]): Memo[] {
  const readings = changes.filter(({ label: { key } }) => key === 'document.import' || key === 'document.reimport');
  const seen = new Set(readings.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'put' && op.table === 'memos' ? [keyOf(op.record)] : []))));
  return memos.filter((memo) => !seen.has(keyOf(memo)));
}

const keyOf = ({ target, text }: Memo) => `${targetId(target) ?? ''}/${text}`;

/** When it was written, where the file says so in a way that names an instant. */
function writtenAt({ at }: ReadComment): string | null {
  const instant = at === null ? Number.NaN : Date.parse(at);
  const written = Number.isNaN(instant) ? null : new Date(instant).toISOString();
  return instantSchema.safeParse(written).success ? written : null;
}
