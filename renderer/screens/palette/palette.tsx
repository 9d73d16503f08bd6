import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Dialog as AriaDialog, Header, Input, Menu, MenuSection, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { useT, type MessageKey } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { entriesFor, type Entry } from './entries.ts';
import { PaletteRow } from './palette-row.tsx';
import { usePaletteOpen } from './palette-state.ts';
import './palette.css';

const setOpen = (open: boolean) => usePaletteOpen.setState(open, true);

/** Every command with its key, and the way to themes, documents and words in the text. */
export function Palette() {
  const t = useT();
  const open = usePaletteOpen();
  return (
    <ModalOverlay className="veil palette-veil" isOpen={open} isDismissable onOpenChange={setOpen}>
      <Modal className="modal palette">
        <AriaDialog className="dialog" aria-label={t('palette.title')}><PaletteSearch /></AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The field keeps the focus while the arrows go through the list below it. */
function PaletteSearch() {
  const t = useT();
  const [query, setQuery] = useState('');
  const entries = useMemo(() => entriesFor(query), [query]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <TextField aria-label={t('palette.placeholder')} className="palette-field">
        <Search aria-hidden />
        <Input ref={field} placeholder={t('palette.placeholder')} spellCheck={false} autoComplete="off" />
      </TextField>
      <ScrollArea className="palette-list">
        <Menu
          aria-label={t('palette.title')} className="palette-menu" onAction={(id) => run(entries, id)}
          renderEmptyState={() => <p className="palette-none">{t('palette.none', { query })}</p>}
        >
          {groupsOf(entries).map(({ group, members }) => (
            <MenuSection key={group} id={group}>
              <Header className="palette-group">{t(group)}</Header>
              {members.map((entry) => <PaletteRow key={entry.id} entry={entry} />)}
            </MenuSection>
          ))}
        </Menu>
      </ScrollArea>
      <output className="hidden-text">{query === '' ? '' : t('palette.count', { count: entries.length })}</output>
      <footer className="palette-hint" aria-hidden>
        <span><Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {t('palette.choose')}</span>
        <span><Kbd keys="Enter" /> {t('palette.do')}</span>
        <span><Kbd keys="Escape" /> {t('palette.leave')}</span>
      </footer>
    </Autocomplete>
  );
}

function run(entries: readonly Entry[], id: string | number): void {
  const entry = entries.find((one) => one.id === id);
  setOpen(false);
  // After the focus went back to where it was: a command may move it on.
  requestAnimationFrame(() => entry?.run());
}

function groupsOf(entries: readonly Entry[]): { group: MessageKey; members: Entry[] }[] {
  const groups = new Map<MessageKey, Entry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups].map(([group, members]) => ({ group, members }));
}
