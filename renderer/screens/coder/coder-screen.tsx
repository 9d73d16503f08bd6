import { useT } from '../../i18n/index.ts';
import { CoderForm } from './coder-form.tsx';
import '../start/start.css';
import '../settings/settings.css';

/** The one thing that is asked on a fresh machine: who codes. */
export function CoderScreen() {
  const t = useT();
  return (
    <main className="start narrow" data-pane="main" tabIndex={-1}>
      <div className="start-column">
        <p className="brand">Hoorwerk</p>
        <h1>{t('coder.title')}</h1>
        <p className="start-lead">{t('coder.lead')}</p>
        <CoderForm coder={null} submitWords={t('coder.save')} look="tall" />
      </div>
    </main>
  );
}
