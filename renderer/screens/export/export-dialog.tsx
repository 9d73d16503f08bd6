import { useState } from 'react';
import { exporters } from '../../../app/exporters/registry.ts';
import { language, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { exportAs } from '../../use-cases/export-as.ts';
import { saveProjectFile } from '../../use-cases/save-project-file.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { ExportRow } from './export-row.tsx';
import { outcomeWords, type Outcome } from './outcome.ts';
import './export.css';

/** Everything that can leave, one press each, with a plain word about what is in it. */
export function ExportDialog() {
  const t = useT();
  const isOpen = useUi((state) => state.dialog === 'export');
  const hasDocuments = useWorkbench((state) => (state.project?.state.documents.size ?? 0) > 0);
  const [busy, setBusy] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<{ id: string; name: string; outcome: Outcome } | null>(null);

  const close = () => {
    setOutcome(null);
    useUi.setState({ dialog: null });
  };
  // Buttons stay as they are meanwhile: one that is disabled loses the focus, and the dialog with it the Escape key.
  const run = async (id: string, name: string, work: () => Promise<Outcome>) => {
    if (busy !== null) return;
    setBusy(id);
    setOutcome(null);
    setOutcome({ id, name, outcome: await work() });
    setBusy(null);
  };
  const said = (id: string) => (outcome?.id === id ? outcomeWords(outcome.name, outcome.outcome) : null);
  return (
    <Dialog title={t('export.title')} isOpen={isOpen} onClose={close} width="wide" actions={<Button onPress={close}>{t('export.close')}</Button>}>
      <p className="export-warning">{t('export.warning')}</p>
      <h3 className="k"><span>{t('export.formats')}</span></h3>
      {!hasDocuments && <p className="export-empty">{t('export.empty')}</p>}
      <ul className="export-list">
        {exporters.map((exporter) => (
          <ExportRow
            key={exporter.id} name={exporter.name[language()]} description={exporter.description[language()]} extension={exporter.extension}
            action={t('export.write')} label={t('export.writeOne', { name: exporter.name[language()] })} isBusy={busy === exporter.id}
            isDisabled={!hasDocuments} outcome={said(exporter.id)}
            onPress={() => void run(exporter.id, exporter.name[language()], () => exportAs(exporter.id))}
          />
        ))}
      </ul>
      <h3 className="k"><span>{t('export.whole')}</span></h3>
      <ul className="export-list">
        <ExportRow
          name={t('export.project')} description={t('export.project.description')} extension="hoorwerk" action={t('export.project.save')}
          label={t('export.project')} isBusy={busy === 'project'} isDisabled={false} outcome={said('project')}
          onPress={() => void run('project', t('export.project.name'), saveProjectFile)}
        />
      </ul>
    </Dialog>
  );
}
