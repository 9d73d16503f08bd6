import { RotateCw } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { problemWords } from '../../use-cases/notices.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import './start.css';

/** The workbench could not start: what happened, that the work is safe, and what to do. */
export function FailedScreen() {
  const t = useT();
  const problem = useWorkbench((workbench) => workbench.problem);
  const noSession = problem?.code === 'no-session';
  const words = problem ? problemWords(problem) : null;
  return (
    <main className="start narrow" data-pane="main" tabIndex={-1}>
      <div className="start-column" role="alert">
        <p className="brand">Hoorwerk</p>
        <h1>{t(noSession ? 'failed.session-title' : 'failed.title')}</h1>
        {noSession
          ? <><p>{t('failed.session')}</p><p>{t('failed.session-how', { command: 'npm start' })}</p></>
          : (
            <>
              {words && <p>{t(words.key, words.values)}</p>}
              <p>{t('failed.next')}</p>
              {problem && <p className="start-code"><code>{problem.code}: {problem.message}</code></p>}
            </>
          )}
        <Button variant={noSession ? 'plain' : 'primary'} icon={RotateCw} onPress={() => location.reload()}>{t('failed.again')}</Button>
      </div>
    </main>
  );
}
