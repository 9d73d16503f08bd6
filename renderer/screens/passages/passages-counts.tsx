import { Megaphone } from 'lucide-react';
import { formatShare } from '../../i18n/formats.ts';
import { formatNumber, useT } from '../../i18n/index.ts';
import { speakersIn } from './passage-list.ts';
import { useLoudest } from './use-loudest.ts';
import type { Passages } from './use-passages.ts';

/** How many codings by how many speakers, and whether one of them has more than half of the words. */
export function PassagesCounts({ passages }: { passages: Passages }) {
  const t = useT();
  const { ofTheme, shown } = passages;
  const loudest = useLoudest(passages);
  const { speakers, moderators } = speakersIn(shown);
  const orphans = shown.filter((item) => item.orphan).length;
  const parts = [
    shown.length === ofTheme.length
      ? t('passages.count.codings', { count: shown.length })
      : t('passages.count.ofTotal', { shown: formatNumber(shown.length), count: ofTheme.length }),
    `${t('passages.count.speakers', { count: speakers })}${moderators > 0 ? ` ${t('passages.count.moderators', { count: moderators })}` : ''}`,
    ...(orphans > 0 ? [t('passages.count.orphans', { count: orphans })] : []),
  ];
  return (
    <p className="passages-counts">
      <output>{parts.join(' · ')}</output>
      {loudest && (
        <span className="passages-loud" title={t('passages.oneVoice.why')}>
          <Megaphone aria-hidden />
          {t('passages.oneVoice')}: {t('passages.oneVoice.share', { share: formatShare(loudest.share, true), name: loudest.name })}
        </span>
      )}
    </p>
  );
}
