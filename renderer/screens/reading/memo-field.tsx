import { useState } from 'react';
import type { MemoTarget } from '../../../schemas/records/memo.ts';
import { planSetMemo } from '../../../app/coding/plan-memo.ts';
import { sameTarget } from '../../../app/coding/planning.ts';
import { useT } from '../../i18n/index.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { commit } from '../../use-cases/commit.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { memoKeeper } from './memo-keeper.ts';
import { useKeep } from './use-keep.ts';

/**
 * The coder's own memo on something, and what others wrote. Kept when the field is left, after a pause, and when it or
 * the page goes away. Mount it anew for another target.
 */
export function MemoField({ target, project }: { target: MemoTarget; project: OpenProject }) {
  const t = useT();
  const memos = [...project.state.memos.values()].filter((memo) => sameTarget(memo.target, target));
  const own = memos.find((memo) => memo.coderId === project.coder.id);
  const others = memos.filter((memo) => memo.coderId !== project.coder.id);
  const [draft, setDraft] = useState<string | null>(null);
  const [keeper] = useState(() => memoKeeper((text) => void write(target, text)));
  useKeep(keeper.keep);
  return (
    <div className="memo">
      <TextArea
        label={t('reading.memo')} className="memo-field" rows={2} placeholder={t('reading.memo.hint')} isReadOnly={project.readOnly !== null}
        value={draft ?? own?.text ?? ''}
        onChange={(text) => {
          setDraft(text);
          keeper.type(text);
        }}
        onBlur={() => {
          keeper.keep();
          setDraft(null);
        }}
      />
      {others.map((memo) => (
        <p key={memo.id} className="memo-other"><b>{project.state.coders.get(memo.coderId)?.initials ?? '?'}</b> {memo.text}</p>
      ))}
    </div>
  );
}

/** Quiet about a target that went away meanwhile: its memo went with it. */
async function write(target: MemoTarget, text: string): Promise<void> {
  const state = useWorkbench.getState().project?.state;
  if (!state || (target.kind === 'coding' && !state.codings.has(target.id)) || (target.kind === 'code' && !state.codes.has(target.id))) return;
  await commit((project, { now, newId }) => planSetMemo(project.state, { id: newId(), target, text, coderId: project.coder.id, now }));
}
