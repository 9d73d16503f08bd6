import type { RawDocument, ReadComment } from '../importers/importer.ts';
import type { Content } from '../../schemas/records/content.ts';
import type { DocumentKind } from '../../schemas/records/document.ts';
import { liftConvertedMarks } from './converted-marks.ts';
import { nameId } from '../support/hash.ts';
import type { DocumentId, SpeakerId } from '../../schemas/ids.ts';
import type { Speaker } from '../../schemas/records/speaker.ts';
import { findComments } from './comments.ts';
import { detectLanguage } from './language.ts';
import { liftNotesInText } from './notes-in-text.ts';
import { readPages } from './pages.ts';
import { plain } from './plain.ts';
import { inSourceOrder } from './quote.ts';
import type { Heading, Pause, Recogniser } from './recogniser.ts';
import { recognisers } from './registry.ts';

/** A document understood: everything of its record that comes from the text. */
export interface Understood extends Heading {
  kind: DocumentKind;
  language: string | null;
  content: Content;
  speakers: Speaker[];
  comments: ReadComment[];
}

/**
 * Pages first, and notes out of the text, then the recogniser that is surest, or the one asked for by `as`. `pause` is awaited between the steps.
 */
export async function understand(
  raw: RawDocument, documentId: DocumentId, as: DocumentKind | null, pause: Pause,
): Promise<Understood> {
  const text = liftNotesInText(liftConvertedMarks(readPages(raw)));
  await pause(0.4);
  const recogniser = recognisers.find(({ kind }) => kind === as) ?? surest(recognisers.map((one) => ({ one, score: one.score(text) })));
  await pause(0.6);
  const found = await recogniser.recognise(text, (done) => pause(0.6 + 0.3 * done));
  await pause(0.9);
  const speakerId = (key: string) => nameId<SpeakerId>('speaker', documentId, key);
  const content: Content = {
    version: 1,
    ...found.content,
    turns: found.content.turns.map((turn) => ({ ...turn, speaker: turn.speaker === null ? null : speakerId(turn.speaker) })),
    changes: inSourceOrder([...raw.changes, ...text.changes, ...found.content.changes]),
    warnings: inSourceOrder([...raw.warnings, ...text.warnings, ...found.content.warnings]),
  };
  return {
    ...found.heading,
    kind: recogniser.kind,
    language: detectLanguage(text.lines),
    comments: findComments(raw, content),
    content,
    speakers: found.speakers.map(({ key, ...speaker }) => ({ id: speakerId(key), ...speaker })),
  };
}

function surest(scores: readonly { one: Recogniser; score: number }[]): Recogniser {
  return scores.toSorted((a, b) => b.score - a.score)[0]?.one ?? plain;
}
