import { Plus, Tag } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { widenSelection } from '../../editor/commands/select.ts';
import { holdMark } from '../../editor/reading-view.ts';
import { formatNumber, useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { Marked } from './marked.tsx';
import { placeAt } from './place-at.ts';
import { focusPage, useReading, type Page } from './reading-state.ts';
import { tagChoices, type TagChoice } from './tag-choices.ts';
import { passageToTag, tagWith, tagWithNew } from './tagging.ts';

/** Type part of a theme's name, Enter: the passage has it. A name that does not exist makes the theme. */
export function TagPalette({ page, project }: { page: Page; project: OpenProject }) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const element = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const recent = useReading((state) => state.recent);
  const selection = useReading((state) => state.selection);
  const choices = useMemo(() => tagChoices(project.state, typed, recent), [project.state.codes, typed, recent]);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const passage = passageToTag();

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    holdMark(page.view);
  }, [page, selection]);
  useLayoutEffect(() => {
    if (element.current && passage) placeAt(element.current, page, passage.range);
  }, [page, passage?.range.start, passage?.range.end, choices.length]);

  const close = () => {
    useReading.setState({ tagging: false });
    focusPage();
  };
  const take = (choice: TagChoice | undefined) => {
    if (choice?.kind === 'code') void tagWith(choice.code.id);
    else if (choice) void tagWithNew(choice.name);
  };
  const pressed = (event: KeyboardEvent) => {
    const made = choices.find((choice) => choice.kind === 'new');
    const actions: Record<string, () => void> = {
      ArrowDown: () => (event.shiftKey ? widenSelection(page.reading)(page.view.state, page.view.dispatch) : setAt((now) => (now + 1) % Math.max(1, choices.length))),
      ArrowUp: () => setAt((now) => (now + choices.length - 1) % Math.max(1, choices.length)),
      Home: () => setAt(0),
      End: () => setAt(choices.length - 1),
      Enter: () => take(event.ctrlKey || event.metaKey ? (made ?? chosen) : chosen),
      Escape: close,
    };
    const action = actions[event.key];
    if (!action || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  const words = passage ? page.reading.text.text.slice(passage.range.start, passage.range.end).split(/\s+/u).length : 0;
  return (
    <div
      ref={element} className="tag-palette" role="dialog" aria-label={t('reading.palette')} tabIndex={-1} onKeyDown={pressed}
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) useReading.setState({ tagging: false }); }}
    >
      <div className="tag-input">
        <Tag aria-hidden />
        <input
          ref={input} value={typed} placeholder={t('reading.palette.hint')} aria-label={t('reading.palette.hint')} spellCheck={false} autoComplete="off"
          role="combobox" aria-expanded aria-autocomplete="list" aria-controls={`${id}-list`} aria-activedescendant={chosen ? `${id}-${choices.indexOf(chosen)}` : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
        />
      </div>
      <div className="tag-list" role="listbox" id={`${id}-list`} aria-label={t('codebook.themes')}>
        {choices.map((choice, index) => (
          <Choice key={choice.kind === 'code' ? choice.code.id : 'new'} id={`${id}-${index}`} choice={choice} isChosen={choice === chosen} isOnly={choices.length === 1} onTake={() => take(choice)} />
        ))}
        {choices.length === 0 && <p className="tag-none">{t('reading.palette.none')}</p>}
      </div>
      <div className="tag-foot">
        <span>{t('reading.palette.words', { count: words, words: formatNumber(words) })}</span>
        {selection && <span><Kbd keys="Shift+ArrowDown" /> {t('reading.palette.widen')}</span>}
        <span><Kbd keys="Escape" /> {t('shell.close')}</span>
      </div>
    </div>
  );
}

function Choice({ id, choice, isChosen, isOnly, onTake }: { id: string; choice: TagChoice; isChosen: boolean; isOnly: boolean; onTake(): void }) {
  const t = useT();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const isNew = choice.kind === 'new';
  return (
    // The keys are the input's: it holds the focus, as a combobox does.
    <div ref={element} id={id} role="option" tabIndex={-1} aria-selected={isChosen} className="tag-choice" onMouseDown={(event) => event.preventDefault()} onClick={onTake} onKeyDown={() => undefined}>
      {isNew ? <Plus aria-hidden /> : <Swatch color={choice.code.color} />}
      <span>{isNew ? t('reading.palette.new', { name: choice.name }) : <Marked text={choice.words} hits={choice.hits} />}</span>
      {isNew ? <Kbd keys={isOnly ? 'Enter' : '$mod+Enter'} /> : isChosen ? <Kbd keys="Enter" /> : choice.code.key !== null && <kbd className="kbd">{choice.code.key}</kbd>}
    </div>
  );
}
