import type { CodeRow, CoderRow, DocumentRow, PairRow, SegmentRow, SegmentTurnRow, SpeakerRow, TurnRow } from '../../../schemas/dataset.ts';
import { touched } from '../../analyses/counting.ts';
import type { Speech } from '../../analyses/speech.ts';
import { speakerOf } from '../../coding/speaker-of.ts';
import { pathSeparator } from '../../coding/tree.ts';
import { locate } from '../../document/locate.ts';
import { sourceRange } from '../../document/source-map.ts';
import { groupBy } from '../../support/group-by.ts';
import { fileNames } from './file-names.ts';
import { compare, type Material } from './material.ts';
import { segmentRow, segmentTurnRows } from './segment-rows.ts';

/** Every table of the dataset; the rows of schemas/dataset.ts in the order of the material. */
export interface DatasetTables {
  segments: SegmentRow[];
  segmentTurns: SegmentTurnRow[];
  turns: TurnRow[];
  pairs: PairRow[];
  documents: (DocumentRow & { text: string })[];
  codebook: CodeRow[];
  speakers: SpeakerRow[];
  coders: CoderRow[];
}

export function datasetTables(material: Material): DatasetTables {
  const { snapshot: { state }, documents, codes, codings, memo } = material;
  const files = fileNames(documents.map(({ document }) => document.name), 'txt');
  const turns = documents.flatMap((speech) => turnRows(speech, material));
  const byDocument = groupBy(codings, ({ coding }) => coding.documentId);
  const byCode = groupBy(codings, ({ coding }) => coding.codeId);
  return {
    segments: codings.map((placed) => segmentRow(placed, material)),
    segmentTurns: codings.flatMap((placed) => segmentTurnRows(placed)),
    turns,
    pairs: documents.flatMap(({ document, text }) => text.content.pairs.map(({ number, question, answer }): PairRow =>
      ({ document_id: document.id, number, question_turn: question, answer_turn: answer }))),
    documents: documents.map(({ document, text, words }, at) => ({
      document_id: document.id, document: document.name, file: `documents/${files[at] ?? ''}`, file_name: document.fileName,
      kind: document.kind, format: document.format, title: document.title, date: document.date, place: document.place,
      reference: document.reference, language: document.language, text_sha256: document.textSha256, source_sha256: document.sourceSha256,
      characters: text.codePoints, words: words.length, turns: text.turns.length, pages: text.content.pages.length,
      codings: byDocument.get(document.id)?.length ?? 0, imported_at: document.importedAt, memo: memo('document', document.id), text: text.text,
    })),
    codebook: codes.map(({ code, depth, path }, position): CodeRow => ({
      code_id: code.id, parent_id: code.parentId, code: code.name, path: path.join(pathSeparator), depth, position,
      definition: code.definition, color: code.color, key: code.key, codings: byCode.get(code.id)?.length ?? 0,
      created_at: code.createdAt, memo: memo('code', code.id),
    })),
    speakers: speakerRows(material, turns),
    coders: [...state.coders.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
      .map((coder): CoderRow => ({ coder_id: coder.id, coder: coder.name, initials: coder.initials })),
  };
}

function turnRows({ document, text, words: spoken }: Speech, { snapshot }: Material): TurnRow[] {
  return text.content.turns.flatMap((turn, index): TurnRow[] => {
    const range = text.turns[index];
    if (!range) return [];
    const { page, lastPage, section } = locate(snapshot, text, range.start, range.end);
    const speaker = speakerOf(snapshot.state.speakers, turn.speaker);
    const start = text.toCodePoint(range.start);
    const end = text.toCodePoint(range.end);
    const source = sourceRange(text.content, start, end);
    const words = touched(spoken, range);
    return [{
      document_id: document.id, document: document.name, turn: index, kind: turn.kind,
      speaker_id: speaker?.id ?? null, speaker: speaker?.name ?? null, role: speaker?.role ?? null, moderator: speaker?.moderator ?? null,
      label: turn.label, section, page, last_page: lastPage, text_start: start, text_end: end,
      source_start: source?.[0] ?? null, source_end: source?.[1] ?? null,
      word_start: words.first, word_end: words.after, words: words.after - words.first, text: text.text.slice(range.start, range.end),
    }];
  });
}

function speakerRows({ snapshot: { state }, memo }: Material, turns: readonly TurnRow[]): SpeakerRow[] {
  const bySpeaker = groupBy(turns, (turn) => turn.speaker_id);
  return [...state.speakers.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id)).map((speaker): SpeakerRow => {
    const own = bySpeaker.get(speaker.id) ?? [];
    return {
      speaker_id: speaker.id, speaker: speaker.name, role: speaker.role, organisation: speaker.organisation, aliases: speaker.aliases,
      moderator: speaker.moderator, documents: new Set(own.map((turn) => turn.document_id)).size, turns: own.length,
      words: own.reduce((sum, turn) => sum + turn.words, 0), memo: memo('speaker', speaker.id),
    };
  });
}
