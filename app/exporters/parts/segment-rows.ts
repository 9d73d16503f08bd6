import type { CodePoint } from '../../../schemas/ids.ts';
import type { SegmentRow, SegmentTurnRow } from '../../../schemas/dataset.ts';
import { pathSeparator } from '../../coding/tree.ts';
import { countCodePoints, type Utf16 } from '../../document/offsets.ts';
import { sourceRange } from '../../document/source-map.ts';
import { countedWords } from './counted-words.ts';
import type { Material, PlacedCoding } from './material.ts';

/** One row a coding. */
export function segmentRow(placed: PlacedCoding, { snapshot, memo }: Material): SegmentRow {
  const { coding, document, text, node, place } = placed;
  const location = place?.location ?? null;
  const turn = location?.turns[0] ?? null;
  const speakerId = turn === null ? null : (text.content.turns[turn]?.speaker ?? null);
  const speaker = speakerId === null ? undefined : snapshot.state.speakers.get(speakerId);
  const start = place && text.toCodePoint(place.start);
  const end = place && text.toCodePoint(place.end);
  const source = start === null || end === null ? null : sourceRange(text.content, start, end);
  const words = place ? countedWords(text).between(place.start, place.end) : { first: 0, after: 0 };
  return {
    coding_id: coding.id, document_id: document.id, document: document.name,
    code_id: node.code.id, code: node.code.name, path: node.path.join(pathSeparator),
    speaker_id: speaker?.id ?? null, speaker: speaker?.name ?? null, role: speaker?.role ?? null, moderator: speaker?.moderator ?? null,
    turn, turn_kind: location?.turnKind ?? null, section: location?.section ?? null,
    page: location?.page ?? null, last_page: location?.lastPage ?? null,
    turns: location?.turns.length ?? 0, speakers: location?.speakers.length ?? 0,
    text_start: start, text_end: end, text_sha256: document.textSha256,
    source_start: source?.[0] ?? null, source_end: source?.[1] ?? null,
    quotation: coding.anchor.quotation,
    words: words.after - words.first, characters: countCodePoints(coding.anchor.quotation), weight: coding.weight,
    memo: memo('coding', coding.id), coder_id: coding.coderId, coder: snapshot.state.coders.get(coding.coderId)?.name ?? null,
    created_at: coding.createdAt, updated_at: coding.updatedAt,
    anchor: !place ? 'lost' : place.how === 'offset' ? 'exact' : 'moved',
  };
}

/**
 * One row for each turn that a coding touches, so that it can be counted for each of its speakers; in a document
 * without turns one row for the whole, under the document's own voice. None for the lost.
 */
export function segmentTurnRows(placed: PlacedCoding, { snapshot }: Material): SegmentTurnRow[] {
  const { coding, document, text, place } = placed;
  if (!place) return [];
  const row = (from: number, to: number, voice: Pick<SegmentTurnRow, 'turn' | 'voice_id' | 'voice' | 'role' | 'moderator'>): SegmentTurnRow => {
    const start = Math.max(place.start, from) as Utf16;
    const end = Math.min(place.end, to) as Utf16;
    const words = countedWords(text).between(start, end);
    const offsets: { text_start: CodePoint; text_end: CodePoint } = { text_start: text.toCodePoint(start), text_end: text.toCodePoint(end) };
    return { coding_id: coding.id, document_id: document.id, code_id: coding.codeId, ...voice, ...offsets, word_start: words.first, word_end: words.after };
  };
  if (text.turns.length === 0) {
    return [row(0, text.text.length, { turn: null, voice_id: document.id, voice: document.name, role: null, moderator: false })];
  }
  return place.location.turns.map((turn) => {
    const range = text.turns[turn];
    const id = text.content.turns[turn]?.speaker;
    const speaker = id ? snapshot.state.speakers.get(id) : undefined;
    return row(range?.start ?? 0, range?.end ?? 0, {
      turn, voice_id: speaker?.id ?? null, voice: speaker?.name ?? null, role: speaker?.role ?? null, moderator: speaker?.moderator ?? false,
    });
  });
}
