import { Plus, Tag } from 'lucide-react';
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, Text, TextField } from 'react-aria-components';
import { takesAway, type TagEffect } from '../../../app/coding/plan-toggle.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { Marked } from './marked.tsx';
import { defaultChoice, type TagChoice, type TagEffects } from './tag-choices.ts';

export interface ThemeFieldProps {
  typed: string;
  onTyped(typed: string): void;
  choices: readonly TagChoice[];
  /** What taking a theme does, where that is not plain. */
  effects?: TagEffects;
  /** Something was taken already: with nothing typed since, Enter means none of the choices. */
  isDone?: boolean;
  /** Undefined: Enter where it means no choice. `more`: with Shift, to take another one after it. */
  onTake(choice: TagChoice | undefined, more: boolean): void;
}

/** Part of a theme's name is typed, and the themes that fit stand below; the field takes the focus and keeps it. */
export function ThemeField({ typed, onTyped, choices, effects, isDone = false, onTake }: ThemeFieldProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const hasMoved = useRef(false);
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  const first = isDone && typed === '' ? undefined : defaultChoice(choices, typed, effects);
  const effectOf = (choice: TagChoice) => (choice.kind === 'code' ? (effects?.get(choice.code.id) ?? 'add') : 'add');
  // The list would take what it marks, which may have been marked before the list changed.
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (moves(event)) hasMoved.current = true;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const made = event.ctrlKey || event.metaKey ? choices.find(({ kind }) => kind === 'new') : undefined;
    onTake(made ?? (hasMoved.current ? markedChoice(event, choices) : undefined) ?? first, event.shiftKey);
  };
  return (
    // The capturing handler comes before the list's own.
    <div role="presentation" onKeyDownCapture={pressed}>
      <Autocomplete
        inputValue={typed}
        onInputChange={(next) => {
          hasMoved.current = false;
          onTyped(next);
        }}
      >
        <TextField aria-label={t('reading.palette.hint')} className="tag-input">
          <Tag aria-hidden />
          <Input ref={input} {...combobox} placeholder={t('reading.palette.hint')} spellCheck={false} autoComplete="off" maxLength={200} />
        </TextField>
        <ListBox
          aria-label={t('codebook.themes')} className={first ? 'tag-list' : 'tag-list tag-list-unmarked'}
          renderEmptyState={() => <p className="tag-none">{t('reading.palette.none')}</p>}
        >
          {choices.map((choice) => <Choice key={idOf(choice)} choice={choice} isFirst={choice === first} effect={effectOf(choice)} onTake={() => onTake(choice, false)} />)}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

/** Whether a key moves through the list. */
const moves = ({ key, shiftKey }: KeyboardEvent) => !shiftKey && /^(Arrow(Up|Down)|Page(Up|Down)|Home|End)$/.test(key);

/** The choice that is marked in the list. The list itself is asked: the field is told half a second later, not to disturb screen readers. */
function markedChoice({ currentTarget }: KeyboardEvent, choices: readonly TagChoice[]): TagChoice | undefined {
  const key = currentTarget.querySelector<HTMLElement>('[role="option"][data-focused]')?.dataset['key'];
  return choices.find((choice) => idOf(choice) === key);
}

/** What the field is to the list; React Aria adds which list it controls and which choice is marked. */
const combobox = { role: 'combobox', 'aria-expanded': true } as const;

function Choice({ choice, isFirst, effect, onTake }: { choice: TagChoice; isFirst: boolean; effect: TagEffect; onTake(): void }) {
  const t = useT();
  const words = choice.kind === 'new' ? t('reading.palette.new', { name: choice.name }) : choice.words;
  const isInactive = choice.kind === 'code' && choice.code.inactive === true && !takesAway(effect);
  const what = isInactive ? 'inactive' : effect === 'add' ? null : effect;
  return (
    <ListBoxItem id={idOf(choice)} textValue={words} className="tag-choice" onAction={onTake}>
      {choice.kind === 'new' ? <Plus aria-hidden /> : <Swatch color={choice.code.color} />}
      <Text slot="label">{choice.kind === 'new' ? words : <Marked text={words} hits={choice.hits} />}</Text>
      {what && <Text slot="description" className="tag-effect">{t(`reading.palette.${what}`)}</Text>}
      <span className="tag-key">
        {choice.kind === 'code' && choice.code.key !== null && <kbd className="kbd tag-own-key">{choice.code.key}</kbd>}
        {choice.kind === 'new' && !isFirst ? <Kbd keys="$mod+Enter" /> : <span className="tag-enter"><Kbd keys="Enter" /></span>}
      </span>
    </ListBoxItem>
  );
}

const idOf = (choice: TagChoice) => (choice.kind === 'new' ? 'new' : choice.code.id);
