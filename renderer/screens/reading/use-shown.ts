import { useEffect } from 'react';
import { marginLabels } from '../../editor/margin-labels.ts';
import { showBookmarks } from '../../editor/plugins/bookmarks.ts';
import { codingsOf, showCodings, type DrawnCodings } from '../../editor/plugins/codings.ts';
import { light } from '../../editor/plugins/lighting.ts';
import { showMargins } from '../../editor/plugins/margins.ts';
import { showNotes } from '../../editor/plugins/notes.ts';
import { useT } from '../../i18n/index.ts';
import { notify } from '../../use-cases/notices.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { bookmarksOf, useBookmarks } from './bookmarks.ts';
import type { Page } from './reading-state.ts';

/** Keeps the page up to date with the records and with what is lit up. */
export function useShown({ page, project, codings }: { page: Page | null; project: OpenProject; codings: DrawnCodings }): void {
  const t = useT();
  const focused = useUi((state) => state.focusedCodingId);
  const hovered = useUi((state) => state.hoveredCodingId);
  const { speakers } = project.state;
  useEffect(() => {
    if (!page) return;
    const labels = marginLabels(page.reading, speakers, {
      kind: (kind) => t(`reading.kind.${kind}`), page: (number) => t('reading.page', { page: number }), unknown: t('reading.unknown-speaker'),
    });
    page.view.dispatch(showMargins(page.view.state.tr, labels));
  }, [page, speakers, t]);
  const marked = useBookmarks((all) => (page ? all[page.documentId] : undefined));
  useEffect(() => {
    if (!page) return;
    const { blocks, lost } = marked?.text === page.reading.text ? marked : bookmarksOf(page.documentId, page.reading.text);
    page.view.dispatch(showBookmarks(page.view.state.tr, blocks));
    if (lost > 0) notify({ kind: 'info', key: 'reading.bookmarks-lost', values: { count: lost } });
  }, [page, marked]);
  useEffect(() => {
    page?.view.dispatch(showNotes(page.view.state.tr, { mark: (note) => t('reading.note', note), back: ({ label }) => t('reading.note.back', { label }) }));
  }, [page, t]);
  // One transaction for both: the browser lays the page out anew after each.
  useEffect(() => {
    if (!page) return;
    const { tr } = page.view.state;
    page.view.dispatch(light(codingsOf(page.view.state)?.codings === codings ? tr : showCodings(tr, codings), { focused, hovered }));
  }, [page, codings, focused, hovered]);
}
