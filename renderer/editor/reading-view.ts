import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { CodeId, CodingId } from '../../schemas/ids.ts';
import type { TextRange } from '../../app/document/plain-text.ts';
import { holdSelection } from './commands/move.ts';
import { shownFrom } from './commands/select.ts';
import { bookmarksPlugin } from './plugins/bookmarks.ts';
import { caretPlugin } from './plugins/caret.ts';
import { codingsPlugin } from './plugins/codings.ts';
import { grownPlugin } from './plugins/grown.ts';
import { handlesPlugin } from './plugins/handles.ts';
import { jumpPlugin } from './plugins/jump.ts';
import type { Jump } from './jump.ts';
import { keyboardPlugin } from './plugins/keyboard.ts';
import { lightingPlugin } from './plugins/lighting.ts';
import { marginsPlugin } from './plugins/margins.ts';
import { flashKey, heldSelectionKey, mark, markedRangePlugin } from './plugins/marked-range.ts';
import { notesPlugin } from './plugins/notes.ts';
import { adoptDrawn, isDrawing, pointerPlugin, type PointerState } from './plugins/pointer.ts';
import { readingCursorPlugin } from './plugins/reading-cursor.ts';
import { topPlace } from './geometry.ts';
import { rangeOf } from './positions.ts';
import type { ReadingDocument } from './reading-document.ts';
import { isInSight, reveal } from './scroll.ts';

export interface ReadingViewOptions {
  reading: ReadingDocument;
  scroller: HTMLElement;
  /** After every change of what is selected. */
  onSelection(state: EditorState, how: { byPointer: boolean }): void;
  /** The mouse has drawn what is selected now. */
  onDrawn(): void;
  /** The codings under a click, innermost first; empty beside them. */
  onClick(codings: CodingId[]): void;
  /** The innermost coding under the pointer. */
  onHover(coding: CodingId | null): void;
  onCopy(data: DataTransfer): boolean;
  /** The words that are dragged off the page; null where nothing is selected. */
  onDragStart(): string | null;
  /** A theme was let go over the page, at an editor position. */
  onDropTheme(code: CodeId, position: number): void;
  /** Whether borders can be moved now. */
  canReshape(): boolean;
  /** The borders of a coding were dragged. */
  onReshape(id: CodingId, range: TextRange): void;
  /** Letters are on the sentences, or are gone. */
  onJump(jump: Jump | null): void;
  /** Enter on the page. */
  tag: Command;
  /** Escape, before anything else: leaves what is being done with the selection. */
  leave: Command;
  /** Escape where nothing is selected. */
  letGo: Command;
}

/** The page of testimony: a document that can be read, pointed at and selected, and not changed. */
export function createReadingView(place: HTMLElement, options: ReadingViewOptions): EditorView {
  const { reading, scroller, onSelection } = options;
  const pointer: PointerState = { pressed: false, releasedAt: -Infinity };
  const view: EditorView = new EditorView({ mount: place }, {
    state: EditorState.create({
      doc: reading.doc,
      selection: TextSelection.atStart(reading.doc),
      plugins: [
        codingsPlugin(reading), lightingPlugin(reading), readingCursorPlugin(reading), marginsPlugin(reading), notesPlugin(reading, scroller), bookmarksPlugin(reading),
        markedRangePlugin(reading, heldSelectionKey, 'held'), markedRangePlugin(reading, flashKey, 'flash'), caretPlugin(), grownPlugin(),
        handlesPlugin(reading, scroller, options.canReshape, options.onReshape), jumpPlugin(reading, scroller, options.onJump),
        keyboardPlugin({ ...options, reveal: (shown) => reveal(shown, scroller), fetchCursor: (shown) => fetchCursor(shown, reading, scroller) }),
        pointerPlugin({ ...options, pointer }),
      ],
    }),
    editable: () => false,
    attributes: { class: 'page-text', role: 'document', tabindex: '0' },
    handleScrollToSelection: (shown) => {
      reveal(shown, scroller);
      return true;
    },
    dispatchTransaction(asked: Transaction) {
      const tr = isDrawing(pointer) ? adoptDrawn(view, asked) : asked;
      view.updateState(view.state.apply(tr));
      if (tr.getMeta(shownFrom) === true) reveal(view, scroller, view.state.selection.from);
      if (!tr.selectionSet) return;
      // What the browser selected it holds already; setting it again would disturb a selection that is being drawn.
      const isOwn = tr.getMeta('own') === true || tr.scrolledIntoView;
      if (isOwn && view.hasFocus()) holdSelection(view);
      // The browser may tell of what the mouse selected only after the button was let go.
      onSelection(view.state, { byPointer: !isOwn && !pointer.pressed && isDrawing(pointer) });
    },
  });
  return view;
}

/** Selects a stretch of text; an empty one sets the cursor. */
export function selectText(view: EditorView, { positions }: ReadingDocument, { start, end }: TextRange): void {
  const selection = TextSelection.create(view.state.doc, positions.toPosition(start), positions.toPosition(end));
  view.dispatch(view.state.tr.setSelection(selection).setMeta('own', true));
  if (!view.hasFocus()) holdMark(view);
}

/** After scrolling on, reading goes on where the eyes are: at the first block that begins in sight. */
function fetchCursor(view: EditorView, reading: ReadingDocument, scroller: HTMLElement): void {
  const { selection } = view.state;
  if (!selection.empty || isInSight(view, scroller, selection.head)) return;
  const top = topPlace(view, reading, scroller);
  if (!top) return;
  const block = reading.text.blockAt(top.offset);
  const next = reading.text.blocks[block + 1];
  const start = top.below < 0 && next && isInSight(view, scroller, reading.positions.toPosition(next.start)) ? next.start : top.offset;
  selectText(view, reading, { start, end: start });
}

/** Draws the selection by ourselves where the browser does not, or stops drawing it. */
export function holdMark(view: EditorView): void {
  const { selection } = view.state;
  const range = selection.empty || view.hasFocus() ? null : rangeOf(selection);
  const held = heldSelectionKey.getState(view.state)?.range;
  if (held?.from === range?.from && held?.to === range?.to) return;
  view.dispatch(mark(view.state.tr, heldSelectionKey, range));
}
