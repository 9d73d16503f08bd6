import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { TextRange } from '../../../app/document/plain-text.ts';
import { blocksBetween } from '../geometry.ts';
import { jumpStep, startJump, type Jump } from '../jump.ts';
import type { ReadingDocument } from '../reading-document.ts';
import { scrollToPosition } from '../scroll.ts';
import { sentencesIn } from '../sentence-ranges.ts';
import { select } from '../commands/select.ts';

interface JumpState { jump: Jump | null; decorations: DecorationSet }

export const jumpKey = new PluginKey<JumpState>('jump');

export const jumpOf = (state: EditorState): Jump | null => jumpKey.getState(state)?.jump ?? null;

/**
 * Puts letters on the sentences in sight, those from the cursor on first. Where the cursor stands low, the page moves up
 * first: one reads on from there. Resolves when the letters are drawn; there are none where no sentence is in sight.
 */
export async function beginJump(view: EditorView, reading: ReadingDocument, scroller: HTMLElement): Promise<void> {
  const { head } = view.state.selection;
  const edge = scroller.getBoundingClientRect();
  const depth = (view.coordsAtPos(head).top - edge.top) / edge.height;
  if (depth > low && depth < 1) await scrollToPosition(view, scroller, head, edge.height * high);
  if (view.isDestroyed) return;
  const inSight = sentencesInSight(view, reading, scroller);
  const cursor = reading.positions.toOffset(view.state.selection.from);
  const ahead = inSight.filter(({ start }) => start >= cursor);
  const behind = inSight.filter(({ start }) => start < cursor).toReversed();
  if (inSight.length > 0) view.dispatch(setJump(view.state.tr, startJump([...ahead, ...behind])));
}

/** A cursor below this share of the window is brought up to that one. */
const low = 0.45;
const high = 0.2;

/** Letters over the sentences, and the keys that they take; `onJump` is told what is being chosen. */
export function jumpPlugin(reading: ReadingDocument, scroller: HTMLElement, onJump: (jump: Jump | null) => void): Plugin<JumpState> {
  return new Plugin<JumpState>({
    key: jumpKey,
    state: {
      init: () => ({ jump: null, decorations: DecorationSet.empty }),
      apply(tr, value) {
        const meta = tr.getMeta(jumpKey) as { jump: Jump | null } | undefined;
        return meta ? { jump: meta.jump, decorations: drawn(reading, meta.jump) } : value;
      },
    },
    view: () => ({
      update(view, before) {
        if (jumpOf(before) !== jumpOf(view.state)) onJump(jumpOf(view.state));
      },
      destroy: () => onJump(null),
    }),
    props: {
      decorations: (state) => jumpKey.getState(state)?.decorations,
      handleDOMEvents: {
        keydown(view, event) {
          const jump = jumpOf(view.state);
          if (!jump || event.isComposing) return false;
          const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
          const endings = (first: TextRange) => sentencesInSight(view, reading, scroller).filter(({ start }) => start > first.start);
          const step = jumpStep(jump, plain || event.key === 'Shift' ? event.key : `not plain ${event.key}`, endings);
          const tr = setJump(view.state.tr, step.jump);
          view.dispatch(step.select ? select(reading, tr, step.select.start, step.select.end) : tr);
          if (step.handled) event.preventDefault();
          return step.handled;
        },
        mousedown: leave,
        blur: leave,
      },
    },
  });
}

function leave(view: EditorView): boolean {
  if (jumpOf(view.state)) view.dispatch(setJump(view.state.tr, null));
  return false;
}

const setJump = (tr: Transaction, jump: Jump | null) => tr.setMeta(jumpKey, { jump });

/** The sentences that begin in the window, in the order of the text. */
function sentencesInSight(view: EditorView, reading: ReadingDocument, scroller: HTMLElement): TextRange[] {
  const edge = scroller.getBoundingClientRect();
  const span = blocksBetween(view, reading, edge.top, edge.bottom);
  if (!span) return [];
  const blocks = Array.from({ length: span.last - span.first + 1 }, (_, at) => span.first + at);
  return blocks.flatMap((block) => sentencesIn(reading, block)).filter(({ start }) => {
    const { top, bottom } = view.coordsAtPos(reading.positions.toPosition(start), 1);
    return top >= edge.top && bottom <= edge.bottom;
  });
}

/** The letters stand at a sentence's start; once that is chosen, at the ends to which the passage may reach. */
function drawn(reading: ReadingDocument, jump: Jump | null): DecorationSet {
  if (!jump) return DecorationSet.empty;
  const labels = jump.targets.filter(({ label }) => label.startsWith(jump.typed)).map(({ label, range }) => {
    const position = reading.positions.toPosition(jump.first ? range.end : range.start);
    return Decoration.widget(position, () => labelElement(label, jump.typed, range.start), {
      side: jump.first ? 1 : -1, ignoreSelection: true, key: `jump${jump.first ? 'end' : 'start'}${label}${jump.typed}`,
    });
  });
  return DecorationSet.create(reading.doc, labels);
}

/** For the eyes only: a screen reader reads sentence by sentence. */
function labelElement(label: string, typed: string, at: Utf16): HTMLElement {
  const element = document.createElement('span');
  element.className = 'jump-label';
  element.dataset['label'] = label;
  element.dataset['sentence'] = String(at);
  element.setAttribute('aria-hidden', 'true');
  const letters = document.createElement('span');
  letters.textContent = label.slice(typed.length);
  element.append(letters);
  return element;
}
