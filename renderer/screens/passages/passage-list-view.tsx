import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useT } from '../../i18n/index.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { activate, useActiveRow } from './active-row.ts';
import { ListRowView } from './list-row-view.tsx';
import { extended, toggled } from './choosing.ts';
import type { ListRow, PassageRow } from './passage-list.ts';
import { usePassages } from './passages-state.ts';
import { nextRow } from './roving.ts';
import { enterPassage, showPassage } from './to-text.ts';
import { useCopy } from './use-copy.ts';
import type { Passages } from './use-passages.ts';
import { usePrinting } from './use-printing.ts';

/** As in passages.css. */
const lowWindow = '(max-height: 560px)';

/** The list itself. One row is in the order of Tab; arrows, Home, End and Page keys go to others. */
export function PassageListView({ passages }: { passages: Passages }) {
  const t = useT();
  const { rows } = passages;
  const list = useRef<HTMLElement>(null);
  /** Where there is little height the head scrolls along, and the list begins below it. */
  const isLow = useMedia(lowWindow);
  const [below, setBelow] = useState(0);
  useLayoutEffect(() => {
    const head = isLow ? list.current?.previousElementSibling : null;
    if (!head) return setBelow(0);
    const sizes = new ResizeObserver(() => setBelow(Math.round(head.getBoundingClientRect().height)));
    sizes.observe(head);
    return () => sizes.disconnect();
  }, [isLow]);
  /** Set where the keyboard moves on: the next row takes the focus once it is drawn. */
  const moving = useRef(false);
  const printing = usePrinting();
  const readOnly = useWorkbench((state) => state.project?.readOnly !== null);
  const active = useActiveRow(rows);
  useCopy(passages);

  const rangeExtractor = useCallback(
    // The row that has the focus stays, wherever one scrolls.
    (range: Range) => [...new Set([...defaultRangeExtractor(range), ...(active >= 0 ? [active] : [])])].toSorted((a, b) => a - b),
    [active],
  );
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => (isLow ? list.current?.parentElement : list.current) ?? null, scrollMargin: below, estimateSize: (index) => (rows[index]?.kind === 'group' ? 48 : 92),
    getItemKey: (index) => rows[index]?.key ?? index, overscan: 6, paddingEnd: 40, rangeExtractor, initialOffset: usePassages.getState().scrollTop,
  });

  const enter = useEffectEvent(() => {
    virtual.scrollToIndex(active, { align: 'auto' });
    moving.current = true;
  });
  const leave = useEffectEvent(() => usePassages.setState({ scrollTop: virtual.scrollOffset ?? 0 }));
  useEffect(() => {
    // The keyboard comes to the list: to where it stood, or to the passage that was chosen in the text.
    enter();
    return () => leave();
  }, []);
  // After every drawing, since the row may come only with a later one.
  useLayoutEffect(() => {
    if (moving.current) moving.current = !focusRow(list.current, active, rows);
  });

  const { query, grouping, order, withSubthemes } = usePassages();
  const showing = [query, grouping, order, withSubthemes, passages.code?.id].join('\n');
  const shownBefore = useRef(showing);
  useEffect(() => {
    if (shownBefore.current === showing) return;
    shownBefore.current = showing;
    virtual.scrollToOffset(0);
  }, [showing, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextRow(event.key, active, rows);
    const [row, goal] = [rows[active], next === null ? undefined : rows[next]];
    if (next !== null && goal?.kind === 'passage') {
      moving.current = true;
      virtual.scrollToIndex(next, { align: 'auto' });
      activate(goal, next);
      usePassages.setState((state) => (event.shiftKey ? extended(state, rows, active, next) : { stretch: null }));
    } else if (event.key === 'Enter' && !event.shiftKey && row?.kind === 'passage') enterPassage(row.item);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent, row: PassageRow, index: number) => {
    if (event.ctrlKey || event.metaKey) usePassages.setState((state) => toggled(state, row.item.id, index));
    else if (event.shiftKey) usePassages.setState((state) => extended(state, rows, index, index));
    else {
      usePassages.setState((state) => ({ stretch: { from: index, before: state.selected } }));
      showPassage(row.item);
    }
  };

  const draw = (row: ListRow, index: number) => (
    <ListRowView row={row} index={index} isActive={index === active} passages={passages} readOnly={readOnly} onKeyDown={onKeyDown} onClick={onClick} />
  );
  if (printing) return <div className="passages-list">{rows.map((row, index) => <div key={row.key}>{draw(row, index)}</div>)}</div>;
  return (
    <section ref={list} className="passages-list" aria-label={t('passages.list')}>
      <div className="passages-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return row && (
            <div key={key} ref={virtual.measureElement} data-index={index} className="passages-slot" style={{ transform: `translateY(${start - below}px)` }}>
              {draw(row, index)}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** Whether the row was there to take the focus. */
function focusRow(scroller: HTMLElement | null, index: number, rows: readonly ListRow[]): boolean {
  if (rows[index]?.kind !== 'passage') return false;
  const button = scroller?.querySelector<HTMLElement>(`[data-index="${index}"] .passage-quote`);
  button?.focus({ preventScroll: true });
  return Boolean(button);
}
