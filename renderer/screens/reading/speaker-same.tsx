import { useState } from 'react';
import type { SpeakerId } from '../../../schemas/ids.ts';
import type { SamePair } from '../../../app/coding/same-speakers.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useBatch } from '../../use-cases/batch.ts';
import { answerSame, useSamePairs } from '../../use-cases/same-speakers.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';

/** Asks after an import who of those who came in are in the project already; not while something else is asked. */
export function SameSpeakers() {
  const pairs = useSamePairs();
  const speakers = useWorkbench((workbench) => workbench.project?.state.speakers);
  const isImporting = useBatch((batch) => batch.items !== null);
  const isBusy = useUi((ui) => ui.review !== null || ui.dialog !== null) || isImporting;
  // An import that was undone meanwhile asks nothing any more.
  const standing = pairs.filter(({ came, known }) => speakers?.has(came.id) && speakers.has(known.id));
  return standing.length > 0 && !isBusy ? <Asking pairs={standing} /> : null;
}

function Asking({ pairs }: { pairs: readonly SamePair[] }) {
  const t = useT();
  const [apart, setApart] = useState<ReadonlySet<SpeakerId>>(new Set());
  const same = pairs.filter(({ came }) => !apart.has(came.id));
  const keepApart = () => void answerSame([]);
  return (
    <Dialog
      title={t('speakers.same-title')} lead={t('speakers.same-lead')} isOpen onClose={keepApart} role="alertdialog"
      actions={(
        <>
          <Button onPress={keepApart}>{t('speakers.same-none')}</Button>
          <Button variant="primary" isDisabled={same.length === 0} onPress={() => void answerSame(same)}>{t('speakers.same-do', { count: same.length })}</Button>
        </>
      )}
    >
      <ul className="same-speakers">
        {pairs.map(({ came, known }) => (
          <li key={came.id}>
            <Checkbox
              isSelected={!apart.has(came.id)}
              onChange={(isSame) => setApart((before) => new Set(isSame ? [...before].filter((id) => id !== came.id) : [...before, came.id]))}
            >
              <span>{[known.name, known.role, known.organisation].filter((part) => part !== null).join(' · ')}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
