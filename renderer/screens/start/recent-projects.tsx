import { BookOpenText } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { ProjectOnDisk } from '../../../schemas/host.ts';
import { formatMoment } from '../../i18n/formats.ts';
import { useT } from '../../i18n/index.ts';
import { openProject } from '../../use-cases/open-project.ts';

/** The projects in the data folder, the one that was changed last first. */
export function RecentProjects({ projects }: { projects: readonly ProjectOnDisk[] }) {
  const sorted = projects.toSorted((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''));
  return <ul className="recent">{sorted.map((project) => <li key={project.id}><Project project={project} /></li>)}</ul>;
}

function Project({ project }: { project: ProjectOnDisk }) {
  const t = useT();
  const { counts, updatedAt, damage } = project;
  const facts = [
    t('start.counts', { documents: counts.documents, codings: counts.codings }),
    ...(updatedAt === null ? [] : [t('start.changed', { when: formatMoment(updatedAt) })]),
  ];
  return (
    <AriaButton className="recent-project" onPress={() => void openProject(project.id)}>
      <BookOpenText aria-hidden />
      <span className="recent-words">
        <b>{project.name}</b>
        <small>{facts.join(' · ')}{damage !== null && <em> · {t('start.damaged')}</em>}</small>
      </span>
    </AriaButton>
  );
}
