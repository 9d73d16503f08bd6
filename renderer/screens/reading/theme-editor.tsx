import { useRef, useState } from 'react';
import { Dialog as AriaDialog, Popover as AriaPopover } from 'react-aria-components';
import type { CodeId } from '../../../schemas/ids.ts';
import { planEditCode } from '../../../app/coding/plan-code.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { ColorChoice } from './color-choice.tsx';
import { keepNamed } from './keep-named.ts';
import { editTheme } from './theme-actions.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useKeep } from './use-keep.ts';

/** Name, colour, definition, when to use it and when not, and key of a theme, at its row. Each is kept when it is left, and when the editor or the page goes: Escape keeps too. */
export function ThemeEditor({ id, project, onEnd }: { id: CodeId; project: OpenProject; onEnd(): void }) {
  const t = useT();
  const code = project.state.codes.get(id);
  const row = useRef<Element | null>(document.querySelector(`.theme-item[data-key="${id}"]`));
  const [name, setName] = useState(code?.name ?? '');
  const field = useFirstFocus();
  const [definition, setDefinition] = useState(code?.definition ?? '');
  const [use, setUse] = useState(code?.use ?? '');
  const [avoid, setAvoid] = useState(code?.avoid ?? '');
  const isChanged = code && (name !== code.name || definition !== code.definition || use !== (code.use ?? '') || avoid !== (code.avoid ?? ''));
  const keep = async () => {
    const typed = { name, definition, use: use.trim(), avoid: avoid.trim() };
    // A theme or a project that went away meanwhile took what was typed about it along.
    return !isChanged || !useWorkbench.getState().project?.state.codes.has(id) || keepNamed(code.name, typed, (state, patch) => planEditCode(state, id, patch));
  };
  useKeep(() => void keep());
  if (!code) return null;
  const done = async () => {
    if (await keep()) onEnd();
  };
  const keys = [{ id: 'none', label: t('codebook.no-key') }, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((key) => {
    const other = [...project.state.codes.values()].find((one) => one.key === key && one.id !== id);
    return { id: String(key), label: String(key), ...(other ? { detail: t('codebook.key-of', { name: other.name }) } : {}) };
  })];
  return (
    <AriaPopover className="popover" triggerRef={row} isOpen onOpenChange={(open) => { if (!open) onEnd(); }} placement="right top" offset={8}>
      <AriaDialog className="theme-editor" aria-label={t('codebook.edit-of', { name: code.name })}>
        <form onSubmit={(event) => {
          event.preventDefault();
          void done();
        }}>
          <TextField label={t('codebook.name')} value={name} onChange={setName} onBlur={() => void keep()} inputRef={field} maxLength={200} />
          <ColorChoice color={code.color} onChange={(color) => void editTheme(id, { color })} />
          <TextArea label={t('codebook.definition')} value={definition} onChange={setDefinition} onBlur={() => void keep()} placeholder={t('codebook.definition-hint')} rows={3} />
          <TextArea label={t('codebook.use')} value={use} onChange={setUse} onBlur={() => void keep()} rows={2} />
          <TextArea label={t('codebook.avoid')} value={avoid} onChange={setAvoid} onBlur={() => void keep()} rows={2} />
          <Select
            label={t('codebook.key-label')} items={keys} value={code.key === null ? 'none' : String(code.key)}
            onChange={(key) => void editTheme(id, { key: key === 'none' ? null : Number(key) })}
          />
          <Checkbox isSelected={code.inactive !== true} onChange={(active) => void editTheme(id, { inactive: !active })}>{t('codebook.active')}</Checkbox>
          <Button type="submit" variant="primary">{t('codebook.done')}</Button>
        </form>
      </AriaDialog>
    </AriaPopover>
  );
}
