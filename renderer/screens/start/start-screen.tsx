import { FolderOpen, HardDrive, Settings, ShieldCheck, SquarePlus, TriangleAlert } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { findCommand, runCommand } from '../palette/commands.ts';
import { RecentProjects } from './recent-projects.tsx';
import './start.css';

/** Where work begins: what was open before, a new project, a file, the sample; and where everything lies. */
export function StartScreen() {
  const t = useT();
  const projects = useWorkbench((workbench) => workbench.projects);
  return (
    <div className="start">
      <main className="start-main" data-pane="main" tabIndex={-1}>
        <IconButton className="start-settings" icon={Settings} label={t('command.settings.show')} keys={findCommand('settings.show')?.keys} onPress={() => runCommand('settings.show')} />
        <header className="start-head">
          <h1>{t('start.title')}</h1>
          <p className="start-lead">{t('start.lead')}</p>
        </header>
        <div className="start-cols">
          <section aria-labelledby="recent">
            <h2 className="k" id="recent">{t('start.recent')}</h2>
            {projects.length > 0 ? <RecentProjects projects={projects} /> : <p className="start-none">{t('start.none')}</p>}
          </section>
          <div className="start-actions">
            <Button variant="primary" icon={SquarePlus} onPress={() => runCommand('project.new')}>{t('start.new')}</Button>
            <Button icon={FolderOpen} onPress={() => runCommand('project.open')}>{t('start.open')}</Button>
            <Button variant="quiet" onPress={() => runCommand('project.sample')}>{t('start.sample')}</Button>
            <p className="field-note">{t('start.drop')}</p>
          </div>
        </div>
      </main>
      <Whereabouts />
    </div>
  );
}

/** Where the work lies, who can read it, and that nothing leaves. */
function Whereabouts() {
  const t = useT();
  const host = useWorkbench((workbench) => workbench.host);
  if (!host) return null;
  return (
    <footer className="start-foot" data-pane="status" tabIndex={-1}>
      {!host.holdsFolder && <output className="start-warning"><TriangleAlert aria-hidden />{t('start.read-only')}</output>}
      <p><HardDrive aria-hidden /><span>{t('start.where', { where: host.where })}</span></p>
      <p><ShieldCheck aria-hidden /><span>{t('start.stays')} {t(host.host === 'browser' ? 'start.browser-note' : 'start.electron-note')}</span></p>
      <p className="start-version">{t('start.version', { version: host.version })}</p>
    </footer>
  );
}
