import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import { countCodePoints } from '../../../app/document/offsets.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { joinParagraphs, setBlockKind } from '../../../app/review/blocks.ts';
import { redoChanges, undoChanges } from '../../../app/review/import-changes.ts';
import { speaksHere } from '../../../app/review/labels.ts';
import { mergeSpeakers, splitSpeaker } from '../../../app/review/speakers.ts';
import { dissolveTurn, joinTurns, makeTurn, removeFalseSpeaker, setTurn, splitParagraph, splitTurn } from '../../../app/review/turns.ts';
import type { CodePoint, SpeakerId } from '../../../schemas/ids.ts';
import { blockKindSchema, contentSchema, turnKindSchema, type Place } from '../../../schemas/records/content.ts';
import { guid } from '../../renderer/invented.ts';
import { hearing, letters, lettersIn, minutes, read } from './readings.ts';

/** An edit as numbers that are taken as far as the reading goes, so that every edit can be tried on every reading. */
interface Tried { kind: number; a: number; b: number; c: number }
const tried = fc.record({ kind: fc.nat(), a: fc.nat(), b: fc.nat(), c: fc.nat() });

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const placeIn = ({ content }: Reading, a: number, b: number): Place => {
  const block = a % content.blocks.length;
  return { block, offset: (b % (countCodePoints(content.blocks[block]?.text ?? '') + 1)) as CodePoint };
};

/** `next` numbers new speakers. Kinds of blocks that leave their place in the text are asked for by `moving` only. */
function apply(reading: Reading, { kind, a, b, c }: Tried, next: number, moving: boolean): Reading {
  const { content, speakers } = reading;
  const turn = a % Math.max(1, content.turns.length);
  const speaker = pick(speakers, b)?.id ?? null;
  const newId = guid(1000 + next) as SpeakerId;
  const kinds = blockKindSchema.options.filter((one) => moving || one !== 'footnote');
  const edits: (() => Reading)[] = [
    () => undoChanges(reading, [a % Math.max(1, content.changes.length), b % Math.max(1, content.changes.length)]),
    () => redoChanges(reading, [a % Math.max(1, content.changes.length), b % Math.max(1, content.changes.length)]),
    () => splitTurn(reading, placeIn(reading, a, b)),
    () => splitParagraph(reading, placeIn(reading, a, b)),
    () => joinTurns(reading, turn),
    () => joinParagraphs(reading, a % content.blocks.length),
    () => setTurn(reading, turn, { kind: pick(turnKindSchema.options, c) ?? 'remark' }),
    () => setTurn(reading, turn, { speaker }),
    () => setBlockKind(reading, a % content.blocks.length, pick(kinds, b) ?? 'paragraph', (c % 3) + 1),
    () => makeTurn(reading, a % content.blocks.length, { speaker, kind: pick(turnKindSchema.options, c) ?? 'remark' }),
    () => dissolveTurn(reading, turn),
    () => speaksHere(reading, placeIn(reading, a, c % 2 === 0 ? 0 : b), newId),
    () => (speaker ? mergeSpeakers(reading, speaker, [pick(speakers, c)?.id ?? speaker]) : reading),
    () => (speaker ? splitSpeaker(reading, speaker, [turn, c], { id: newId, name: `Iemand ${next}` }) : reading),
    () => (speaker ? removeFalseSpeaker(reading, speaker) : reading),
  ];
  return edits[kind % edits.length]?.() ?? reading;
}

const readings: Reading[] = [];
beforeAll(async () => {
  for (const text of [hearing, ...minutes]) readings.push(await read(text));
});

describe('any sequence of edits', () => {
  it('keeps every rule of contents, and speakers and turns that belong together', () => {
    fc.assert(fc.property(fc.nat(), fc.array(tried, { maxLength: 24 }), (which, edits) => {
      let reading = pick(readings, which);
      if (!reading) throw new Error('no reading');
      edits.forEach((one, at) => {
        reading = reading && apply(reading, one, at, true);
      });
      const { content, speakers, source } = reading;
      expect(contentProblems(content, source)).toEqual([]);
      expect(contentSchema.parse(content)).toEqual(content);
      const known = new Set(speakers.map(({ id }) => id));
      expect(known.size).toBe(speakers.length);
      for (const turn of content.turns) {
        expect(turn.speaker === null || known.has(turn.speaker)).toBe(true);
        expect(turn.page).toBe(content.blocks[turn.firstBlock]?.page ?? null);
      }
      for (const section of content.sections) expect(content.blocks[section.firstBlock]).toMatchObject({ kind: 'heading', text: section.heading });
      expect(content.blocks.filter(({ kind }) => kind === 'footnote')).toHaveLength(content.footnotes.length);
      const pages = content.blocks.filter(({ kind }) => kind !== 'footnote').map(({ page }) => page ?? 0);
      expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    }), { numRuns: 150 });
  });

  it('loses no letter: once every import change is taken back, the source\'s letters stand there in order', () => {
    fc.assert(fc.property(fc.nat(), fc.array(tried, { maxLength: 16 }), (which, edits) => {
      let reading = pick(readings, which);
      if (!reading) throw new Error('no reading');
      edits.forEach((one, at) => {
        reading = reading && apply(reading, one, at, false);
      });
      const back = undoChanges(reading, reading.content.changes.map((_, index) => index));
      expect(lettersIn(back)).toBe(letters(back.source ?? ''));
      expect(contentProblems(back.content, back.source)).toEqual([]);
    }), { numRuns: 150 });
  });

  it('leaves the reading that was there as it is', () => {
    fc.assert(fc.property(fc.nat(), tried, (which, one) => {
      const reading = pick(readings, which);
      if (!reading) throw new Error('no reading');
      const before = structuredClone(reading);
      apply(reading, one, 0, true);
      expect(reading).toEqual(before);
    }), { numRuns: 100 });
  });
});
