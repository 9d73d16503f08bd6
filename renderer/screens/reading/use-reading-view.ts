import { useEffect, type RefObject } from 'react';
import type { DocumentId } from '../../../schemas/ids.ts';
import type { ReadingDocument } from '../../editor/reading-document.ts';
import type { EditorView } from 'prosemirror-view';
import { wholeSentences, wholeWords } from '../../editor/commands/select.ts';
import { createReadingView, selectText } from '../../editor/reading-view.ts';
import { selectedRange } from '../../editor/selected-range.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { runCommand } from '../palette/commands.ts';
import { usePreferences } from '../settings/preferences.ts';
import { useUi } from '../ui-state.ts';
import { codingAtHand, letGoAway } from './coding-actions.ts';
import { passageToCopy, writeCitation } from './passage-copy.ts';
import { useReading, type Page } from './reading-state.ts';
import { keepShape, leaveShape, reshape } from './shape-actions.ts';
import { openTagging, passageToTag, tagAt } from './tagging.ts';

interface Places {
  documentId: DocumentId;
  /** What the page is called, read aloud. */
  name: string;
  reading: ReadingDocument;
  scroller: RefObject<HTMLDivElement | null>;
  /** Where the text comes. */
  place: RefObject<HTMLDivElement | null>;
}

/** Puts the editor's view into the page and tells the screen what happens in it; null until it is there. */
export function useReadingView({ documentId, name, reading, scroller, place }: Places): Page | null {
  const shown = useReading((state) => state.page);
  const page = shown?.reading === reading ? shown : null;
  useEffect(() => {
    if (!scroller.current || !place.current) return undefined;
    const view: EditorView = createReadingView(place.current, {
      reading, scroller: scroller.current,
      onSelection(state, { byPointer }) {
        const { head, from, to } = state.selection;
        useReading.setState({ cursor: reading.positions.toOffset(head), selection: selectedRange(reading, state), byPointer });
        letGoAway({ documentId, reading }, { start: reading.positions.toOffset(from), end: reading.positions.toOffset(to) });
      },
      onDrawn: () => {
        snapDrawn(view, reading);
        useReading.setState(({ selection }) => ({ byPointer: selection !== null }));
      },
      onClick: clicked,
      onHover: (hoveredCodingId) => useUi.setState({ hoveredCodingId }),
      onCopy(data) {
        const cited = passageToCopy();
        if (cited) writeCitation(data, cited);
        return cited !== null;
      },
      onDragStart: () => {
        const { selection } = useReading.getState();
        return selection && reading.text.text.slice(selection.start, selection.end);
      },
      onDropTheme: (code, position) => void tagAt(code, reading.positions.toOffset(position)),
      canReshape: () => useWorkbench.getState().project?.readOnly === null,
      onReshape: (id, range) => void reshape(id, range),
      onJump: (jump) => useReading.setState({ jumping: jump && (jump.first ? 'end' : 'start') }),
      tag(state, dispatch) {
        if (keepShape(state, dispatch)) return true;
        if (!passageToTag()) return false;
        if (dispatch) openTagging();
        return true;
      },
      leave: leaveShape,
      letGo(_state, dispatch) {
        // Beside the list of passages, to the passage that one came from.
        if (useUi.getState().view === 'passages') return dispatch ? runCommand('passages.back') : true;
        if (useUi.getState().focusedCodingId === null) return false;
        if (dispatch) useUi.setState({ focusedCodingId: null });
        return true;
      },
    });
    const made: Page = { documentId, reading, view, scroller: scroller.current };
    useReading.setState({ page: made, cursor: null, selection: null, byPointer: false });
    // A coding of another document is out of reach now; beside the list of passages it is the list that chooses.
    if (useUi.getState().view === 'reading' && codingAtHand(documentId) === null) useUi.setState({ focusedCodingId: null });
    return () => {
      view.destroy();
      useUi.setState({ hoveredCodingId: null });
      if (useReading.getState().page === made) useReading.setState({ page: null, selection: null });
    };
  }, [reading, documentId, scroller, place]);
  useEffect(() => {
    page?.view.dom.setAttribute('aria-label', name);
  }, [page, name]);
  return page;
}

/** What was drawn with the mouse, made whole words or sentences, as the reader likes it. */
function snapDrawn(view: EditorView, reading: ReadingDocument): void {
  const { snap } = usePreferences.getState();
  const range = selectedRange(reading, view.state);
  if (snap === 'off' || !range) return;
  const whole = snap === 'word' ? wholeWords(reading.text.text, range) : wholeSentences(reading, range);
  if (whole.start !== range.start || whole.end !== range.end) selectText(view, reading, whole);
}

/** Chooses what was clicked; where several lie over each other, each click the next one outwards. */
function clicked(codings: Parameters<Parameters<typeof createReadingView>[1]['onClick']>[0]): void {
  if (useReading.getState().selection) return;
  const { focusedCodingId } = useUi.getState();
  const at = focusedCodingId === null ? -1 : codings.indexOf(focusedCodingId);
  useUi.setState({ focusedCodingId: codings[(at + 1) % codings.length] ?? null });
}
