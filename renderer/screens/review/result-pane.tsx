import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { CodePoint } from '../../../schemas/ids.ts';
import type { Place } from '../../../schemas/records/content.ts';
import { codePointIndex } from '../../../app/document/offsets.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import { moveCursor, wordsAt, wordStart } from './cursor.ts';
import { resultMarks } from './result-marks.ts';
import { ResultRowView } from './result-row.tsx';
import { resultRows } from './result-rows.ts';
import type { Target } from './target.ts';
import type { Stop } from './trails.ts';
import { useTextClicks } from './use-text-clicks.ts';

export interface ResultPaneProps {
  reading: Reading;
  /** Lit up in the text: every place of the chosen trail, and every doubt. */
  stops: readonly Stop[];
  target: Target | null;
  cursor: Place | null;
  onCursor(place: Place): void;
  onDoubt(id: string): void;
}

/**
 * The text as it will be read, with a reading cursor: arrows up and down go from block to block, left and right from
 * sentence to sentence, with Control from word to word. Each block has a button that shows it in the source.
 */
export function ResultPane({ reading, stops, target, cursor, onCursor, onDoubt }: ResultPaneProps) {
  const t = useT();
  const { content } = reading;
  const scroller = useRef<HTMLElement>(null);
  /** Set where the keyboard moves on: the next block's button takes the focus once it is drawn. */
  const moving = useRef(false);
  const { rows, at, shown } = useMemo(() => resultRows(content), [content]);
  const marks = useMemo(() => resultMarks(content, stops), [content, stops]);
  const speakers = useMemo(() => new Map(reading.speakers.map((speaker) => [speaker.id, speaker])), [reading.speakers]);
  const place = target?.stop.result ?? null;
  const focused = cursor?.block ?? null;
  const cursorAt = useMemo(() => {
    const units = codePointIndex(cursor ? (content.blocks[cursor.block]?.text ?? '') : '');
    return cursor ? units.toUtf16(Math.min(cursor.offset, units.length) as CodePoint) : null;
  }, [content, cursor]);
  const turn = focused === null ? null : (content.blocks[focused]?.turn ?? null);
  const focusedRow = focused === null ? -1 : at(focused, cursorAt ?? 0);
  const choose = useCallback((next: Place) => {
    moving.current = true;
    onCursor(next);
  }, [onCursor]);
  const focusBlock = useCallback((block: number) => choose({ block, offset: start }), [choose]);
  useTextClicks(scroller, (block, offset) => choose({ block, offset: offset === 0 ? start : wordStart(content.blocks[block]?.text ?? '', offset) }));

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
    virtual.scrollToIndex(at(place.block, mark?.from ?? cursorAt ?? 0), { align: target?.from === 'result' ? 'auto' : 'center' });
  }, [place, target, marks, at, virtual, cursorAt]);
  // After every drawing, since the block may come only with a later one.
  useLayoutEffect(() => {
    const button = moving.current ? scroller.current?.querySelector<HTMLElement>(`[data-block="${focused ?? ''}"]`) : null;
    if (!button) return;
    moving.current = false;
    button.focus({ preventScroll: true });
  });
  // An edit may take away the block that has the focus: the one where the cursor stands now takes it.
  useLayoutEffect(() => {
    moving.current ||= document.activeElement === document.body || (document.activeElement?.closest('[data-pane="result"]') ?? null) !== null;
  }, [content]);

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const next = nextPlace(event, { content, shown, cursor: cursor ?? { block: shown[0] ?? 0, offset: start } });
    if (!next) return;
    event.preventDefault();
    choose(next);
  }, [content, shown, cursor, choose]);
  const stop = useMemo(() => (focused !== null && shown.includes(focused) ? focused : (shown[0] ?? 0)), [shown, focused]);
  return (
    <section ref={scroller} className={content.turns.length === 0 ? 'review-result plain' : 'review-result'} data-pane="result" aria-label={t('review.result.label')}>
      <output className="hidden-text">{cursor && target?.from === 'result' ? wordsAt(content, cursor) : ''}</output>
      <div className="review-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          const block = row?.kind === 'text' ? row.block : null;
          return row && (
            <ResultRowView
              key={item.index} ref={virtual.measureElement} index={item.index} top={item.start} row={row} content={content}
              speakers={speakers} marks={block === null ? none : (marks.get(block) ?? none)} chosen={target?.stop.id ?? null}
              cursor={block !== null && block === focused ? cursorAt : null} isStop={block !== null && block === stop}
              inTurn={block !== null && turn !== null && content.blocks[block]?.turn === turn}
              onFocus={focusBlock} onDoubt={onDoubt} onKeyDown={onKeyDown}
            />
          );
        })}
      </div>
    </section>
  );
}

interface Standing { content: Reading['content']; shown: readonly number[]; cursor: Place }

/** Where a key takes the cursor; null where it is another's. */
function nextPlace({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, { content, shown, cursor }: Standing): Place | null {
  if (altKey || shiftKey) return null;
  const word = ctrlKey || metaKey;
  if (key === 'ArrowRight' || key === 'ArrowLeft') return moveCursor(content, shown, cursor, word ? 'word' : 'sentence', key === 'ArrowRight' ? 1 : -1);
  const last = shown.length - 1;
  const here = shown.findLastIndex((block) => block <= cursor.block);
  const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last };
  const next = word ? undefined : steps[key];
  const block = next === undefined ? undefined : shown[Math.max(0, Math.min(last, next))];
  return block === undefined ? null : { block, offset: start };
}

const start = 0 as CodePoint;
const none: readonly never[] = [];
