import type { Change } from '../../schemas/change.ts';
import type { CodingId } from '../../schemas/ids.ts';
import { planJoinCodings } from '../../app/coding/plan-shape.ts';
import { notThere } from '../../app/coding/planning.ts';
import type { Result } from '../../app/support/result.ts';
import { keyCaps } from '../ui/key-caps.ts';
import { commit } from './commit.ts';
import { notify } from './notices.ts';
import { plainTextOf } from './plain-text-of.ts';

/** Makes one coding of several, and says how much text between them it takes in, which nobody chose as such. */
export async function joinCodings(ids: readonly CodingId[]): Promise<Result<Change | null>> {
  const joined = await commit(({ state }, { now }) => {
    const first = ids[0] && state.codings.get(ids[0]);
    const document = first && state.documents.get(first.documentId);
    return document ? planJoinCodings(state, plainTextOf(document), { ids, now }) : notThere('codings', ids[0]);
  });
  const words = Number(joined.ok && joined.value?.label.values['words']);
  if (words > 0) notify({ kind: 'info', key: 'reading.joined', values: { words, keys: keyCaps('$mod+z') } });
  return joined;
}
