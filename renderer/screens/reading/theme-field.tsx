import { Plus, Tag } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, Text, TextField } from 'react-aria-components';
import type { CodeId } from '../../../schemas/ids.ts';
import type { TagEffect } from '../../../app/coding/plan-toggle.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { Marked } from './marked.tsx';
import type { TagChoice } from './tag-choices.ts';

export interface ThemeFieldProps {
  typed: string;
  onTyped(typed: string): void;
  inputRef: Ref<HTMLInputElement>;
  choices: readonly TagChoice[];
  /** What taking a theme does, where that is not plain. */
  effects?: ReadonlyMap<CodeId, TagEffect>;
  onTake(choice: TagChoice): void;
}

/** Part of a theme's name is typed, and the themes that fit stand below; the field keeps the focus. */
export function ThemeField({ typed, onTyped, inputRef, choices, effects, onTake }: ThemeFieldProps) {
  const t = useT();
  const effectOf = (choice: TagChoice) => (choice.kind === 'code' ? (effects?.get(choice.code.id) ?? 'add') : 'add');
  return (
    <Autocomplete inputValue={typed} onInputChange={onTyped}>
      <TextField aria-label={t('reading.palette.hint')} className="tag-input">
        <Tag aria-hidden />
        <Input ref={inputRef} {...combobox} placeholder={t('reading.palette.hint')} spellCheck={false} autoComplete="off" maxLength={200} />
      </TextField>
      <ListBox aria-label={t('codebook.themes')} className="tag-list" renderEmptyState={() => <p className="tag-none">{t('reading.palette.none')}</p>}>
        {choices.map((choice) => <Choice key={idOf(choice)} choice={choice} isOnly={choices.length === 1} effect={effectOf(choice)} onTake={() => onTake(choice)} />)}
      </ListBox>
    </Autocomplete>
  );
}

/**
 * The choice that Enter takes in the field: with Control the new theme. With nothing typed yet no choice is marked in the
 * list, and the first one is meant; a marked one is the list's own to take.
 */
export function enteredChoice(event: KeyboardEvent, choices: readonly TagChoice[]): TagChoice | undefined {
  if (event.key !== 'Enter') return undefined;
  if (event.ctrlKey || event.metaKey) return choices.find(({ kind }) => kind === 'new') ?? choices[0];
  const isMarked = event.target instanceof HTMLElement && event.target.hasAttribute('aria-activedescendant');
  return isMarked ? undefined : choices[0];
}

/** The choice that is marked in the list, of which the field knows the element. */
export function markedChoice({ target }: KeyboardEvent, choices: readonly TagChoice[]): TagChoice | undefined {
  const element = target instanceof HTMLElement ? document.getElementById(target.getAttribute('aria-activedescendant') ?? '') : null;
  return choices.find((choice) => idOf(choice) === element?.dataset['key']);
}

/** What the field is to the list; React Aria adds which list it controls and which choice is marked. */
const combobox = { role: 'combobox', 'aria-expanded': true } as const;

function Choice({ choice, isOnly, effect, onTake }: { choice: TagChoice; isOnly: boolean; effect: TagEffect; onTake(): void }) {
  const t = useT();
  const words = choice.kind === 'new' ? t('reading.palette.new', { name: choice.name }) : choice.words;
  return (
    <ListBoxItem id={idOf(choice)} textValue={words} className="tag-choice" onAction={onTake}>
      {choice.kind === 'new' ? <Plus aria-hidden /> : <Swatch color={choice.code.color} />}
      <Text slot="label">{choice.kind === 'new' ? words : <Marked text={words} hits={choice.hits} />}</Text>
      {effect !== 'add' && <Text slot="description" className="tag-effect">{t(`reading.palette.${effect}`)}</Text>}
      <span className="tag-key">
        {choice.kind === 'code' && choice.code.key !== null && <kbd className="kbd tag-own-key">{choice.code.key}</kbd>}
        {choice.kind === 'new' && !isOnly ? <Kbd keys="$mod+Enter" /> : <span className="tag-enter"><Kbd keys="Enter" /></span>}
      </span>
    </ListBoxItem>
  );
}

const idOf = (choice: TagChoice) => (choice.kind === 'new' ? 'new' : choice.code.id);
