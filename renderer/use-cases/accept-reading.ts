import type { DocumentId } from '../../schemas/ids.ts';
import type { Document } from '../../schemas/records/document.ts';
import { sameSpeakers } from '../../app/coding/same-speakers.ts';
import { planImportDocument } from '../../app/coding/plan-document.ts';
import { contentBytes } from '../../app/document/content-blob.ts';
import { textOfContent } from '../../app/document/text-of.ts';
import type { Reading } from '../../app/importers/importer.ts';
import { fail, ok, type Result } from '../../app/support/result.ts';
import { applyPlan } from './apply-plan.ts';
import { digest } from './digest.ts';
import { telling } from './notices.ts';
import { runtime } from './runtime.ts';
import { proposeSame } from './same-speakers.ts';

/**
 * Takes a reviewed reading into the open project: the original and the content into the store, then the change that
 * refers to them. Hashes and length are taken anew, since the review may have changed the content.
 */
export async function acceptReading(reading: Reading, bytes: Uint8Array): Promise<Result<DocumentId>> {
  return telling(await accept(reading, bytes));
}

async function accept({ document: read, content, speakers }: Reading, bytes: Uint8Array): Promise<Result<DocumentId>> {
  const { session } = runtime;
  if (!session) return fail('no-project', 'no project is open');
  const text = textOfContent(content);
  const inBytes = contentBytes(content);
  const document: Document = {
    ...read, sourceSha256: await digest(bytes), contentSha256: await digest(inBytes), textSha256: await digest(text.text), characters: text.codePoints,
  };
  const fits = planImportDocument(session.now.state, { document, speakers });
  if (!fits.ok) return fits;
  for (const [hash, blob] of [[document.sourceSha256, bytes], [document.contentSha256, inBytes]] as const) {
    const put = await session.store?.putBlob(hash, blob);
    if (put && !put.ok) return put;
  }
  // Planned anew: the project may have changed while the files were written.
  const plan = planImportDocument(session.now.state, { document, speakers });
  if (!plan.ok) return plan;
  const same = sameSpeakers(session.now.state, speakers);
  const applied = await applyPlan(plan.value, { contents: new Map([[document.contentSha256, content]]) });
  if (!applied.ok) return applied;
  proposeSame(same);
  return ok(document.id);
}
