import { MessageSquare, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { formatMoment } from '../../i18n/formats.ts';
import { useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { themeColor } from '../../../app/coding/theme-color.ts';
import { PassageMemo, PassageSplit } from './passage-editing.tsx';
import type { PassageItem } from './passage-item.ts';
import { PassageRowActions } from './passage-row-actions.tsx';
import { usePassages, type Editing } from './passages-state.ts';
import { keepFocus } from './to-text.ts';

export interface PassageRowProps {
  item: PassageItem;
  /** The one row that Tab reaches. */
  isActive: boolean;
  /** Chosen to do something with together with others. */
  isChosen: boolean;
  /** Its memo is written in the row, or a place is sought to split it at. */
  editing: Editing | null;
  showTheme: boolean;
  showSpeaker: boolean;
  showDocument: boolean;
  readOnly: boolean;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
  onChoose(): void;
  onEdit(kind: Editing): void;
}

/** A quotation with who said it and where. Pressing it shows its place in the text. */
export function PassageRow({ item, editing, showTheme, showSpeaker, showDocument, ...row }: PassageRowProps) {
  const t = useT();
  const style = { '--theme': themeColor(item.color) } as CSSProperties;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // What is written in comes into sight with its buttons.
    if (editing !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [editing]);
  return (
    <article ref={place} className={row.isChosen ? 'passage chosen' : 'passage'} style={style} aria-label={item.codeName}>
      {editing === 'split' ? <PassageSplit item={item} onEnd={endEditing} /> : (
        <button
          type="button" className="passage-quote" tabIndex={row.isActive ? 0 : -1} data-passage={item.id} title={t('passages.goTo')}
          onClick={row.onClick} onFocus={row.onFocus} onKeyDown={row.onKeyDown}
        >
          <q>{item.quotation.replaceAll(/\s+/g, ' ')}</q>
        </button>
      )}
      <Checkbox className="passage-choose no-print" aria-label={t('passages.choose')} isSelected={row.isChosen} onChange={row.onChoose} excludeFromTabOrder />
      <div className="passage-foot">
        <p className="passage-source">
          {showTheme && <span className="passage-theme"><Swatch color={item.color} />{item.codeName}</span>}
          {showSpeaker && <Speakers item={item} />}
          <Page item={item} />
          {showDocument && <span>{item.documentName}</span>}
          <span title={`${t('passages.codedBy', { name: item.coder })}, ${formatMoment(item.createdAt)}`}>{item.initials}</span>
          {item.orphan && <span className="passage-orphan"><TriangleAlert aria-hidden />{t('passages.orphan')}</span>}
        </p>
        {editing === null && <PassageRowActions item={item} isActive={row.isActive} readOnly={row.readOnly} onEdit={row.onEdit} />}
      </div>
      {editing === 'memo' ? <PassageMemo item={item} onEnd={endEditing} />
        : item.memo !== '' && <p className="passage-memo"><MessageSquare aria-hidden /><span>{item.memo}</span></p>}
    </article>
  );
}

function endEditing(): void {
  usePassages.setState({ editing: null });
  keepFocus();
}

function Speakers({ item: { voices } }: { item: PassageItem }) {
  const t = useT();
  if (voices.length === 0) return <span>{t('passages.noSpeaker')}</span>;
  return voices.map(({ key, name, role }) => (
    <span key={key}><b>{name}</b>{role !== null && role !== name.toLowerCase() && ` · ${role}`}</span>
  ));
}

function Page({ item: { page, lastPage } }: { item: PassageItem }) {
  const t = useT();
  if (page === null) return null;
  return <span>{lastPage === null || lastPage === page ? t('passages.page', { page }) : t('passages.pages', { from: page, to: lastPage })}</span>;
}
