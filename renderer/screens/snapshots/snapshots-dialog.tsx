import { Camera, FolderOpen, SquareArrowOutUpRight } from 'lucide-react';
import type { SnapshotInfo } from '../../../schemas/host.ts';
import type { ProjectId } from '../../../schemas/ids.ts';
import { formatBytes, formatMoment } from '../../i18n/formats.ts';
import { formatNumber, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { problemWords } from '../../use-cases/notices.ts';
import { openSnapshot } from '../../use-cases/open-snapshot.ts';
import { showSnapshot } from '../../use-cases/snapshots.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { useSnapshots } from './use-snapshots.ts';
import './snapshots.css';

/** The project as it was at earlier moments: what each holds, where it lies, and opening one. */
export function SnapshotsDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useT();
  const projectId = useWorkbench((workbench) => workbench.project?.projectId ?? null);
  return (
    <Dialog title={t('snapshots.title')} lead={t('snapshots.lead')} isOpen={isOpen} onClose={onClose} width="wide">
      {projectId !== null && <Snapshots projectId={projectId} />}
    </Dialog>
  );
}

function Snapshots({ projectId }: { projectId: ProjectId }) {
  const t = useT();
  const { list, problem, making, make } = useSnapshots(projectId);
  const readOnly = useWorkbench((workbench) => workbench.project?.readOnly ?? null);
  const words = problem && problemWords(problem);
  return (
    <div className="snapshots">
      {/* The button stays where it is whatever the list becomes, and is not put out of use while it is busy: it holds the focus. */}
      <Button icon={Camera} variant="primary" aria-busy={making} isDisabled={readOnly !== null} onPress={() => void make()}>{t('snapshots.make')}</Button>
      {words && <p role="alert">{t(words.key, words.values)}</p>}
      {list === null && !words && <output className="hidden-text">{t('shell.loading')}</output>}
      {list !== null && (list.length > 0 ? <Table list={list} /> : <p className="snapshots-none">{t('snapshots.none')}</p>)}
    </div>
  );
}

function Table({ list }: { list: readonly SnapshotInfo[] }) {
  const t = useT();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('snapshots.at')}</th>
          <th scope="col" className="number">{t('snapshots.changes')}</th>
          <th scope="col" className="number">{t('snapshots.documents')}</th>
          <th scope="col" className="number">{t('snapshots.codings')}</th>
          <th scope="col" className="number">{t('snapshots.bytes')}</th>
          <th scope="col"><span className="hidden-text">{t('snapshots.actions')}</span></th>
        </tr>
      </thead>
      <tbody>{list.map((snapshot) => <Row key={snapshot.id} snapshot={snapshot} />)}</tbody>
    </table>
  );
}

function Row({ snapshot }: { snapshot: SnapshotInfo }) {
  const t = useT();
  const inElectron = useWorkbench((workbench) => workbench.host?.host === 'electron');
  const when = formatMoment(snapshot.at);
  const open = async () => {
    if ((await openSnapshot(snapshot.id)).ok) useUi.setState({ dialog: null, view: 'reading' });
  };
  return (
    <tr>
      <th scope="row">{when}<small>{snapshot.where}</small></th>
      <td className="number">{formatNumber(snapshot.head.seq)}</td>
      <td className="number">{formatNumber(snapshot.counts.documents)}</td>
      <td className="number">{formatNumber(snapshot.counts.codings)}</td>
      <td className="number">{formatBytes(snapshot.bytes)}</td>
      <td className="snapshot-actions">
        <Button variant="quiet" icon={SquareArrowOutUpRight} aria-label={t('snapshots.open-one', { when })} onPress={() => void open()}>{t('snapshots.open')}</Button>
        {inElectron && <IconButton icon={FolderOpen} label={t('snapshots.show-one', { when })} onPress={() => void showSnapshot(snapshot.id)} />}
      </td>
    </tr>
  );
}
