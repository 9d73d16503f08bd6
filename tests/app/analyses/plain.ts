import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildProject } from '../../../app/build/build-project.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { readContent } from '../../../app/document/content-blob.ts';
import { countCodePoints } from '../../../app/document/offsets.ts';
import { sentences } from '../../../app/document/sentences.ts';
import { sharedFolder } from '../../shared.ts';
import { miniHearing } from '../../fixtures/mini-hearing.ts';
import { must, now } from '../world.ts';

/**
 * A project taken apart by plain loops over its characters, to count every figure anew: nothing in here is the code that
 * is tested. Offsets are indexes in an array of code points.
 */
export interface PlainDocument {
  id: string;
  name: string;
  text: string[];
  /** For each character: its unit (turn, or block without turns), and whether it lies in a note of the reporter. */
  unitAt: (number | null)[];
  noteAt: boolean[];
  units: PlainUnit[];
  words: PlainWord[];
  codings: PlainCoding[];
  pairs: { question: number; answer: number }[];
}

export interface PlainUnit { turn: number | null; kind: string; voice: string; name: string; role: string; organisation: string; moderator: boolean }
export interface PlainWord { from: number; to: number; unit: number; block: number; sentence: number; page: number | null; said: string }
export interface PlainCoding { id: string; code: string; coder: string; from: number; to: number; weight: number | null }

export const counted = (unit: PlainUnit | undefined, all = false): boolean => unit !== undefined && (all || (unit.voice !== '' && !unit.moderator));
export const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }): boolean => a.from < b.to && b.from < a.to;

/** Whether a stretch holds a character of a unit that counts. */
export function heard({ unitAt, units }: PlainDocument, { from, to }: { from: number; to: number }, all = false): boolean {
  for (let at = from; at < to; at += 1) if (unitAt[at] !== null && counted(units[unitAt[at] ?? -1], all)) return true;
  return false;
}

/** For each character, whether it lies under one of these. */
export function marked({ text }: PlainDocument, codings: readonly { from: number; to: number }[]): boolean[] {
  const marks = text.map(() => false);
  for (const { from, to } of codings) for (let at = from; at < to; at += 1) marks[at] = true;
  return marks;
}

/** The runs of characters under overlapping codings; those that only touch stay apart. */
export function passages(codings: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const { from, to } of codings.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = runs.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else runs.push({ from, to });
  }
  return runs;
}

