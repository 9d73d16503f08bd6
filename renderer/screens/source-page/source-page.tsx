import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { PageMarks, PagePlaces } from '../../../app/importers/pdf/places.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageSheet } from './page-sheet.tsx';
import { usePdf } from './use-pdf.ts';
import { usePaneWidth } from './use-pane-width.ts';
import './source-page.css';

export interface SourcePageProps {
  bytes: Uint8Array;
  places: PagePlaces;
  /** The passage on its pages; null where none is looked at. */
  marks: readonly PageMarks[] | null;
  /** Buttons at the toolbar's end, and a line under it. */
  end?: ReactNode;
  note?: ReactNode;
  /** What Escape does. */
  onClose?(): void;
}

/** A PDF's own page, with a passage marked on it: turned with arrows or Page Up and Down, enlarged with + and −. */
export function SourcePage({ bytes, places, marks, end, note, onClose }: SourcePageProps) {
  const t = useT();
  const area = useRef<HTMLElement>(null);
  const room = usePaneWidth(area);
  const { pdf, failed, fail } = usePdf(bytes);
  const [zoom, setZoom] = useState(1);
  const [turned, setTurned] = useState<{ from: readonly PageMarks[] | null; page: number }>({ from: marks, page: marks?.[0]?.page ?? 0 });
  const count = places.pages.length;
  // A passage that is looked at anew turns to its page; leafing on from there is the reader's.
  const page = turned.from === marks ? turned.page : (marks?.[0]?.page ?? turned.page);
  const turnTo = (to: number) => setTurned({ from: marks, page: Math.max(0, Math.min(count - 1, to)) });
  const enlarge = (step: 1 | -1) => setZoom((now) => zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(now) + step))] ?? 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const actions: Record<string, () => void> = {
      PageDown: () => turnTo(page + 1), PageUp: () => turnTo(page - 1), ArrowRight: () => turnTo(page + 1), ArrowLeft: () => turnTo(page - 1),
      Home: () => turnTo(0), End: () => turnTo(count - 1), '+': () => enlarge(1), '=': () => enlarge(1), '-': () => enlarge(-1), 0: () => setZoom(1), ...(onClose ? { Escape: onClose } : {}),
    };
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  const size = places.pages[page];
  const boxes = marks?.find((one) => one.page === page)?.boxes ?? none;
  return (
    <div className="source-page">
      <div className="source-page-bar">
        <IconButton icon={ChevronLeft} label={t('page.previous')} isDisabled={page === 0} onPress={() => turnTo(page - 1)} />
        <output>{t('page.number', { page: page + 1, count })}</output>
        <IconButton icon={ChevronRight} label={t('page.next')} isDisabled={page === count - 1} onPress={() => turnTo(page + 1)} />
        <IconButton icon={ZoomOut} label={t('page.smaller')} isDisabled={zoom === zooms[0]} onPress={() => enlarge(-1)} />
        <IconButton icon={ZoomIn} label={t('page.larger')} isDisabled={zoom === zooms.at(-1)} onPress={() => enlarge(1)} />
        <span className="source-page-end">{end}</span>
      </div>
      {note}
      {/* Nothing on a picture takes the focus, so the pane does. */}
      <section ref={area} {...{ tabIndex: 0, onKeyDown }} className="source-page-area" aria-label={t('page.label')} data-pane="page">
        {failed && <EmptyState>{t('page.failed')}</EmptyState>}
        {pdf && size && room > 0 && !failed && (
          <PageSheet pdf={pdf} number={page + 1} size={size} width={Math.round(room * zoom)} boxes={boxes} label={t('page.number', { page: page + 1, count })} onFailed={fail} />
        )}
      </section>
    </div>
  );
}

/** Shares of the pane's width. */
const zooms = [0.6, 0.8, 1, 1.25, 1.5, 2, 3];

const none: readonly never[] = [];
