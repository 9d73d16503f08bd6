import { speakerOf } from '../../app/coding/speaker-of.ts';
import type { SpeakerId } from '../../schemas/ids.ts';
import type { TurnKind } from '../../schemas/records/content.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import type { ReadingDocument } from './reading-document.ts';

/** What the margin says of a turn: who, what they are, what kind of turn, and the page on which it begins anew. */
export interface TurnLabel { sheet: number; name: string; details: string[] }

/** A page that begins at this editor position. */
export interface PageLabel { position: number; words: string }

export interface MarginLabels { turns: TurnLabel[]; pages: PageLabel[] }

/** Words of the interface's language, given from outside. */
export interface MarginWords {
  kind(kind: TurnKind): string;
  page(page: number): string;
  unknown: string;
}

/**
 * The labels of a document's margin. A page that begins in a turn's first lines is told under the speaker's name,
 * where a mark of its own would stand in the same place.
 */
export function marginLabels(reading: ReadingDocument, speakers: ReadonlyMap<SpeakerId, Speaker>, words: MarginWords): MarginLabels {
  const { content } = reading.text;
  const turns: TurnLabel[] = [];
  for (const [sheet, { turn: index, continues }] of reading.sheets.entries()) {
    const turn = index === null || continues ? undefined : content.turns[index];
    if (!turn) continue;
    const speaker = speakerOf(speakers, turn.speaker);
    const isDialogue = turn.kind === 'question' || turn.kind === 'answer';
    const what = isDialogue ? null : (speaker?.organisation ?? speaker?.role);
    turns.push({ sheet, name: speaker?.name ?? turn.label ?? words.unknown, details: [...(what ? [what] : []), words.kind(turn.kind)] });
  }
  return { turns, pages: pageLabels(reading, turns, words) };
}

function pageLabels(reading: ReadingDocument, turns: readonly TurnLabel[], words: MarginWords): PageLabel[] {
  const { text, positions, sheets, silent } = reading;
  const bySheet = new Map(turns.map((label) => [label.sheet, label]));
  const pages: PageLabel[] = [];
  for (const { page, at } of text.content.pages) {
    const offset = text.at(at);
    const sheet = positions.sheetOf(text.blockAt(offset));
    const label = bySheet.get(sheet);
    const first = sheets[sheet]?.firstBlock ?? 0;
    const begins = text.blocks[silent.has(first) ? first + 1 : first]?.start ?? 0;
    if (label && offset - begins < reachOf(label)) {
      const kind = label.details.pop() ?? '';
      label.details.push(`${kind} · ${words.page(page)}`);
    } else {
      pages.push({ position: positions.toPosition(offset), words: words.page(page) });
    }
  }
  return pages;
}

/** About how many characters of text stand beside a label: its lines, in lines of text of some sixty characters. */
function reachOf({ name, details }: TurnLabel): number {
  const lines = [name, ...details].reduce((sum, words) => sum + Math.ceil(words.length / 18), 0);
  return lines * 36 + 24;
}
