import type { CodePoint, DocumentId, Sha256, SpeakerId } from '../../schemas/ids.ts';
import type { Block, Content, TurnKind } from '../../schemas/records/content.ts';
import type { Document } from '../../schemas/records/document.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import type { Reading } from '../../app/importers/importer.ts';
import { sha256 } from '../../app/support/hash.ts';

/** Invented records for the tests of the screens. */
export const emptyContent: Content = {
  version: 1, blocks: [], turns: [], sections: [], pages: [], pairs: [], footnotes: [], attendees: [], changes: [], warnings: [],
};

/** A paragraph that stands in the source as these runs: `[at, source, length]`. */
export function paragraph(text: string, runs: [number, number, number][] = [], turn: number | null = null): Block {
  const last = runs.at(-1);
  const first = runs[0];
  return {
    kind: 'paragraph', level: null, text, turn, page: null,
    source: first && last ? [first[1] as CodePoint, (last[1] + last[2]) as CodePoint] : null,
    sourceMap: runs.map(([at, source, length]) => [at as CodePoint, source as CodePoint, length]),
  };
}

export function speaker(id: number, name: string, more: Partial<Speaker> = {}): Speaker {
  return { id: guid(id) as SpeakerId, name, role: null, organisation: null, aliases: [], moderator: false, ...more };
}

/** A content of turns of one paragraph each, without places in a source. */
export function spoken(turns: readonly { by: Speaker | null; text: string; kind?: TurnKind; page?: number }[]): Content {
  return {
    ...emptyContent,
    blocks: turns.map(({ text, page }, turn) => ({ ...paragraph(text, [], turn), page: page ?? null })),
    turns: turns.map(({ by, kind, page }, at) => ({
      kind: kind ?? 'presentation', speaker: by?.id ?? null, label: by?.name ?? null, firstBlock: at, lastBlock: at, section: null, page: page ?? null,
    })),
  };
}

export function document(id: number, name: string, more: Partial<Document> = {}): Document {
  const hash = sha256(name) as Sha256;
  return {
    id: guid(id) as DocumentId, name, kind: 'hearing', format: 'txt', fileName: `${name}.txt`, sourceSha256: hash, contentSha256: hash,
    textSha256: hash, characters: 0 as CodePoint, title: name, date: '2025-03-14', place: 'Zwolle', reference: null, language: 'nl',
    importedAt: `2026-01-0${id}T09:00:00.000Z`, ...more,
  };
}

export function reading(more: Partial<Reading> = {}): Reading {
  return {
    document: document(1, 'Hoorzitting Slecht slapen'), content: emptyContent,
    speakers: [speaker(11, 'Mw. Veenstra'), speaker(12, 'Voorzitter', { moderator: true })], source: null, ...more,
  };
}

/** The same number gives the same id. */
export const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
