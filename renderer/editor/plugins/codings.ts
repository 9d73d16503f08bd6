import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { flattenOverlaps, type Segment } from '../../../app/coding/overlaps.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import type { ReadingDocument } from '../reading-document.ts';

/** A coding where its text was found. */
export interface DrawnCoding { id: CodingId; codeId: CodeId; start: Utf16; end: Utf16 }
export type DrawnCodings = ReadonlyMap<CodingId, DrawnCoding>;

export interface CodingsState {
  codings: DrawnCodings;
  /** The codings that touch each block, for blocks that have any. */
  inBlock: ReadonlyMap<number, readonly DrawnCoding[]>;
  decorations: DecorationSet;
}

export const codingsKey = new PluginKey<CodingsState>('codings');

/** Draws these codings from now on. Hand over the same object for a coding that did not change: it is then not redrawn. */
export function showCodings(tr: Transaction, codings: DrawnCodings): Transaction {
  return tr.setMeta(codingsKey, codings);
}

export const codingsOf = (state: EditorState): CodingsState | undefined => codingsKey.getState(state);

/** Washes and underlines. One set of decorations, of which a change rebuilds only the blocks it touches. */
export function codingsPlugin(reading: ReadingDocument): Plugin<CodingsState> {
  return new Plugin<CodingsState>({
    key: codingsKey,
    state: {
      init: () => ({ codings: new Map(), inBlock: new Map(), decorations: DecorationSet.empty }),
      apply(tr, value) {
        const next = tr.getMeta(codingsKey) as DrawnCodings | undefined;
        return next ? withCodings(reading, value, next) : value;
      },
    },
    props: { decorations: (state) => codingsKey.getState(state)?.decorations },
  });
}

/** Underlines drawn apart; what lies deeper is told by the stripes, and by the last line being dotted. */
export const deepestDrawn = 6;

function withCodings(reading: ReadingDocument, before: CodingsState, next: DrawnCodings): CodingsState {
  const { text, doc, positions } = reading;
  const touched = new Set<number>();
  const touch = ({ start, end }: DrawnCoding) => {
    const last = text.blockAt(Math.max(start, end - 1) as Utf16);
    for (let block = text.blockAt(start); block <= last; block += 1) touched.add(block);
  };
  for (const coding of before.codings.values()) if (next.get(coding.id) !== coding) touch(coding);
  for (const coding of next.values()) if (before.codings.get(coding.id) !== coding) touch(coding);
  if (touched.size === 0) return { ...before, codings: next };

  const added = new Map<number, DrawnCoding[]>([...touched].map((block) => [block, []]));
  for (const coding of before.codings.size === 0 ? next.values() : codingsTouching(before, next, touched)) {
    const last = text.blockAt(Math.max(coding.start, coding.end - 1) as Utf16);
    for (let block = text.blockAt(coding.start); block <= last; block += 1) added.get(block)?.push(coding);
  }
  const inBlock = new Map(before.inBlock);
  const stale: Decoration[] = [];
  const fresh: Decoration[] = [];
  for (const [block, codings] of added) {
    const range = text.blocks[block];
    if (!range) continue;
    const { from, to } = positions.toRange(range);
    if (before.inBlock.has(block)) stale.push(...before.decorations.find(from, to));
    if (codings.length === 0) inBlock.delete(block);
    else inBlock.set(block, codings);
    const clipped = codings.map(({ id, start, end }) => ({ id, start: Math.max(start, range.start) as Utf16, end: Math.min(end, range.end) as Utf16 }));
    for (const segment of flattenOverlaps(clipped)) fresh.push(drawn(segment, next, positions.toRange(segment)));
  }
  return { codings: next, inBlock, decorations: before.decorations.remove(stale).add(doc, fresh) };
}

/** Only codings that stood in the touched blocks, and those that are new, can stand there now. */
function codingsTouching(before: CodingsState, next: DrawnCodings, touched: ReadonlySet<number>): Set<DrawnCoding> {
  const found = new Set<DrawnCoding>();
  for (const block of touched) {
    for (const { id } of before.inBlock.get(block) ?? []) {
      const coding = next.get(id);
      if (coding) found.add(coding);
    }
  }
  for (const coding of next.values()) if (before.codings.get(coding.id) !== coding) found.add(coding);
  return found;
}

function drawn(segment: Segment<CodingId>, codings: DrawnCodings, { from, to }: { from: number; to: number }): Decoration {
  const codes = [...new Set(segment.ids.flatMap((id) => codings.get(id)?.codeId ?? []))];
  const lines = codes.slice(0, deepestDrawn);
  return Decoration.inline(from, to, {
    class: 'coded',
    'data-depth': String(lines.length),
    ...(codes.length > lines.length ? { 'data-deeper': '' } : {}),
    'data-codings': segment.ids.join(' '),
    style: lines.map((code, line) => `--c${line + 1}:var(${codeVariable(code)})`).join(';'),
  });
}

/** The custom property that holds a theme's colour on the page, so that recolouring redraws nothing. */
export const codeVariable = (id: CodeId) => `--code-${id}`;
