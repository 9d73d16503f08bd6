import { Copy, MessageSquare, Tag, Trash2, TriangleAlert } from 'lucide-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { CodeNode } from '../../../app/coding/tree.ts';
import { formatMoment } from '../../i18n/formats.ts';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { themeColor } from '../../../app/coding/theme-color.ts';
import { copyPassages, deletePassages, recodePassages } from './passage-actions.ts';
import type { PassageItem } from './passage-item.ts';
import { showPassage } from './to-text.ts';

export interface PassageRowProps {
  item: PassageItem;
  nodes: readonly CodeNode[];
  /** The one row that Tab reaches. */
  isActive: boolean;
  showTheme: boolean;
  showSpeaker: boolean;
  showDocument: boolean;
  readOnly: boolean;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** A quotation with who said it and where. Pressing it shows its place in the text. */
export function PassageRow({ item, nodes, isActive, showTheme, showSpeaker, showDocument, readOnly, onFocus, onKeyDown }: PassageRowProps) {
  const t = useT();
  const style = { '--theme': themeColor(item.color) } as CSSProperties;
  const reach = { excludeFromTabOrder: !isActive };
  return (
    <article className="passage" style={style} aria-label={item.codeName}>
      <button
        type="button" className="passage-quote" tabIndex={isActive ? 0 : -1} data-passage={item.id} title={t('passages.goTo')}
        onClick={() => showPassage(item)} onFocus={onFocus} onKeyDown={onKeyDown}
      >
        <q>{item.quotation.replaceAll(/\s+/g, ' ')}</q>
      </button>
      <div className="passage-foot">
        <p className="passage-source">
          {showTheme && <span className="passage-theme"><Swatch color={item.color} />{item.codeName}</span>}
          {showSpeaker && <Speakers item={item} />}
          <Page item={item} />
          {showDocument && <span>{item.documentName}</span>}
          <span title={`${t('passages.codedBy', { name: item.coder })}, ${formatMoment(item.createdAt)}`}>{item.initials}</span>
          {item.orphan && <span className="passage-orphan"><TriangleAlert aria-hidden />{t('passages.orphan')}</span>}
        </p>
        <span className="passage-actions no-print">
          <IconButton icon={Copy} label={t('passages.copy')} keys="$mod+c" {...reach} onPress={() => copyPassages([item.id])} />
          <Menu
            label={t('passages.recode')} placement="bottom end"
            trigger={<IconButton icon={Tag} label={t('passages.recode')} {...reach} isDisabled={readOnly} />}
            items={nodes.map(({ code, depth }) => ({
              id: code.id, label: `${'\u2003'.repeat(depth)}${code.name}`, color: code.color, current: code.id === item.codeId,
              disabled: code.id === item.codeId, onAction: () => recodePassages([item.id], code.id),
            }))}
          />
          <IconButton icon={Trash2} label={t('passages.delete')} keys="Delete" {...reach} isDisabled={readOnly} onPress={() => deletePassages([item.id])} />
        </span>
      </div>
      {item.memo !== '' && <p className="passage-memo"><MessageSquare aria-hidden /><span>{item.memo}</span></p>}
    </article>
  );
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
