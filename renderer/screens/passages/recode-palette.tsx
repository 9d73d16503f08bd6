import { useMemo, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import type { CodingId } from '../../../schemas/ids.ts';
import type { ProjectState } from '../../../app/coding/state.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useReading } from '../reading/reading-state.ts';
import { tagChoices, type TagChoice } from '../reading/tag-choices.ts';
import { ThemeField } from '../reading/theme-field.tsx';
import { recodePassages, splitThemeOff } from './passage-actions.ts';
import { commonTheme } from './common-theme.ts';

interface RecodePaletteProps { ids: readonly CodingId[]; state: ProjectState; onEnd(): void }

/** Type part of a theme's name, Enter: the passages go there. A name that does not exist makes the theme, beside the old one. */
export function RecodePalette({ ids, state, onEnd }: RecodePaletteProps) {
  const t = useT();
  return (
    <ModalOverlay className="veil palette-veil" isOpen isDismissable onOpenChange={(open) => { if (!open) onEnd(); }}>
      <Modal className="modal palette">
        <AriaDialog className="dialog" aria-label={t('passages.recode.title', { count: ids.length })}><Themes ids={ids} state={state} onEnd={onEnd} /></AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Themes({ ids, state, onEnd }: RecodePaletteProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const recent = useReading((reading) => reading.recent);
  const { codes } = state;
  const old = commonTheme(state, ids);
  const choices = useMemo(
    () => tagChoices({ codes }, typed, recent).filter((choice) => choice.kind === 'new' || choice.code.id !== old?.id), [codes, typed, recent, old],
  );
  const take = (choice: TagChoice | undefined) => {
    if (!choice) return;
    onEnd();
    if (choice.kind === 'code') void recodePassages(ids, choice.code.id);
    else void splitThemeOff(ids, { name: choice.name, parentId: old?.parentId ?? null });
  };
  return (
    <>
      <ThemeField typed={typed} onTyped={setTyped} choices={choices} onTake={take} />
      <footer className="tag-foot">
        <span>{t('passages.recode.title', { count: ids.length })}</span>
        <span><Kbd keys="Escape" /> {t('shell.close')}</span>
      </footer>
    </>
  );
}
