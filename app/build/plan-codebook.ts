import type { Op } from '../../schemas/change.ts';
import type { Code } from '../../schemas/records/code.ts';
import type { CodebookEntry } from './codebook-entry.ts';
import { codeIndex, keyOfPath, makeCodes } from './code-index.ts';
import { fail, ok, type Result } from '../support/result.ts';
import type { Plan } from '../coding/change.ts';
import { differs } from '../coding/planning.ts';
import { applyOps, type ProjectState } from '../coding/state.ts';

/**
 * Brings the themes of a codebook into the project, as one change: those of a path that is there already get what they
 * lack (definition, when to use, when not), the others are made. Nothing that is there is overwritten or taken away.
 */
export function planCodebook(state: ProjectState, entries: readonly CodebookEntry[], now: string): Result<Plan> {
  const ops: Op[] = [];
  let current = state;
  const take = (step: readonly Op[]) => {
    ops.push(...step);
    current = applyOps(current, step);
    return current;
  };
  let filled = 0;
  for (const entry of entries) {
    const there = codeIndex(current).byPath.get(keyOfPath(entry.path));
    const code = there && current.codes.get(there);
    if (!code) {
      const made = makeCodes(current, entry, now, (plan) => take(plan.ops));
      if (!made.ok) return made;
      const record = current.codes.get(made.value);
      if (record) take([{ op: 'put', table: 'codes', record: { ...record, ...partsOf(entry) } }]);
      continue;
    }
    const record: Code = { ...code, ...partsOf(entry), ...held(code) };
    if (!differs(code, record)) continue;
    filled += 1;
    take([{ op: 'put', table: 'codes', record }]);
  }
  const added = current.codes.size - state.codes.size;
  if (ops.length === 0) return fail('codebook-nothing-new', 'all themes of this codebook are in the project already; nothing was changed');
  return ok({ label: { key: 'codebook.import', values: { added, filled } }, ops: lastOfEach(ops) });
}

/** What an entry says beside its path, colour and key. */
const partsOf = ({ definition, use, avoid, inactive }: CodebookEntry): Partial<Code> => ({
  ...(definition === '' ? {} : { definition }), ...(use === '' ? {} : { use }), ...(avoid === '' ? {} : { avoid }), ...(inactive ? { inactive } : {}),
});

/** What a theme has, and no codebook changes. */
const held = ({ definition, use, avoid, inactive }: Code): Partial<Code> => ({
  ...(definition === '' ? {} : { definition }), ...(use ? { use } : {}), ...(avoid ? { avoid } : {}), ...(inactive === true ? { inactive } : {}),
});

/** One step a theme: the last thing that was planned for it. */
function lastOfEach(ops: readonly Op[]): Op[] {
  const last = new Map(ops.map((op) => [op.op === 'put' && op.table === 'codes' ? op.record.id : op, op] as const));
  return [...last.values()];
}
