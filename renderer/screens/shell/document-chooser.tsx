import { ChevronDown, FilePlus2, FileText, Folder } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Document } from '../../../schemas/records/document.ts';
import { formatDate, useT } from '../../i18n/index.ts';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { findCommand, runCommand } from '../palette/commands.ts';
import { useBeside } from '../passages/beside.ts';
import { useUi } from '../ui-state.ts';

/** The document that is read, and the way to the others; in the other views the project, which they are about. */
export function DocumentChooser() {
  const t = useT();
  const project = useWorkbench((workbench) => workbench.project);
  const isRead = useUi((ui) => ui.view === 'reading');
  const isBeside = useBeside();
  const documentId = useUi((ui) => ui.documentId);
  if (!project) return null;
  const documents = [...project.state.documents.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  const current = isRead || isBeside ? documents.find(({ id }) => id === documentId) : undefined;
  const Icon = current ? FileText : Folder;
  const name = current?.name ?? project.state.project?.name ?? '';
  const detail = current ? dateOf(current) : t('shell.all-documents', { count: documents.length });
  return (
    <Menu
      label={t('shell.documents')} items={entries(documents, current, t('command.document.import'), project.readOnly === null)}
      trigger={(
        <AriaButton className="doc">
          <Icon aria-hidden /><b>{name}</b>{detail !== '' && <span className="doc-detail">· {detail}</span>}<ChevronDown aria-hidden />
        </AriaButton>
      )}
    />
  );
}

function entries(documents: readonly Document[], current: Document | undefined, importWords: string, writable: boolean): MenuEntry[] {
  const items = documents.map((document): MenuEntry => ({
    id: document.id, label: document.name, icon: FileText, current: document === current,
    ...(dateOf(document) === '' ? {} : { detail: dateOf(document) }),
    onAction: () => useUi.setState({ documentId: document.id, view: 'reading' }),
  }));
  return [
    ...items,
    ...(items.length > 0 ? ['separator' as const] : []),
    {
      id: 'document.import', label: importWords, icon: FilePlus2, keys: findCommand('document.import')?.keys,
      disabled: !writable, onAction: () => runCommand('document.import'),
    },
  ];
}

function dateOf(document: Document): string {
  return document.date === null ? '' : formatDate(`${document.date}T12:00:00`);
}
