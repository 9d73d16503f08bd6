import type { SpeakerId } from '../../../schemas/ids.ts';
import type { Speaker } from '../../../schemas/records/speaker.ts';
import { planMergeSpeakers } from '../../../app/coding/plan-speaker.ts';
import { sameName } from '../../../app/coding/planning.ts';
import { speakerOf } from '../../../app/coding/speaker-of.ts';
import { useT } from '../../i18n/index.ts';
import { keyCaps } from '../../ui/key-caps.ts';
import { commit } from '../../use-cases/commit.ts';
import { notify } from '../../use-cases/notices.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** Asks with whom of the whole project a speaker is one person or body; who bears the same name comes first. */
export function SpeakerMerge({ speaker, project, onEnd }: { speaker: Speaker; project: OpenProject; onEnd(): void }) {
  const t = useT();
  const documents = documentsOf(project);
  const items = [...project.state.speakers.values()].filter(({ id }) => id !== speaker.id)
    .toSorted((a, b) => Number(sameName(b.name, speaker.name)) - Number(sameName(a.name, speaker.name)) || a.name.localeCompare(b.name, 'nl'))
    .map((other) => ({
      id: other.id, label: other.name,
      detail: [other.role, other.organisation, other.moderator ? t('reading.not-counted') : null, ...(documents.get(other.id) ?? [])]
        .filter((part) => part !== null).join(' · '),
    }));
  return (
    <MergeDialog
      name={speaker.name} lead={t('speakers.merge-lead', { name: speaker.name })} items={items} placeholder={t('speakers.merge-choose')}
      onMerge={(into) => void mergeSpeakers(speaker.id, into)} onEnd={onEnd}
    />
  );
}

async function mergeSpeakers(from: SpeakerId, into: SpeakerId): Promise<void> {
  const result = await commit((project) => planMergeSpeakers(project.state, from, into));
  if (!result.ok || !result.value) return;
  notify({ kind: 'info', key: 'speakers.merged', values: { ...result.value.label.values, keys: keyCaps('$mod+z') } });
}

/** The names of the documents in which each speaks. */
function documentsOf({ state, contents }: OpenProject): ReadonlyMap<SpeakerId, ReadonlySet<string>> {
  const found = new Map<SpeakerId, Set<string>>();
  for (const { contentSha256, name } of state.documents.values()) {
    for (const id of new Set(contents.get(contentSha256)?.turns.map((turn) => turn.speaker))) {
      const speaker = speakerOf(state.speakers, id);
      if (speaker) found.set(speaker.id, (found.get(speaker.id) ?? new Set()).add(name));
    }
  }
  return found;
}
