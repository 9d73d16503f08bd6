import type { Coding } from '../../../schemas/records/coding.ts';
import type { MemoTarget } from '../../../schemas/records/memo.ts';
import { speechOf, type Speech } from '../../analyses/speech.ts';
import { resolve, type Resolved } from '../../anchoring/resolve.ts';
import { codeTree, flattenTree, type CodeNode } from '../../coding/tree.ts';
import type { ProjectSnapshot } from '../../coding/state.ts';
import { locate, type Location } from '../../document/locate.ts';

/** A snapshot put in the order in which exports tell it, with every coding proven against its text. */
export interface Material {
  snapshot: ProjectSnapshot;
  /** Each document with its text and its counted words; the oldest import first, as in the analyses. */
  documents: readonly Speech[];
  /** In codebook order, themes below directly after the theme above. */
  codes: readonly CodeNode[];
  /** By document, place in it and codebook order; the lost ones after the others of their document. */
  codings: readonly PlacedCoding[];
  /** The memos on a thing as one text; null where there are none. */
  memo(kind: MemoTarget['kind'], id: string | null): string | null;
}

export interface PlacedCoding {
  coding: Coding;
  speech: Speech;
  node: CodeNode;
  /** Where its quotation stands now; null for an orphan. */
  place: (Resolved & { location: Location }) | null;
}

/** @throws Error for a coding whose document or theme is not there: the store never lets that be. */
export function gather(snapshot: ProjectSnapshot): Material {
  const { state } = snapshot;
  const documents = speechOf(snapshot);
  const codes = flattenTree(codeTree(state));
  const documentOrder = new Map(documents.map((speech, at) => [speech.document.id, { speech, at }]));
  const codeOrder = new Map(codes.map((node, at) => [node.code.id, { node, at }]));
  const codings = [...state.codings.values()].map((coding) => {
    const document = documentOrder.get(coding.documentId);
    const code = codeOrder.get(coding.codeId);
    if (!document || !code) throw new Error(`coding ${coding.id} belongs to a document or theme that is not there`);
    return { document, code, placed: put(snapshot, coding, document.speech, code.node) };
  });
  codings.sort((a, b) => a.document.at - b.document.at
    || (a.placed.place?.start ?? Infinity) - (b.placed.place?.start ?? Infinity) || (a.placed.place?.end ?? 0) - (b.placed.place?.end ?? 0)
    || a.code.at - b.code.at || compare(a.placed.coding.id, b.placed.coding.id));
  return { snapshot, documents, codes, codings: codings.map(({ placed }) => placed), memo: memoReader(snapshot) };
}

function put(snapshot: ProjectSnapshot, coding: Coding, speech: Speech, node: CodeNode): PlacedCoding {
  const found = resolve(speech.text, coding.anchor);
  const place = found && { ...found, location: locate(snapshot, speech.text, found.start, found.end) };
  return { coding, speech, node, place };
}

function memoReader({ state }: ProjectSnapshot): Material['memo'] {
  const byTarget = new Map<string, { coder: string; text: string }[]>();
  const memos = [...state.memos.values()].toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
  for (const memo of memos) {
    const key = keyOf(memo.target.kind, 'id' in memo.target ? memo.target.id : null);
    const list = byTarget.get(key) ?? [];
    list.push({ coder: state.coders.get(memo.coderId)?.name ?? memo.coderId, text: memo.text });
    byTarget.set(key, list);
  }
  return (kind, id) => {
    const found = byTarget.get(keyOf(kind, id)) ?? [];
    if (found.length <= 1) return found[0]?.text ?? null;
    return found.map(({ coder, text }) => `${coder}: ${text}`).join('\n\n');
  };
}

const keyOf = (kind: MemoTarget['kind'], id: string | null) => `${kind}/${id ?? ''}`;

/** The same order on every machine, so no collation. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
