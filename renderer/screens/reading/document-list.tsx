import { FileText, FileX, ListChecks, Mail, MessagesSquare, MoreHorizontal, Pencil, Plus, RefreshCw, Scroll, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { DocumentId } from '../../../schemas/ids.ts';
import type { Document, DocumentKind } from '../../../schemas/records/document.ts';
import { planDeleteDocument, planEditDocument } from '../../../app/coding/plan-document.ts';
import { formatNumber, useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyCaps } from '../../ui/key-caps.ts';
import { Menu } from '../../ui/menu.tsx';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { runCommand } from '../palette/commands.ts';
import { reviewDocument } from '../shell/incoming.ts';
import { useUi } from '../ui-state.ts';
import { useFirstFocus } from './use-first-focus.ts';

const icons: Record<DocumentKind, typeof FileText> = { hearing: MessagesSquare, answers: Scroll, letter: Mail, plain: FileText };

/** The documents of the project: choose, rename, take out. */
export function DocumentList({ project }: { project: OpenProject }) {
  const t = useT();
  const shown = useUi((state) => state.documentId);
  const [renaming, setRenaming] = useState<DocumentId | null>(null);
  const documents = [...project.state.documents.values()];
  const counts = new Map<DocumentId, number>();
  for (const { documentId } of project.state.codings.values()) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
  return (
    <section className="pane-part docs" aria-labelledby="documents-title">
      <h2 className="k" id="documents-title">{t('reading.documents')} <span>{formatNumber(documents.length)}</span></h2>
      <ul>
        {documents.map((document) => (
          <li key={document.id} className="row-line">
            {renaming === document.id
              ? <Rename document={document} onEnd={() => setRenaming(null)} />
              : (
                <DocumentRow
                  document={document} count={counts.get(document.id) ?? 0} isShown={document.id === shown} isLost={!project.contents.has(document.contentSha256)} isReadOnly={project.readOnly !== null}
                  onRename={() => setRenaming(document.id)}
                />
              )}
          </li>
        ))}
      </ul>
      {project.readOnly === null && (
        <AriaButton className="row row-add" onPress={() => void runCommand('document.import')}><Plus aria-hidden /><span>{t('reading.documents.add')}</span></AriaButton>
      )}
    </section>
  );
}

/** A coding of another document does not stay chosen. */
function choose(documentId: DocumentId): void {
  useUi.setState((ui) => ({ documentId, view: 'reading', ...(ui.documentId === documentId ? {} : { focusedCodingId: null }) }));
}

interface DocumentRowProps { document: Document; count: number; isShown: boolean; isLost: boolean; isReadOnly: boolean; onRename(): void }

function DocumentRow({ document, count, isShown, isLost, isReadOnly, onRename }: DocumentRowProps) {
  const t = useT();
  const Icon = isLost ? FileX : icons[document.kind];
  const mark = isLost ? `, ${t('reading.lost.short')}` : '';
  return (
    <>
      <button
        type="button" className="row" aria-current={isShown ? 'true' : undefined} title={`${document.name}${mark}`} aria-label={`${document.name}, ${t('codebook.count', { count })}${mark}`}
        onClick={() => choose(document.id)} onDoubleClick={isReadOnly ? undefined : onRename}
        onKeyDown={(event) => { if (event.key === 'F2' && !isReadOnly) onRename(); }}
      >
        <Icon aria-hidden /><span className="row-name">{document.name}</span><span className="n">{formatNumber(count)}</span>
      </button>
      {!isReadOnly && (
        <Menu
          label={document.name} placement="bottom end" trigger={<IconButton className="row-menu" icon={MoreHorizontal} label={t('reading.documents.menu', { name: document.name })} />}
          items={[
            { id: 'rename', label: t('reading.documents.rename'), icon: Pencil, keys: 'F2', onAction: onRename },
            { id: 'review', label: t('review.again'), icon: ListChecks, onAction: () => void reviewDocument(document.id, 'again') },
            { id: 'reimport', label: t('review.anew'), icon: RefreshCw, onAction: () => void reviewDocument(document.id, 'anew') },
            { id: 'delete', label: t('reading.documents.delete'), icon: Trash2, danger: true, onAction: () => void remove(document) },
          ]}
        />
      )}
    </>
  );
}

function Rename({ document, onEnd }: { document: Document; onEnd(): void }) {
  const t = useT();
  const [name, setName] = useState(document.name);
  const field = useFirstFocus();
  const keep = () => {
    if (name.trim() !== '' && name !== document.name) void commit((project) => planEditDocument(project.state, document.id, { name }));
    onEnd();
  };
  return (
    <div className="row row-field">
      <FileText aria-hidden />
      <input
        className="input" ref={field} value={name} aria-label={t('reading.documents.rename')}
        onChange={(event) => setName(event.target.value)} onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') onEnd();
        }}
      />
    </div>
  );
}

async function remove(document: Document): Promise<void> {
  const result = await commit((project) => planDeleteDocument(project.state, project.contents, document.id));
  if (!result.ok || !result.value) return;
  notify({
    kind: 'info', key: 'reading.documents.deleted',
    values: { name: document.name, codings: result.value.label.values['codings'] ?? 0, keys: keyCaps('$mod+z') },
  });
}
