import { StickyNote } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MemoId } from '../../../schemas/ids.ts';
import { blocksBetween } from '../../editor/geometry.ts';
import { useT } from '../../i18n/index.ts';
import type { PlacedMemo } from './passage-memos.ts';
import { useReading, type Page } from './reading-state.ts';
import { watchPage } from './watch-page.ts';

interface Mark { id: MemoId; top: number; words: string }

/** A quiet sign in the margin where a memo on a passage begins: those in and near the window. Choosing one shows it in the inspector. */
export function MemoMarks({ page, memos }: { page: Page; memos: readonly PlacedMemo[] }) {
  const t = useT();
  const marks = useMarks(page, memos);
  const chosen = useReading((state) => state.memoId);
  return (
    <section className="memo-marks" aria-label={t('reading.memos')}>
      {marks.map(({ id, top, words }) => (
        <button
          key={id} type="button" className="memo-mark" style={{ top }} aria-pressed={id === chosen} aria-label={t('reading.memos.show', { words })} title={words}
          onClick={() => useReading.setState({ memoId: id === chosen ? null : id })}
        >
          <StickyNote aria-hidden />
        </button>
      ))}
    </section>
  );
}

function useMarks(page: Page, memos: readonly PlacedMemo[]): Mark[] {
  const [marks, setMarks] = useState<Mark[]>([]);
  useEffect(() => watchPage(page, () => {
    const { view, reading, scroller } = page;
    const edge = scroller.getBoundingClientRect();
    const blocks = memos.length === 0 ? null : blocksBetween(view, reading, edge.top - edge.height / 2, edge.bottom + edge.height / 2);
    const [from, to] = [reading.text.blocks[blocks?.first ?? -1]?.start ?? 0, reading.text.blocks[blocks?.last ?? -1]?.end ?? -1];
    const origin = view.dom.getBoundingClientRect().top;
    const next = memos.flatMap(({ memo, place }): Mark[] => (place && place.start >= from && place.start < to
      ? [{ id: memo.id, top: Math.round(view.coordsAtPos(reading.positions.toPosition(place.start), 1).top - origin), words: memo.text.slice(0, 80) }]
      : []));
    setMarks((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }), [page, memos]);
  return marks;
}
