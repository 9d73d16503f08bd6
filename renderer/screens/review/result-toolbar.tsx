import { ArrowUpToLine, ChevronDown, Split } from 'lucide-react';
import { useState } from 'react';
import type { BlockKind } from '../../../schemas/records/content.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { NameDialog } from './name-dialog.tsx';
import { turnKinds, type CursorMenu } from './review-commands.ts';
import type { ReviewActs } from './use-actions.ts';

export interface ResultToolbarProps {
  reading: Reading;
  acts: ReviewActs;
  /** Which menu is open: a key opens them too. */
  menu: CursorMenu | null;
  onMenu(menu: CursorMenu | null): void;
}

/** Who speaks at the cursor, what the turn and the paragraph are, and splitting and joining. */
export function ResultToolbar({ reading, acts, menu, onMenu }: ResultToolbarProps) {
  const t = useT();
  const [naming, setNaming] = useState(false);
  const { content, speakers } = reading;
  const block = acts.here ? content.blocks[acts.here.block] : undefined;
  const turn = acts.here?.turn === null || acts.here === null ? undefined : content.turns[acts.here.turn];
  const speaker = speakers.find(({ id }) => id === turn?.speaker);
  const opening = (name: CursorMenu) => ({ isOpen: menu === name, onOpenChange: (isOpen: boolean) => onMenu(isOpen ? name : null) });
  return (
    <Toolbar label={t('review.toolbar')} className="review-toolbar">
      <Menu
        label={t('review.do.speaker')} {...opening('speaker')} items={speakerItems()}
        trigger={<Choice label={t('review.do.speaker')} value={speaker?.name ?? (turn ? (turn.label ?? t('review.noSpeaker')) : t('review.nobody'))} isDisabled={!acts.canSetSpeaker} />}
      />
      <Menu
        label={t('review.do.kind')} {...opening('kind')}
        items={turnKinds.map((kind, index) => ({ id: kind, label: t(`review.turn.${kind}`), keys: String(index + 1), current: turn?.kind === kind, onAction: acts.setKind(kind).run }))}
        trigger={<Choice label={t('review.do.kind')} value={turn ? t(`review.turn.${turn.kind}`) : t('review.noTurn')} isDisabled={!turn} />}
      />
      <Menu
        label={t('review.do.block')} {...opening('block')} items={blockItems.map((item) => ({
          id: item.id, label: t(item.words), current: block?.kind === item.kind && block.level === item.level, onAction: acts.setBlock(item.kind, item.level ?? undefined).run,
        }))}
        trigger={<Choice label={t('review.do.block')} value={block ? t(blockWords(block.kind)) : t('review.noBlock')} isDisabled={!block} />}
      />
      <span className="review-toolbar-end">
        <IconButton icon={Split} label={t('review.do.split')} keys="Enter" isDisabled={!acts.split.can} onPress={acts.split.run} />
        <IconButton icon={ArrowUpToLine} label={t('review.do.join')} keys="Backspace" isDisabled={!acts.joinBefore.can} onPress={acts.joinBefore.run} />
      </span>
      {naming && (
        <NameDialog
          title={t('review.newSpeaker')} name={turn?.label ?? ''} onEnd={() => setNaming(false)} onName={(name) => acts.setSpeaker({ name })}
        />
      )}
    </Toolbar>
  );

  function speakerItems(): MenuEntry[] {
    return [
      ...speakers.map((one): MenuEntry => ({ id: one.id, label: one.name, ...(one.role ? { detail: one.role } : {}), current: one.id === turn?.speaker, onAction: () => acts.setSpeaker(one.id) })),
      ...(speakers.length > 0 ? ['separator' as const] : []),
      { id: 'new', label: t('review.newSpeaker.do'), onAction: () => setNaming(true) },
      { id: 'nobody', label: t('review.nobody.do'), disabled: !turn, onAction: () => acts.setSpeaker(null) },
    ];
  }
}

/** What a menu's button shows: the value; its name says what it is. */
function Choice({ label, value, isDisabled }: { label: string; value: string; isDisabled: boolean }) {
  return (
    <Button variant="quiet" className="review-choice" aria-label={`${label}: ${value}`} isDisabled={isDisabled}>
      <span>{value}</span><ChevronDown aria-hidden />
    </Button>
  );
}

const blockItems = [
  { id: 'paragraph', kind: 'paragraph', level: null, words: 'review.block.paragraph' },
  { id: 'listItem', kind: 'listItem', level: 1, words: 'review.block.listItem' },
  { id: 'listItem-2', kind: 'listItem', level: 2, words: 'review.block.listItem-2' },
  { id: 'heading-1', kind: 'heading', level: 1, words: 'review.block.heading-1' },
  { id: 'heading-2', kind: 'heading', level: 2, words: 'review.block.heading-2' },
  { id: 'heading-3', kind: 'heading', level: 3, words: 'review.block.heading-3' },
  { id: 'label', kind: 'label', level: null, words: 'review.block.label' },
  { id: 'footnote', kind: 'footnote', level: null, words: 'review.block.footnote' },
] as const;

const blockWords = (kind: BlockKind) => `review.block.${kind}` as const;
