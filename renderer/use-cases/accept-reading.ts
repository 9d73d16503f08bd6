import type { DocumentId, MemoId } from '../../schemas/ids.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import { sameSpeakers } from '../../app/coding/same-speakers.ts';
import type { Memo } from '../../schemas/records/memo.ts';
import type { Plan } from '../../app/coding/change.ts';
import { commentMemos, firstSeen } from '../../app/coding/comment-memos.ts';
import { planImportDocument } from '../../app/coding/plan-document.ts';
import { planReplaceDocument } from '../../app/coding/plan-review.ts';
import type { ProjectState } from '../../app/coding/state.ts';
import { contentBytes } from '../../app/document/content-blob.ts';
import { textOfContent } from '../../app/document/text-of.ts';
import type { Reading } from '../../app/importers/importer.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { applyPlan } from './apply-plan.ts';
import { currentSnapshot } from './current-snapshot.ts';
import { digest } from './digest.ts';
import { notify, telling } from './notices.ts';
import type { ReviewOf } from './review-document.ts';
import { runtime } from './runtime.ts';
import { proposeSame } from './same-speakers.ts';
import { useWorkbench } from './workbench.ts';

/**
 * Takes a reviewed reading into the open project: the original and the content into the store, then the change that
 * refers to them. Hashes and length are taken anew, since the review may have changed the content.
 */
export async function acceptReading(reading: Reading, bytes: Uint8Array): Promise<Result<DocumentId>> {
  const { content, speakers } = reading;
  let same: ReturnType<typeof sameSpeakers> = [];
  const accepted = await accept(content, [bytes], async () => {
    const document: Document = { ...(await described(reading)), sourceSha256: await digest(bytes) };
    const memos = memosOf(reading, document.id);
    return {
      document,
      plan(state) {
        same = sameSpeakers(state, speakers);
        return planImportDocument(state, { document, speakers, memos });
      },
    };
  });
  if (accepted.ok) proposeSame(same);
  return telling(accepted);
}

/**
 * Puts a reviewed reading in the place of a document's content, as one change: codings and memos stay with their
 * passages. Then tells how many were proven, and how many moved, read otherwise or were not found.
 */
export async function acceptReview(reading: Reading, of: ReviewOf): Promise<Result<DocumentId>> {
  const { content, speakers } = reading;
  const replacement = { ...of, after: content };
  const key = of.how === 'again' ? 'document.review' : 'document.reimport';
  let values: Plan['label']['values'] = {};
  const accepted = await accept(content, [], async () => {
    const document: Document = { ...(await described(reading)), id: of.documentId };
    const memos = firstSeen(memosOf(reading, document.id), runtime.session?.now.stacks.undo ?? []);
    return {
      document,
      plan(state) {
        const plan = planReplaceDocument(state, currentSnapshot().contents, { document, speakers, memos, replacement, key });
        if (plan.ok) ({ values } = plan.value.label);
        return plan;
      },
    };
  });
  const verification = useWorkbench.getState().project?.verification;
  if (accepted.ok && verification && verification.total > 0) {
    const { verified, total } = verification;
    notify({ kind: 'info', key: 'review.carried', values: { verified, total, moved: values['moved'] ?? 0, changed: values['changed'] ?? 0, lost: values['lost'] ?? 0 } });
  }
  return telling(accepted);
}

/** The comments of the file, as memos of whoever takes it in. */
function memosOf(reading: Reading, documentId: DocumentId): Memo[] {
  const coderId = useWorkbench.getState().project?.coder.id;
  if (!coderId) return [];
  return commentMemos(reading, documentId, { coderId, now: new Date().toISOString(), newId: () => crypto.randomUUID() as string as MemoId });
}

interface Prepared { document: Document; plan(state: ProjectState): Result<Plan> }

async function accept(content: Content, originals: readonly Uint8Array[], prepare: () => Promise<Prepared>): Promise<Result<DocumentId>> {
  const { session } = runtime;
  if (!session) return fail('no-project', 'no project is open');
  const { document, plan } = await prepare();
  const fits = plan(session.now.state);
  if (!fits.ok) return fits;
  const blobs = [...originals.map((bytes) => [document.sourceSha256, bytes] as const), [document.contentSha256, contentBytes(content)] as const];
  for (const [hash, blob] of blobs) {
    const put = await session.store?.putBlob(hash, blob);
    if (put && !put.ok) return put;
  }
  // Planned anew: the project may have changed while the files were written.
  const planned = plan(session.now.state);
  if (!planned.ok) return planned;
  const applied = await applyPlan(planned.value, { contents: new Map([[document.contentSha256, content]]) });
  return applied.ok ? ok(document.id) : applied;
}

/** The document's record with the hashes and the length of what was accepted. */
async function described({ document, content }: Reading): Promise<Document> {
  const { text, codePoints } = textOfContent(content);
  return { ...document, contentSha256: await digest(contentBytes(content)), textSha256: await digest(text), characters: codePoints };
}
