import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Content } from '../../../schemas/records/content.ts';
import { codePointIndex } from '../../../app/document/offsets.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { SourceMapping } from './source-map.ts';
import { sourceMarks } from './source-marks.ts';
import { SourceRow } from './source-row.tsx';
import type { Target } from './target.ts';
import { textRows } from './text-rows.ts';
import { useClicks } from './use-clicks.ts';

export interface SourcePaneProps {
  source: string;
  content: Content;
  mapping: SourceMapping;
  target: Target | null;
  /** The page in the middle of what is in view; null where the format has none. */
  onPage(page: number | null): void;
  /** A place of the import that was clicked, by its name. */
  onPlace(id: string): void;
}

/** The file's text with what was done to it. Only the rows in view exist, so that a text of 20 MB scrolls like a short one. */
export function SourcePane({ source, content, mapping, target, onPage, onPlace }: SourcePaneProps) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  const index = useMemo(() => codePointIndex(source), [source]);
  const rows = useMemo(() => textRows(source), [source]);
  const marks = useMemo(() => sourceMarks(content, index), [content, index]);
  const pages = useMemo(() => pageRows(content, mapping, (place) => rows.at(index.toUtf16(place))), [content, mapping, rows, index]);
  const virtual = useVirtualizer({
    count: rows.count, getScrollElement: () => scroller.current, estimateSize: () => 21, overscan: 20, paddingStart: 26, paddingEnd: 40,
  });

  const place = target?.stop.source;
  const start = place && place[0] <= index.length ? index.toUtf16(place[0]) : null;
  const here = start !== null && target?.from === 'result' ? rows.at(start) : -1;
  useEffect(() => {
    if (start !== null) virtual.scrollToIndex(rows.at(start), { align: 'center' });
  }, [start, target, rows, virtual]);

  // The keyboard has the trails for it.
  useClicks(scroller, (clicked) => {
    const id = clicked.closest<HTMLElement>('[data-place]')?.dataset['place'];
    if (id !== undefined) onPlace(id);
  });

  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const page = pages.findLast(({ row }) => row <= (startIndex + endIndex) / 2)?.page ?? pages[0]?.page ?? null;
  useEffect(() => onPage(page), [page, onPage]);

  const pageAt = useMemo(() => new Map(pages.map(({ row, page: number }) => [row, number])), [pages]);
  if (source === '') return <EmptyState>{t('review.source.none')}</EmptyState>;
  return (
    <section ref={scroller} {...keyboardStop} className="review-source" aria-label={t('review.source.label')} data-pane="source">
      <div className="review-sheet" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <SourceRow
            key={item.index} ref={virtual.measureElement} index={item.index} top={item.start}
            source={source} marks={marks} start={rows.start(item.index)} end={rows.end(item.index)}
            page={pageAt.get(item.index) ?? null} chosen={target?.stop.id ?? null}
            isHere={item.index === here}
          />
        ))}
      </div>
    </section>
  );
}

/** Nothing in the file's text takes the focus, so the pane does: the arrow keys scroll it. */
const keyboardStop = { tabIndex: 0 };

/** The rows at which pages begin, ascending. */
function pageRows(content: Content, mapping: SourceMapping, rowAt: (place: NonNullable<ReturnType<SourceMapping['toSource']>>) => number) {
  return content.pages
    .flatMap(({ page, at }) => {
      const place = mapping.toSource(at);
      return place === null ? [] : [{ page, row: rowAt(place) }];
    })
    .toSorted((a, b) => a.row - b.row);
}
