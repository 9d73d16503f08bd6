import { keepFocusOn } from '../../ui/keep-focus.ts';
import { findCommand, registerCommands } from '../palette/commands.ts';
import { isFromSearch } from '../reading/excursions.ts';
import { focusPage, useReading } from '../reading/reading-state.ts';
import { useUi } from '../ui-state.ts';
import { isBeside } from './beside.ts';
import type { PassageItem } from './passage-item.ts';
import { usePassages } from './passages-state.ts';

type Passage = Pick<PassageItem, 'id' | 'documentId' | 'orphan'>;

/**
 * Shows a passage in its text: beside the list, which keeps the keyboard, or in the place of the list where there is no
 * room for both; `passages.back` leads back. An orphan has no place to go to.
 */
export function showPassage(item: Passage): void {
  if (!findCommand('passages.back')) registerBack();
  const beside = isBeside();
  usePassages.setState(beside ? { shownId: item.id } : { away: item.id });
  go(item, beside ? 'passages' : 'reading');
}

/** Gives the keyboard to the text, where a passage is shown beside the list already; else shows it. */
export function enterPassage(item: Passage): void {
  if (isBeside() && usePassages.getState().shownId === item.id && useUi.getState().documentId === item.documentId) focusPage();
  else showPassage(item);
}

/** Closes the list and reads on at a passage. */
export function readOnAt(item: Passage): void {
  go(item, 'reading');
  requestAnimationFrame(focusPage);
}

/** Back to the list, at the passage that one left it for. */
export function backToPassages(): void {
  if (isBeside()) focusList();
  else useUi.setState({ view: 'passages' });
}

/** Closes the list; the text goes back to where one was. */
export function closePassages(): void {
  useUi.setState({ view: 'reading' });
  focusPage();
}

/** Gives the keyboard back to the list after a step that may have taken its row away, once the screen shows the step. */
export const keepFocus = (): void => keepFocusOn(reachedRow);

/** Gives the keyboard to the list. */
const focusList = () => reachedRow()?.focus();

/** The one row that Tab reaches. */
const reachedRow = () => document.querySelector<HTMLElement>('.passages-list .passage-quote[tabindex="0"]');

function go({ id, documentId, orphan }: Passage, view: 'reading' | 'passages'): void {
  useUi.setState({ view, documentId, focusedCodingId: id, goal: orphan ? null : { kind: 'coding', codingId: id } });
}

function registerBack(): void {
  registerCommands([{
    id: 'passages.back', title: 'passages.back', group: 'passages.group.commands', keys: 'Alt+ArrowLeft', run: backToPassages,
    enabled: () => useUi.getState().review === null && (isAway() || isInText()),
  }]);
}

const isAway = () => usePassages.getState().away !== null && !isFromSearch() && useUi.getState().view === 'reading';

/** The text beside the list has the keyboard. */
function isInText(): boolean {
  const { page } = useReading.getState();
  return page !== null && isBeside() && page.scroller.contains(document.activeElement);
}
