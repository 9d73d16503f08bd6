import type { SegmentRow, SegmentTurnRow } from '../../../schemas/dataset.ts';
import { intersection, touched } from '../../analyses/counting.ts';
import { speakerOf } from '../../coding/speaker-of.ts';
import { pathSeparator } from '../../coding/tree.ts';
import { countCodePoints } from '../../document/offsets.ts';
import type { TextRange } from '../../document/plain-text.ts';
import { sourceRange } from '../../document/source-map.ts';
import type { Material, PlacedCoding } from './material.ts';

/** One row a coding. */
export function segmentRow(placed: PlacedCoding, { snapshot, memo }: Material): SegmentRow {
  const { coding, speech, node, place } = placed;
  const { document, text } = speech;
  const location = place?.location ?? null;
  const turn = location?.turns[0] ?? null;
  const speaker = speakerOf(snapshot.state.speakers, turn === null ? null : (text.content.turns[turn]?.speaker ?? null));
  const start = place && text.toCodePoint(place.start);
  const end = place && text.toCodePoint(place.end);
  const source = start === null || end === null ? null : sourceRange(text.content, start, end);
  const words = place ? touched(speech.words, place) : { first: 0, after: 0 };
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
export function segmentTurnRows(placed: PlacedCoding): SegmentTurnRow[] {
  const { coding, speech, place } = placed;
  const { document, text } = speech;
  if (!place) return [];
  const row = (unit: TextRange, voice: Pick<SegmentTurnRow, 'turn' | 'voice_id' | 'voice' | 'role' | 'moderator'>): SegmentTurnRow => {
    const part = intersection(place, unit);
    const words = touched(speech.words, part);
    const offsets = { text_start: text.toCodePoint(part.start), text_end: text.toCodePoint(part.end) };
    return { coding_id: coding.id, document_id: document.id, code_id: coding.codeId, ...voice, ...offsets, word_start: words.first, word_end: words.after };
  };
  if (text.turns.length === 0) {
    return [row(place, { turn: null, voice_id: document.id, voice: document.name, role: null, moderator: false })];
  }
  const { first, after } = touched(speech.units, place);
  return speech.units.slice(first, after).map((unit) => row(unit, {
    turn: unit.turn, voice_id: unit.voice?.id ?? null, voice: unit.voice?.name ?? null, role: unit.voice?.role ?? null,
    moderator: unit.voice?.moderator ?? false,
  }));
}
