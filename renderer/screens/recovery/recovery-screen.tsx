import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { recoverAll } from '../../use-cases/resolve-recovery.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { CaseCard } from './case-card.tsx';
import '../start/start.css';
import './recovery.css';

/** Store and data folder disagree: what happened to the work, what there is of it, and one button that restores it. */
export function RecoveryScreen() {
  const t = useT();
  const cases = useWorkbench((workbench) => workbench.recovery);
  const [busy, setBusy] = useState(false);
  const restorable = cases.filter(({ kind }) => kind !== 'diverged');
  const during = async (work: Promise<unknown>) => {
    setBusy(true);
    await work;
    setBusy(false);
  };
  return (
    <main className="start recovery" data-pane="main" tabIndex={-1} aria-busy={busy}>
      <div className="recovery-column">
        <p className="brand">Hoorwerk</p>
        <h1>{t(restorable.length > 0 ? 'recovery.title' : 'recovery.title-choice')}</h1>
        <p className="start-lead">{t('recovery.lead')}</p>
        <ul className="recovery-cases">
          {cases.map((found) => <li key={found.projectId}><CaseCard found={found} busy={busy} during={during} /></li>)}
        </ul>
        {restorable.length > 0 && (
          <div className="recovery-do">
            <Button variant="primary" icon={RotateCcw} isDisabled={busy} onPress={() => void during(recoverAll())}>
              {t(busy ? 'recovery.busy' : 'recovery.all')}
            </Button>
            <p className="field-note">{t('recovery.all-note')}</p>
          </div>
        )}
      </div>
    </main>
  );
}
