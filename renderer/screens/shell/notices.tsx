import { Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { dismiss, lifeOf, useNotices, type Notice } from '../../use-cases/notices.ts';

/** How long a message that passes stays, in milliseconds. */
const staysFor = 9000;

/** What happened to the work, said aloud as it comes. */
export function Notices() {
  const t = useT();
  const notices = useNotices();
  return (
    <section className="notices" aria-label={t('shell.notices')} aria-live="polite" aria-relevant="additions">
      {notices.map((notice) => <NoticeCard key={notice.id} notice={notice} />)}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const t = useT();
  useEffect(() => {
    if (lifeOf(notice) !== 'passes') return;
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
