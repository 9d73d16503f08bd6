import { Merge, MoreHorizontal, Pencil, UserRound, UsersRound } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Button as AriaButton, Dialog as AriaDialog, Popover as AriaPopover } from 'react-aria-components';
import { formatNumber, useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { SpeakerEditor } from './speaker-editor.tsx';
import { SpeakerMerge } from './speaker-merge.tsx';
import { speakerShares, type SpeakerShare } from './speaker-shares.ts';

/** Who speak in the document on the page, and how much of it is theirs. */
export function SpeakerList({ project }: { project: OpenProject }) {
  const t = useT();
  const documentId = useUi((state) => state.documentId);
  const document = documentId ? project.state.documents.get(documentId) : undefined;
  const { projectId, state: { speakers } } = project;
  const shares = useMemo(() => (document ? speakerShares(projectId, speakers, document, plainTextOf(document)) : []), [projectId, speakers, document]);
  if (shares.length === 0) return null;
  return (
    <section className="pane-part docs" aria-labelledby="speakers-title">
      <h2 className="k" id="speakers-title">{t('reading.speakers')} <span>{formatNumber(shares.length)}</span></h2>
      <ul>
        {shares.map((one) => <SpeakerRow key={one.speaker.id} one={one} project={project} />)}
      </ul>
    </section>
  );
}

function SpeakerRow({ one: { speaker, words, share }, project }: { one: SpeakerShare; project: OpenProject }) {
  const t = useT();
  const row = useRef<HTMLButtonElement>(null);
  const [task, setTask] = useState<'edit' | 'merge' | null>(null);
  const end = () => setTask(null);
  const edit = () => setTask('edit');
  const details = share === null ? t('reading.not-counted') : t('reading.share-of-words', { share: percent(share), words: formatNumber(words) });
  return (
    <li className="row-line">
      <AriaButton
        ref={row} className={share === null ? 'row moderator' : 'row'} aria-label={`${speaker.name}, ${details}`} aria-haspopup="dialog"
        onPress={edit} onKeyDown={(event) => { if (event.key === 'F2') edit(); }}
      >
        {speaker.moderator ? <UsersRound aria-hidden /> : <UserRound aria-hidden />}
        <span className="row-name">{speaker.name}{share === null && <small> ({t('reading.not-counted')})</small>}</span>
        {share !== null && <span className="n">{percent(share)}</span>}
      </AriaButton>
      {project.readOnly === null && (
        <Menu
          label={speaker.name} placement="bottom end" trigger={<IconButton className="row-menu" icon={MoreHorizontal} label={t('speakers.menu', { name: speaker.name })} />}
          items={[
            { id: 'edit', label: t('speakers.edit'), icon: Pencil, keys: 'F2', onAction: edit },
            { id: 'merge', label: t('codebook.merge'), icon: Merge, disabled: project.state.speakers.size < 2, onAction: () => setTask('merge') },
          ]}
        />
      )}
      <AriaPopover className="popover" triggerRef={row} isOpen={task === 'edit'} onOpenChange={(open) => { if (!open) end(); }} placement="right top" offset={8}>
        <AriaDialog className="popover-body" aria-label={t('reading.speaker.edit', { name: speaker.name })}>
          <SpeakerEditor speaker={speaker} project={project} onDone={end} />
        </AriaDialog>
      </AriaPopover>
      {task === 'merge' && <SpeakerMerge speaker={speaker} project={project} onEnd={end} />}
    </li>
  );
}

const percent = (share: number) => formatNumber(share, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 });
