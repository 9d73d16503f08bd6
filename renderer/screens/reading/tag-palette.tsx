import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components';
import { widenSelection } from '../../editor/commands/select.ts';
import { holdMark } from '../../editor/reading-view.ts';
import { takesAway } from '../../../app/coding/plan-toggle.ts';
import { formatNumber, useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { placeAt } from './place-at.ts';
import { focusPage, useReading, type Page } from './reading-state.ts';
import { tagChoices, type TagChoice, type TagEffects } from './tag-choices.ts';
import { ThemeField } from './theme-field.tsx';
import { effectOn, passageToTag, tagWith, tagWithInactive, tagWithNew } from './tagging.ts';

/** Type part of a theme's name, Enter: the passage has it. A name that does not exist makes the theme, one that is not active becomes active. */
export function TagPalette({ page, project }: { page: Page; project: OpenProject }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const recent = useReading((state) => state.recent);
  const selection = useReading((state) => state.selection);
  const { codes } = project.state;
  // How many were taken while the palette stayed: each begins anew, with nothing marked in the list.
  const [taken, setTaken] = useState(0);
  const passage = usePassage(selection);
  const range = passage?.range ?? null;
  const element = usePlace(page, range);
  const effects = useMemo(
    () => new Map([...project.state.codes.keys()].flatMap((id) => (passage ? [[id, effectOn(project, passage, id)] as const] : []))), [project, passage],
  );
  const choices = useMemo(() => tagChoices({ codes }, typed, recent, effects), [codes, typed, recent, effects]);
  const takesAny = choices.some((choice) => choice.kind === 'code' && takesAway(effects.get(choice.code.id) ?? 'add'));

  // The field has the focus by now.
  useLayoutEffect(() => holdMark(page.view), [page]);

  const take = (choice: TagChoice | undefined, keepOpen: boolean) => {
    if (!choice) {
      if (taken > 0 && !keepOpen) close();
      return;
    }
    put(choice, keepOpen, effects);
    if (!keepOpen) return;
    setTyped('');
    setTaken(taken + 1);
  };
  const widen = () => {
    widenSelection(page.reading)(page.view.state, page.view.dispatch);
    holdMark(page.view);
  };
  const pressed = (event: KeyboardEvent) => {
    const action = event.key === 'Escape' ? close : event.key === 'ArrowDown' && event.shiftKey ? widen : null;
    if (!action || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  const words = range ? page.reading.text.text.slice(range.start, range.end).split(/\s+/u).length : 0;
  return (
    // The capturing handler comes before the list's own: it takes the keys that a list has no use for.
    <div ref={element} className="tag-palette" role="presentation" onKeyDownCapture={pressed} onBlur={closeWhenLeft}>
      <AriaDialog aria-label={t('reading.palette')} className="tag-dialog">
        <ThemeField key={taken} typed={typed} onTyped={setTyped} choices={choices} effects={effects} isDone={taken > 0} onTake={take} />
        <footer className="tag-foot">
          <span>{t('reading.palette.words', { count: words, words: formatNumber(words) })}</span>
          {selection && <span><Kbd keys="Shift+ArrowDown" /> {t('reading.palette.widen')}</span>}
          <span><Kbd keys="Shift+Enter" /> {t('reading.palette.several')}</span>
          {taken > 0 && typed === '' && <span><Kbd keys="Enter" /> {t('reading.palette.done')}</span>}
          {takesAny && <span>{t('reading.palette.rule')}</span>}
          <span><Kbd keys="Escape" /> {t('shell.close')}</span>
        </footer>
      </AriaDialog>
    </div>
  );
}

function put(choice: TagChoice, keepOpen: boolean, effects: TagEffects): void {
  if (choice.kind === 'new') void tagWithNew(choice.name, { keepOpen });
  else if (choice.code.inactive === true && !takesAway(effects.get(choice.code.id) ?? 'add')) void tagWithInactive(choice.code.id, { keepOpen });
  else void tagWith(choice.code.id, { keepOpen });
}

/** What is tagged: asked anew only where it changed, so that typing keeps it. */
function usePassage(selection: ReturnType<typeof useReading.getState>['selection']) {
  const focused = useUi((state) => state.focusedCodingId);
  return useMemo(() => (selection ?? focused ? passageToTag() : null), [selection, focused]);
}

function close(): void {
  useReading.setState({ tagging: false });
  focusPage();
}

/** A click elsewhere closes it; another window that comes to the front does not. */
function closeWhenLeft(event: React.FocusEvent<HTMLElement>): void {
  if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) useReading.setState({ tagging: false });
}

/** Keeps the palette at the passage, also when either changes its size. */
function usePlace(page: Page, range: ReturnType<typeof useReading.getState>['selection']) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || !range) return undefined;
    const place = () => placeAt(current, page, range);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(current);
    return () => observer.disconnect();
  }, [page, range]);
  return element;
}
