import { verify } from '../../app/anchoring/verify.ts';
import type { ProjectState } from '../../app/coding/state.ts';
import { textOfContent } from '../../app/document/text-of.ts';
import type { Change } from '../../schemas/change.ts';
import type { CodingId } from '../../schemas/ids.ts';
import type { OpenProject } from './workbench.ts';

type Verification = OpenProject['verification'];
type Texts = Pick<OpenProject, 'projectId' | 'contents'>;

/** Holds every coding against its quotation. */
export function verifyAll({ projectId, contents }: Texts, state: ProjectState): Verification {
  const { verified, total, orphans } = verify({ projectId, state, contents }, textOfContent);
  return { verified, total, orphans };
}

/**
 * The verification after one more change: only the codings that it touched are held against the text again, all of
 * them where it touched a document. So tagging costs the same in a project of any size.
 */
export function verifyAfter(before: Verification, change: Change, texts: Texts, state: ProjectState): Verification {
  if (change.ops.some((op) => op.table === 'documents')) return verifyAll(texts, state);
  const touched = new Set<string>();
  for (const op of change.ops) if (op.table === 'codings') touched.add(op.op === 'delete' ? op.id : op.record.id);
  if (touched.size === 0) return before;
  const codings = new Map([...touched].flatMap((id) => {
    const coding = state.codings.get(id as CodingId);
    return coding ? [[coding.id, coding] as const] : [];
  }));
  const { orphans } = verifyAll(texts, { ...state, codings });
  const all = [...before.orphans.filter((id) => !touched.has(id)), ...orphans];
  const total = state.codings.size;
  return { verified: total - all.length, total, orphans: all };
}
