import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import { resultMarks } from './result-marks.ts';
import { ResultRowView } from './result-row.tsx';
import { resultRows } from './result-rows.ts';
import type { Target } from './target.ts';
import type { Stop } from './trails.ts';

export interface ResultPaneProps {
  reading: Reading;
  /** Lit up in the text: every place of the chosen trail. */
  stops: readonly Stop[];
  target: Target | null;
  onFocusBlock(block: number): void;
}

/** The text as it will be read. A list of blocks: arrows go from one to the next and the source follows. */
export function ResultPane({ reading, stops, target, onFocusBlock }: ResultPaneProps) {
  const t = useT();
  const { content } = reading;
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, at } = useMemo(() => resultRows(content), [content]);
  const shown = useMemo(() => [...new Set(rows.flatMap((row) => (row.kind === 'text' ? [row.block] : [])))], [rows]);
  const marks = useMemo(() => resultMarks(content, stops), [content, stops]);
  const speakers = useMemo(() => new Map(reading.speakers.map((speaker) => [speaker.id, speaker])), [reading.speakers]);
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 64, overscan: 8, paddingStart: 12, paddingEnd: 60,
  });

  const place = target?.stop.result ?? null;
  const focused = place?.block ?? null;
  useEffect(() => {
    if (!place) return;
    const mark = marks.get(place.block)?.find(({ id }) => id === target?.stop.id);
    virtual.scrollToIndex(at(place.block, mark?.from ?? 0), { align: target?.from === 'result' ? 'auto' : 'center' });
  }, [place, target, marks, at, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const last = shown.length - 1;
    const here = focused === null ? -1 : shown.findLastIndex((block) => block <= focused);
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? last : by === 0 ? null : Math.max(0, Math.min(last, here + by));
    const block = next === null ? undefined : shown[next];
    if (block === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onFocusBlock(block);
  };
  const onFocus = (block: number) => {
    // The list keeps the focus: a row that scrolls out of sight would take it along.
    scroller.current?.focus({ preventScroll: true });
    onFocusBlock(block);
  };
  const active = focused === null ? undefined : `review-block-${focused}`;
  return (
    <div
      ref={scroller} className="review-result" data-pane="result" tabIndex={0} role="listbox" aria-label={t('review.result.label')}
      aria-activedescendant={active} onKeyDown={onKeyDown}
    >
      <div className="review-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row && (
            <ResultRowView
              key={item.index} ref={virtual.measureElement} index={item.index} top={item.start} row={row} content={content}
              speakers={speakers} marks={row.kind === 'text' ? (marks.get(row.block) ?? none) : none}
              chosen={target?.stop.id ?? null} isFocused={row.kind === 'text' && row.block === focused} onFocus={onFocus}
            />
          );
        })}
      </div>
    </div>
  );
}

const none: readonly never[] = [];
