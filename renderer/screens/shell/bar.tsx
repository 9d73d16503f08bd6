import { PanelLeft, PanelRight, Search } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { findCommand, runCommand } from '../palette/commands.ts';
import { useUi, type View } from '../ui-state.ts';
import { DocumentChooser } from './document-chooser.tsx';
import { usePaneOpen, type Side } from './pane-state.ts';
import { ProjectMenu } from './project-menu.tsx';
import { hasPane } from './view-panes.ts';

const views: readonly View[] = ['reading', 'passages', 'analysis', 'history'];

/** Brand and project, document, views, and the way to everything else. */
export function Bar() {
  const t = useT();
  const view = useUi((ui) => ui.view);
  const empty = useWorkbench((workbench) => (workbench.project?.state.documents.size ?? 0) === 0);
  return (
    <header className="bar" data-pane="bar" tabIndex={-1} aria-label={t('shell.bar')}>
      <div className="bar-start">
        <ProjectMenu />
        {hasPane(view, 'left') && <PaneButton pane="left" />}
        <DocumentChooser />
      </div>
      <nav className="views" aria-label={t('shell.views')}>
        {views.map((name) => (
          <AriaButton key={name} onPress={() => useUi.setState({ view: name })} {...(name === view ? { 'aria-current': 'page' as const } : {})}>
            {t(`view.${name}`)}
          </AriaButton>
        ))}
      </nav>
      <div className="bar-end">
        <AriaButton className="find" onPress={() => runCommand('palette.open')} aria-label={t('shell.find')}>
          <Search aria-hidden />
          <span className="find-words">{t('shell.find')}</span>
          <Kbd keys="$mod+k" />
        </AriaButton>
        {hasPane(view, 'right') && !empty && <PaneButton pane="right" />}
      </div>
    </header>
  );
}

function PaneButton({ pane }: { pane: Side }) {
  const t = useT();
  const open = usePaneOpen(pane);
  return (
    <IconButton
      icon={pane === 'left' ? PanelLeft : PanelRight} label={t(`command.panel.${pane}`)} keys={findCommand(`panel.${pane}`)?.keys}
      aria-pressed={open} onPress={() => runCommand(`panel.${pane}`)}
    />
  );
}
