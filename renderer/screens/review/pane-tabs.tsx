import { useT } from '../../i18n/index.ts';
import type { LeftPane } from './facts-column.tsx';

export interface PaneTabsProps {
  pane: LeftPane;
  page: number | null;
  speakers: number;
  /** The file has pages that can be drawn. */
  paged: boolean;
  onPane(pane: LeftPane): void;
}

/** What stands left of the result: the file's page or its text, the speakers, or the document's data. */
export function PaneTabs({ pane, page, speakers, paged, onPane }: PaneTabsProps) {
  const t = useT();
  const words: Record<LeftPane, string> = {
    source: page === null || pane !== 'source' ? t('review.pane.source') : t('review.source.page', { page }),
    page: t('review.pane.page'),
    speakers: t('review.pane.speakers'),
    details: t('review.pane.details'),
  };
  return (
    <div className="review-tabs">
      {(['page', 'source', 'speakers', 'details'] as const).filter((id) => id !== 'page' || paged).map((id) => (
        <button key={id} type="button" aria-pressed={pane === id} onClick={() => onPane(id)}>
          {words[id]}{id === 'speakers' && <span>{speakers}</span>}
        </button>
      ))}
    </div>
  );
}
