import { create } from 'zustand';
import type { DocumentId } from '../../../schemas/ids.ts';
import { registerCommands } from '../palette/commands.ts';
import { usePassages } from '../passages/passages-state.ts';
import { useUi, type Goal } from '../ui-state.ts';
import { placeOn, putCursor, scrollToPlace } from './page-place.ts';
import { recallPlace, rememberPlace, type ReadingPlace } from './place-memory.ts';
import { focusPage, useReading } from './reading-state.ts';

/** Where somebody read. */
export interface PlaceBefore { documentId: DocumentId; place: ReadingPlace | null }

/** What one left reading for, and where one read; `before` null where one came from another excursion. */
export interface Excursion { to: 'passages' | 'analysis' | 'search'; before: PlaceBefore | null }

/** The excursions that one is on, the last one last. */
export const useExcursions = create<{ stack: readonly Excursion[] }>(() => ({ stack: [] }));

/** More steps back than anybody remembers. */
const most = 20;

/** Sets out; back at a list or an analysis that one is on an excursion from, that one goes on, and those after it have ended. */
export function setOut(stack: readonly Excursion[], { to, before }: Excursion): readonly Excursion[] {
  const at = to === 'search' ? -1 : stack.findLastIndex((one) => one.to === to);
  return at >= 0 ? stack.slice(0, at + 1) : [...stack, { to, before }].slice(-most);
}

/** Ends the last excursion that one read before; with it those that were made from there. */
export function comeBack(stack: readonly Excursion[]): { before: PlaceBefore | null; stack: readonly Excursion[] } {
  const at = stack.findLastIndex(({ before }) => before !== null);
  return { before: stack[at]?.before ?? null, stack: stack.slice(0, Math.max(0, at)) };
}

/**
 * Keeps the place in the text while passages, figures or what was searched for are looked at, whatever is looked at
 * from there, and returns to it when one reads on; until the returned function is called. Who goes to a place of the
 * text from the list to read on there stays.
 */
export function keepPlaceBefore(): () => void {
  useExcursions.setState({ stack: [] });
  const ends = [
    registerCommands([{ id: 'search.back', title: 'search.back', group: 'reading.group', keys: 'Alt+ArrowLeft', run: backFromSearch, enabled: isFromSearch }]),
    useUi.subscribe(({ view, goal, documentId }, from) => {
      if (view === from.view) return;
      const { stack } = useExcursions.getState();
      if (view === 'passages' || view === 'analysis') {
        const before = from.view === 'reading' || stack.length === 0 ? placeNow(from.documentId) : null;
        useExcursions.setState({ stack: setOut(stack, { to: view, before }) });
        if (view === 'passages') usePassages.setState({ away: null });
      } else if (view === 'reading' && usePassages.getState().away === null) {
        if (goal === null) end(documentId === from.documentId);
        else if (from.view === 'passages') useExcursions.setState({ stack: [] });
      }
    }),
  ];
  return () => {
    for (const stop of ends) stop();
  };
}

/** Goes to words that were searched for, from wherever one is; `search.back` leads back to where one read. */
export function goToFound(goal: Goal & { kind: 'text' }): void {
  const { view, documentId } = useUi.getState();
  const { stack } = useExcursions.getState();
  const isReading = view === 'reading';
  const before = (isReading ? null : comeBack(stack).before) ?? placeNow(documentId);
  usePassages.setState({ away: null });
  useUi.setState({ documentId: goal.documentId, view: 'reading', goal });
  useExcursions.setState({ stack: setOut(isReading ? stack : [], { to: 'search', before }) });
}

/** Whether one looks at words that were searched for. */
export const isFromSearch = (): boolean => useUi.getState().view === 'reading' && useUi.getState().review === null && useExcursions.getState().stack.at(-1)?.to === 'search';

/** Back to where one read before one searched. */
export function backFromSearch(): void {
  end(true);
  requestAnimationFrame(focusPage);
}

function end(toDocument: boolean): void {
  const { before, stack } = comeBack(useExcursions.getState().stack);
  useExcursions.setState({ stack });
  if (before) returnTo(before, toDocument);
}

function placeNow(documentId: DocumentId | null): PlaceBefore | null {
  if (documentId === null) return null;
  const { page } = useReading.getState();
  return { documentId, place: (page?.documentId === documentId ? placeOn(page) : null) ?? recallPlace(documentId) };
}

/** The place is found again later too, where another view or another document comes now. */
function returnTo({ documentId, place }: PlaceBefore, toDocument: boolean): void {
  if (place) rememberPlace(documentId, place);
  if (!toDocument) return;
  useUi.setState({ documentId });
  const { page } = useReading.getState();
  if (page?.documentId === documentId && place && putCursor(page, place)) void scrollToPlace(page, place);
}
