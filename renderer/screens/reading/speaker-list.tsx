import { UserRound, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { formatNumber, useT } from '../../i18n/index.ts';
import { Popover } from '../../ui/popover.tsx';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { SpeakerEditor } from './speaker-editor.tsx';
import { speakerShares } from './speaker-shares.ts';

/** Who speak in the document on the page, and how much of it is theirs. */
export function SpeakerList({ project }: { project: OpenProject }) {
  const t = useT();
  const documentId = useUi((state) => state.documentId);
  const document = documentId ? project.state.documents.get(documentId) : undefined;
  const shares = useMemo(
    () => (document ? speakerShares(project, document.id, plainTextOf(document)) : []),
    [document, project.state.speakers],
  );
  if (shares.length === 0) return null;
  return (
    <section className="pane-part docs" aria-labelledby="speakers-title">
      <h2 className="k" id="speakers-title">{t('reading.speakers')} <span>{formatNumber(shares.length)}</span></h2>
      <ul>
        {shares.map(({ speaker, words, share }) => {
          const details = share === null ? t('reading.not-counted') : t('reading.share-of-words', { share: percent(share), words: formatNumber(words) });
          return (
            <li key={speaker.id} className="row-line">
              <Popover
                label={t('reading.speaker.edit', { name: speaker.name })} placement="right top"
                trigger={(
                  <AriaButton className={share === null ? 'row moderator' : 'row'} aria-label={`${speaker.name}, ${details}`}>
                    {speaker.moderator ? <UsersRound aria-hidden /> : <UserRound aria-hidden />}
                    <span className="row-name">{speaker.name}{share === null && <small> ({t('reading.not-counted')})</small>}</span>
                    {share !== null && <span className="n">{percent(share)}</span>}
                  </AriaButton>
                )}
              >
                {(close) => <SpeakerEditor speaker={speaker} project={project} onDone={close} />}
              </Popover>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const percent = (share: number) => formatNumber(share, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 });
