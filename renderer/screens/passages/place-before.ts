import type { DocumentId } from '../../../schemas/ids.ts';
import { recallPlace, rememberPlace, type ReadingPlace } from '../reading/place-memory.ts';
import { placeOn, putCursor, scrollToPlace } from '../reading/page-place.ts';
import { useReading } from '../reading/reading-state.ts';
import { useUi } from '../ui-state.ts';
import { usePassages } from './passages-state.ts';

/** Where somebody read when the list of passages came. */
interface PlaceBefore { documentId: DocumentId; place: ReadingPlace | null }

/**
 * Keeps the place in the text while the list of passages is open, whatever is looked at from there, and returns to it
 * when the list is closed; until the returned function is called. Who goes to a place of the text from there stays.
 */
export function keepPlaceBefore(): () => void {
  let before: PlaceBefore | null = null;
  return useUi.subscribe(({ view, goal, documentId }, from) => {
    if (view === from.view) return;
    const { away } = usePassages.getState();
    if (view === 'passages') {
      // Back from a passage in its text, where the list has no room beside it: still the same excursion.
      if (away === null || !before) before = placeNow(from.documentId);
      usePassages.setState({ away: null });
    } else if (from.view === 'passages' && away === null) {
      const place = before;
      before = null;
      if (place && goal === null) returnTo(place, documentId === from.documentId);
    }
  });
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
