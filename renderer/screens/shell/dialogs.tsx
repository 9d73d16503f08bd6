import { lazy, Suspense } from 'react';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { SameSpeakers } from '../reading/speaker-same.tsx';
import { KeysDialog } from '../keys/keys-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { SnapshotsDialog } from '../snapshots/snapshots-dialog.tsx';
import { NewProjectDialog } from '../start/new-project-dialog.tsx';
import { useUi } from '../ui-state.ts';

const ExportDialog = lazy(async () => ({ default: (await import('../export/export-dialog.tsx')).ExportDialog }));

const close = () => useUi.setState({ dialog: null });

/** The dialogs that commands open, whatever stands behind them. */
export function Dialogs() {
  const dialog = useUi((ui) => ui.dialog);
  const inProject = useWorkbench((workbench) => workbench.project !== null);
  return (
    <>
      <KeysDialog isOpen={dialog === 'keys'} onClose={close} />
      <SettingsDialog isOpen={dialog === 'settings'} onClose={close} />
      <SnapshotsDialog isOpen={dialog === 'snapshots' && inProject} onClose={close} />
      <NewProjectDialog />
      <SameSpeakers />
      {dialog === 'export' && inProject && <Suspense fallback={null}><ExportDialog /></Suspense>}
    </>
  );
}
