import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import { resultMarks } from './result-marks.ts';
import { ResultRowView } from './result-row.tsx';
import { resultRows } from './result-rows.ts';
import type { Target } from './target.ts';
import type { Stop } from './trails.ts';
import { useBlockClicks } from './use-block-clicks.ts';

export interface ResultPaneProps {
  reading: Reading;
  /** Lit up in the text: every place of the chosen trail. */
  stops: readonly Stop[];
  target: Target | null;
  onFocusBlock(block: number): void;
}

/** The text as it will be read. Each block has a button that shows it in the source; arrows go from one to the next. */
export function ResultPane({ reading, stops, target, onFocusBlock }: ResultPaneProps) {
  const t = useT();
  const { content } = reading;
  const scroller = useRef<HTMLElement>(null);
  /** Set where the keyboard moves on: the next block's button takes the focus once it is drawn. */
  const moving = useRef(false);
  const { rows, at, shown } = useMemo(() => resultRows(content), [content]);
  const marks = useMemo(() => resultMarks(content, stops), [content, stops]);
  const speakers = useMemo(() => new Map(reading.speakers.map((speaker) => [speaker.id, speaker])), [reading.speakers]);
  const place = target?.stop.result ?? null;
  const focused = place?.block ?? null;
  const focusedRow = focused === null ? -1 : at(focused, 0);
  const choose = useCallback((block: number) => {
    moving.current = block !== focused;
    onFocusBlock(block);
  }, [focused, onFocusBlock]);
  useBlockClicks(scroller, choose);

  const rangeExtractor = useCallback(
    // The row that has the focus stays, wherever one scrolls.
    (range: Range) => [...new Set([...defaultRangeExtractor(range), ...(focusedRow >= 0 ? [focusedRow] : [])])].toSorted((a, b) => a - b),
    [focusedRow],
  );
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 64, overscan: 8, paddingStart: 12, paddingEnd: 60, rangeExtractor,
  });

  useEffect(() => {
    if (!place) return;
    const mark = marks.get(place.block)?.find(({ id }) => id === target?.stop.id);
    virtual.scrollToIndex(at(place.block, mark?.from ?? 0), { align: target?.from === 'result' ? 'auto' : 'center' });
  }, [place, target, marks, at, virtual]);
  // After every drawing, since the block may come only with a later one.
  useLayoutEffect(() => {
    const button = moving.current ? scroller.current?.querySelector<HTMLElement>(`[data-block="${focused ?? ''}"]`) : null;
    if (!button) return;
    moving.current = false;
    button.focus({ preventScroll: true });
  });

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const last = shown.length - 1;
    const here = focused === null ? 0 : shown.findLastIndex((block) => block <= focused);
    const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last };
    const next = steps[event.key];
    const block = next === undefined ? undefined : shown[Math.max(0, Math.min(last, next))];
    if (block === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(block);
  }, [focused, shown, choose]);
  const stop = useMemo(() => (focused !== null && shown.includes(focused) ? focused : (shown[0] ?? 0)), [shown, focused]);
  return (
    <section ref={scroller} className={content.turns.length === 0 ? 'review-result plain' : 'review-result'} data-pane="result" aria-label={t('review.result.label')}>
      <div className="review-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row && (
            <ResultRowView
              key={item.index} ref={virtual.measureElement} index={item.index} top={item.start} row={row} content={content}
              speakers={speakers} marks={row.kind === 'text' ? (marks.get(row.block) ?? none) : none} chosen={target?.stop.id ?? null}
              isFocused={row.kind === 'text' && row.block === focused}
              isStop={row.kind === 'text' && row.block === stop}
              onFocus={choose} onKeyDown={onKeyDown}
            />
          );
        })}
      </div>
    </section>
  );
}

const none: readonly never[] = [];