export function takenApart(snapshot: ProjectSnapshot): PlainDocument[] {
  const first = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const inOrder = [...snapshot.state.documents.values()].toSorted((a, b) => first(a.importedAt, b.importedAt) || first(a.name, b.name) || first(a.id, b.id));
  return inOrder.map((document) => {
    const content = snapshot.contents.get(document.contentSha256);
    if (!content) throw new Error('no content');
    const text = [...content.blocks.map((block) => block.text).join('\n')];
    const blockAt: number[] = [];
    const starts: number[] = [];
    for (const [index, block] of content.blocks.entries()) {
      starts.push(blockAt.length);
      for (const _ of [...block.text, '\n']) blockAt.push(index);
    }
    const bare = content.turns.length === 0;
    const units = bare
      ? content.blocks.map((): PlainUnit => ({ turn: null, kind: '', voice: document.id, name: document.name, role: '', organisation: '', moderator: false }))
      : content.turns.map((turn, index): PlainUnit => {
        const speaker = turn.speaker === null ? undefined : snapshot.state.speakers.get(turn.speaker);
        return {
          turn: index, kind: turn.kind, voice: speaker?.id ?? '', name: speaker?.name ?? '', role: speaker?.role ?? '', organisation: speaker?.organisation ?? '', moderator: speaker?.moderator ?? false,
        };
      });
    // The line break behind the last block of a unit is not in it.
    const unitAt = text.map((character, at) => {
      const block = blockAt[at] ?? 0;
      if (bare) return character === '\n' ? null : block;
      return content.turns.findIndex(({ firstBlock, lastBlock }) => firstBlock <= block && block <= lastBlock && !(block === lastBlock && character === '\n'));
    }).map((unit) => (unit === -1 ? null : unit));
    const noteAt = text.map(() => false);
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] !== '[' || noteAt[at] === true || unitAt[at] === null) continue;
      let depth = 0;
      for (let end = at; end < text.length && unitAt[end] === unitAt[at]; end += 1) {
        depth += text[end] === '[' ? 1 : text[end] === ']' ? -1 : 0;
        if (depth > 0) continue;
        noteAt.fill(true, at, end + 1);
        break;
      }
    }
    const pageAt = (at: number) => {
      const before = content.pages.filter((page) => (starts[page.at.block] ?? 0) + page.at.offset <= at).at(-1);
      return before?.page ?? content.blocks[blockAt[at] ?? 0]?.page ?? null;
    };
    const sentenceAt = new Map<number, number>();
    let sentence = 0;
    for (const [index, block] of content.blocks.entries()) {
      for (const { start, end } of sentences(block.text)) {
        const from = (starts[index] ?? 0) + countCodePoints(block.text.slice(0, start));
        for (let at = from; at < from + countCodePoints(block.text.slice(start, end)); at += 1) sentenceAt.set(at, sentence);
        sentence += 1;
      }
    }
    const words: PlainWord[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const unit = unitAt[at] ?? null;
      if (unit === null || noteAt[at] === true || /\s/u.test(text[at] ?? ' ')) continue;
      const last = words.at(-1);
      if (last && last.to === at && last.unit === unit) {
        last.to += 1;
        last.said += text[at] ?? '';
      } else words.push({ from: at, to: at + 1, unit, block: blockAt[at] ?? 0, sentence: sentenceAt.get(at) ?? -1, page: pageAt(at), said: text[at] ?? '' });
    }
    const codings = [...snapshot.state.codings.values()].filter(({ documentId, anchor }) => documentId === document.id && placeOf(text, anchor) !== null)
      .map(({ id, codeId, coderId, weight, anchor }): PlainCoding => ({ id, code: codeId, coder: coderId, weight, from: placeOf(text, anchor) ?? 0, to: (placeOf(text, anchor) ?? 0) + [...anchor.quotation].length }));
    return { id: document.id, name: document.name, text, unitAt, noteAt, units, words, codings, pairs: content.pairs };
  });
}

/** Where a quotation stands: at its offset, or at the one place where it is; null where it is not. */
function placeOf(text: readonly string[], { start, quotation }: { start: number; quotation: string }): number | null {
  const wanted = [...quotation];
  const isAt = (at: number) => wanted.every((character, index) => text[at + index] === character);
  if (isAt(start)) return start;
  const places = text.flatMap((_, at) => (isAt(at) ? [at] : []));
  return places.length === 1 ? places[0] ?? null : null;
}

/** The projects on which every figure is counted twice. `null`: the real documents are not here. */
export const projects: readonly { name: string; load: (() => Promise<ProjectSnapshot>) | null }[] = [
  { name: 'a small project with everything that is difficult', load: async () => miniHearing() },
  { name: 'the sample', load: async () => built(path.resolve('renderer/sample/hoorzitting-evenwichtsklachten.txt'), path.resolve('renderer/sample/codings.json')) },
  { name: 'the hearing (needs the real documents)', load: sharedFolder() === null ? null : async () => real() },
];

const real = async () => built(path.join(sharedFolder() ?? '', 'corpus/hearing-fibromyalgia-2022.txt'), path.join(sharedFolder() ?? '', 'gold/hearing-fibromyalgia-2022.codings.json'));

async function built(document: string, codings: string): Promise<ProjectSnapshot> {
  const { state, blobs, projectId } = must(await buildProject({
    documents: [{ fileName: path.basename(document), bytes: new Uint8Array(readFileSync(document)) }], codebook: null, codings: new Uint8Array(readFileSync(codings)), coder: 'Proef', now,
  }));
  return { projectId, state, contents: new Map([...state.documents.values()].map(({ contentSha256 }) => [contentSha256, must(readContent(blobs.get(contentSha256) ?? new Uint8Array()))])) };
}
