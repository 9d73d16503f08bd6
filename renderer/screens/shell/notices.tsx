import { Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useT, type MessageKey } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { dismiss, useNotices, type Notice } from '../../use-cases/notices.ts';

/** How long a message that asks nothing stays. Problems stay until they are closed, and so does what came of a recovery. */
const staysFor = 9000;
const stays: readonly MessageKey[] = ['notice.restored', 'notice.recovered', 'notice.kept-both', 'notice.repaired', 'notice.disk-warning'];

/** More than these of the passing kind at once would cover the work. */
const most = 2;

/** What happened to the work, said aloud as it comes. */
export function Notices() {
  const t = useT();
  const notices = useNotices();
  useEffect(() => {
    for (const { id } of notices.filter(goesByItself).slice(0, -most)) dismiss(id);
  }, [notices]);
  return (
    <section className="notices" aria-label={t('shell.notices')} aria-live="polite" aria-relevant="additions">
      {notices.map((notice) => <NoticeCard key={notice.id} notice={notice} />)}
    </section>
  );
}

function goesByItself({ kind, key }: Notice): boolean {
  return kind === 'info' && !stays.includes(key);
}

function NoticeCard({ notice }: { notice: Notice }) {
  const t = useT();
  useEffect(() => {
    if (!goesByItself(notice)) return;
    const timer = setTimeout(() => dismiss(notice.id), staysFor);
    return () => clearTimeout(timer);
  }, [notice]);
  const Icon = notice.kind === 'problem' ? TriangleAlert : Info;
  return (
    <div className={`notice ${notice.kind}`}>
      <Icon aria-hidden />
      <p>{t(notice.key, notice.values)}</p>
      <IconButton icon={X} label={t('shell.close')} onPress={() => dismiss(notice.id)} />
    </div>
  );
}
