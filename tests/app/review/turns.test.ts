import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../../app/document/content-problems.ts';
import type { Reading } from '../../../app/importers/importer.ts';
import { canJoinParagraphs, joinParagraphs, setBlockKind } from '../../../app/review/blocks.ts';
import { redoChanges, undoChanges } from '../../../app/review/import-changes.ts';
import { speaksHere } from '../../../app/review/labels.ts';
import { mergeSpeakers, splitSpeaker } from '../../../app/review/speakers.ts';
import { canJoin, dissolveTurn, joinTurns, makeTurn, removeFalseSpeaker, setTurn, splitParagraph, splitTurn } from '../../../app/review/turns.ts';
import type { CodePoint, SpeakerId } from '../../../schemas/ids.ts';
import { guid } from '../../renderer/invented.ts';
import { hearing, read } from './readings.ts';

const newId = guid(77) as SpeakerId;

/** Block and offset of words of the text. */
function at({ content }: Reading, words: string) {
  const block = content.blocks.findIndex(({ text }) => text.includes(words));
  return { block, offset: (content.blocks[block]?.text ?? '').indexOf(words) as CodePoint };
}

const speakerOf = (reading: Reading, turn: number) => reading.speakers.find(({ id }) => id === reading.content.turns[turn]?.speaker)?.name ?? null;
const said = ({ content }: Reading, turn: number) => content.blocks.filter((block) => block.turn === turn).map(({ text }) => text);
const texts = ({ content }: Reading) => content.blocks.map(({ kind, text, turn }) => [kind, turn, text]);
const idOf = ({ speakers }: Reading, name: string) => speakers.find((one) => one.name === name)?.id ?? newId;
const pairs = ({ content }: Reading) => content.pairs.map(({ question, answer }) => [question, answer]);

function sound(reading: Reading): Reading {
  expect(contentProblems(reading.content, reading.source)).toEqual([]);
  return reading;
}

describe('splitting and joining turns', () => {
  it('splits a turn in the middle of a paragraph, and joins it again', async () => {
    const reading = await read(hearing);
    const split = sound(splitTurn(reading, at(reading, 'Niemand zegt')));
    expect(split.content.turns).toHaveLength(9);
    expect(said(split, 3)).toEqual(['Mijn punt is dit: hij zei niets.']);
    expect(said(split, 4)[0]).toMatch(/^Niemand zegt ooit/);
    expect(split.content.turns[4]).toMatchObject({ kind: 'answer', label: null, speaker: split.content.turns[3]?.speaker });
    const joined = sound(joinTurns(split, 3));
    expect(joined.content.turns).toEqual(reading.content.turns.map((turn) => ({ ...turn, lastBlock: turn.lastBlock + (turn.firstBlock >= 13 ? 1 : 0), firstBlock: turn.firstBlock + (turn.firstBlock > 13 ? 1 : 0) })));
    expect(texts(joinParagraphs(joined, 13))).toEqual(texts(reading));
  });

  it('splits at a block, and not at a turn\'s start or behind its end', async () => {
    const reading = await read(hearing);
    const split = sound(splitTurn(reading, at(reading, 'gebeld en')));
    expect(said(split, 2)).toEqual(['gebeld en', 'gezwaaid.']);
    expect(splitTurn(reading, at(reading, 'Hoe krap?'))).toBe(reading);
    expect(splitTurn(reading, { block: 20, offset: 9 as CodePoint })).toBe(reading);
    expect(splitTurn(reading, { block: 99, offset: 0 as CodePoint })).toBe(reading);
  });

  it('pairs both parts of an answer with its question, and one question with what follows the second part', async () => {
    const reading = await read(hearing);
    expect(pairs(splitTurn(reading, at(reading, 'Niemand zegt')))).toEqual([[0, 1], [2, 3], [2, 4], [7, 8]]);
    expect(pairs(setTurn(reading, 3, { kind: 'remark' }))).toEqual([[0, 1], [6, 7]]);
    expect(pairs(setTurn(reading, 1, { kind: 'question' }))).toEqual([[2, 3], [6, 7]]);
  });

  it('keeps the numbers of pairs that a document numbers itself', async () => {
    const reading = await read(hearing);
    const numbered = { ...reading, content: { ...reading.content, pairs: reading.content.pairs.map((pair, index) => ({ ...pair, number: index + 1 })) } };
    const split = splitTurn(numbered, at(numbered, 'Niemand zegt'));
    expect(split.content.pairs.map(({ number, question, answer }) => [number, question, answer])).toEqual([[1, 0, 1], [2, 2, 3], [2, 2, 4], [3, 7, 8]]);
    expect(joinTurns(split, 3).content.pairs).toEqual(numbered.content.pairs);
  });

  it('puts the label between two turns back into the text, and lists that as taken back', async () => {
    const reading = await read(hearing);
    const joined = sound(joinTurns(reading, 2));
    expect(said(joined, 2)).toEqual(['En wat zei de brugwachter?', expect.stringMatching(/^Vera Blom: Mijn punt is dit/)]);
    expect(joined.content.changes.filter(({ undone }) => undone === 'restored')).toHaveLength(1);
    const again = sound(redoChanges(joined, joined.content.changes.map((_, index) => index)));
    expect(speakerOf(again, 3)).toBe('Vera Blom');
    expect(again.content.changes).toEqual(reading.content.changes);
  });

  it('does not join over a heading', async () => {
    const reading = await read(hearing);
    expect(canJoin(reading, 3)).toBe(false);
    expect(joinTurns(reading, 3)).toBe(reading);
    expect(canJoin(reading, 7)).toBe(false);
  });

  it('parts and joins paragraphs within a turn', async () => {
    const reading = await read(hearing);
    const parted = sound(splitParagraph(reading, at(reading, 'De brug openstond')));
    expect(parted.content.turns).toHaveLength(8);
    expect(said(parted, 1)).toHaveLength(5);
    expect(parted.content.pages).toEqual([expect.anything(), { page: 2, at: { block: 7, offset: 67 }, printed: true }, { page: 3, at: { block: 14, offset: 113 }, printed: true }]);
    expect(texts(joinParagraphs(parted, 6))).toEqual(texts(reading));
    expect(joinParagraphs(parted, 6).content.pages).toEqual(reading.content.pages);
    expect(canJoinParagraphs(reading, 6)).toBe(false);
  });

  it('makes a turn of text that nobody said, and dissolves one', async () => {
    const reading = await read(hearing);
    expect(makeTurn(reading, 0, { speaker: null, kind: 'remark' })).toBe(reading);
    const dissolved = sound(dissolveTurn(reading, 0));
    expect(dissolved.content.turns).toHaveLength(7);
    expect(dissolved.content.blocks[3]).toMatchObject({ kind: 'paragraph', turn: null, text: expect.stringMatching(/^Voorzitter: Goedenavond/) });
    const made = sound(makeTurn(dissolved, 3, { speaker: idOf(reading, 'Wim de Wit'), kind: 'remark' }));
    expect(made.content.turns).toHaveLength(8);
    expect(said(made, 0)).toEqual([expect.stringMatching(/^Voorzitter: Goedenavond/)]);
    expect(speakerOf(made, 0)).toBe('Wim de Wit');
  });
});

describe('speakers', () => {
  it('become one, with the names of all and the turns of all', async () => {
    const reading = await read(hearing);
    const [vera, wim] = [idOf(reading, 'Vera Blom'), idOf(reading, 'Wim de Wit')];
    const merged = sound(mergeSpeakers(reading, vera, [wim, vera]));
    expect(merged.speakers.map(({ name, aliases }) => [name, aliases])).toEqual([['Voorzitter', []], ['Vera Blom', ['de fietsers', 'de gemeente', 'Wim de Wit']]]);
    expect(merged.content.turns.filter(({ speaker }) => speaker === vera)).toHaveLength(4);
    expect(mergeSpeakers(reading, vera, [vera])).toBe(reading);
  });

  it('become two, and the names printed at the turns that go along', async () => {
    const reading = mergeSpeakers(await read(hearing), newId, []);
    const merged = mergeSpeakers(reading, idOf(reading, 'Vera Blom'), [idOf(reading, 'Wim de Wit')]);
    const split = sound(splitSpeaker(merged, idOf(merged, 'Vera Blom'), [5, 7, 0], { id: newId, name: 'De gemeente' }));
    expect(split.speakers.map(({ name, aliases }) => [name, aliases])).toEqual([['Voorzitter', []], ['Vera Blom', ['de fietsers', 'de gemeente']], ['De gemeente', ['Wim de Wit']]]);
    expect([speakerOf(split, 5), speakerOf(split, 7), speakerOf(split, 0)]).toEqual(['De gemeente', 'De gemeente', 'Voorzitter']);
    expect(splitSpeaker(merged, newId, [1], { id: newId, name: 'Niemand' })).toBe(merged);
  });

  it('who are none go, and their words go to who had the floor', async () => {
    const reading = await read(hearing);
    const spoken = sound(speaksHere(reading, at(reading, 'Mijn punt'), newId));
    expect(spoken.speakers.map(({ name }) => name)).toContain('Mijn punt is dit');
    expect(speakerOf(spoken, 3)).toBe('Mijn punt is dit');
    const without = sound(removeFalseSpeaker(spoken, newId));
    // A label stands just before: it names who had the floor.
    expect(texts(without)).toEqual(texts(reading));
    expect(without.content.turns).toEqual(reading.content.turns);
    expect(without.speakers).toEqual(reading.speakers);
    const chairless = sound(removeFalseSpeaker(reading, idOf(reading, 'Voorzitter')));
    expect(said(chairless, 0)[0]).toMatch(/^Ik reed/);
    expect(said(chairless, 0).at(-1)).toBe('Voorzitter: En wat zei de brugwachter?');
    expect(chairless.content.turns.map((_, turn) => speakerOf(chairless, turn))).toEqual(['Vera Blom', 'Vera Blom', 'Wim de Wit', 'Wim de Wit']);
  });

  it('leave the list with their last turn', async () => {
    const reading = await read(hearing);
    const given = [5, 7].reduce((before, turn) => setTurn(before, turn, { speaker: idOf(reading, 'Vera Blom') }), reading);
    expect(given.speakers.map(({ name }) => name)).toEqual(['Voorzitter', 'Vera Blom']);
    expect(setTurn(reading, 5, { speaker: idOf(reading, 'Wim de Wit') })).toBe(reading);
    expect(setTurn(reading, 55, { kind: 'answer' })).toBe(reading);
  });

  it('speak where a name was read as text: a known one under the same id, and the label can be taken back', async () => {
    const reading = await read(`${hearing}\n\nVoorzitter: En verder?\n\nWim de Wit: Niets. Vera Blom: Jawel, de bel.\n`);
    const place = at(reading, 'Vera Blom: Jawel');
    const spoken = sound(speaksHere(reading, place, newId));
    expect(spoken.speakers).toHaveLength(3);
    expect(said(spoken, 10)).toEqual(['Jawel, de bel.']);
    expect(spoken.content.turns[10]).toMatchObject({ label: 'Vera Blom', speaker: idOf(reading, 'Vera Blom') });
    const labels = spoken.content.changes.flatMap(({ rule }, index) => (rule === 'label' ? [index] : []));
    expect(labels).toHaveLength(reading.content.changes.filter(({ rule }) => rule === 'label').length + 1);
    expect(said(undoChanges(spoken, labels.slice(-1)), 10)).toEqual(['Vera Blom: Jawel, de bel.']);
    expect(speaksHere(reading, at(reading, 'Hoe krap'), newId)).toBe(reading);
  });
});

describe('kinds of blocks', () => {
  it('a heading opens a section and ends the turn, and gives both back', async () => {
    const reading = await read(hearing);
    const headed = sound(setBlockKind(reading, 8, 'heading', 2));
    expect(headed.content.sections.map(({ heading }) => heading)).toEqual(['Bijdrage van de fietsers', 'gebeld en', 'Bijdrage van de gemeente']);
    expect(headed.content.turns).toHaveLength(9);
    expect(headed.content.turns[2]).toMatchObject({ section: 1, label: null, firstBlock: 9 });
    const back = sound(setBlockKind(headed, 8, 'listItem', 1));
    expect(back.content.sections).toEqual(reading.content.sections);
    expect(joinTurns(back, 1).content).toEqual(reading.content);
    expect(setBlockKind(headed, 8, 'heading', 3).content.blocks[8]).toMatchObject({ level: 3 });
    expect(setBlockKind(headed, 8, 'heading', 2)).toBe(headed);
  });

  it('a label gives the floor to whom it names, and none gives it back', async () => {
    const reading = await read(hearing);
    const labelled = sound(setBlockKind(reading, 7, 'label'));
    expect(labelled.content.turns[2]).toMatchObject({ label: 'gewacht,', speaker: null, firstBlock: 8 });
    expect(sound(setBlockKind(labelled, 7, 'paragraph')).content.blocks[7]).toMatchObject({ kind: 'paragraph', turn: 1 });
  });

  it('a footnote goes to the end, and back to its place in the source', async () => {
    const reading = await read(hearing);
    const noted = sound(setBlockKind(reading, 20, 'footnote'));
    expect(noted.content.blocks.at(-1)).toMatchObject({ kind: 'footnote', text: 'Hoe krap?', turn: null });
    expect(noted.content.footnotes).toEqual([{ label: '', anchor: null, block: noted.content.blocks.length - 1 }]);
    const back = sound(setBlockKind(noted, noted.content.blocks.length - 1, 'paragraph'));
    expect(back.content.blocks.map(({ text }) => text)).toEqual(reading.content.blocks.map(({ text }) => text));
    expect(back.content.footnotes).toEqual([]);
  });

  it('a paragraph becomes a list item where it stands', async () => {
    const reading = await read(hearing);
    const listed = sound(setBlockKind(reading, 16, 'listItem', 2));
    expect(listed.content.blocks[16]).toMatchObject({ kind: 'listItem', level: 2, turn: reading.content.blocks[16]?.turn });
    expect(listed.content.turns).toEqual(reading.content.turns);
  });
});

describe('what stands at a place', () => {
  it('goes along with its letter: notes and comments', async () => {
    const reading = await read(hearing);
    const { block } = at(reading, 'Ik reed');
    const noted: Reading = {
      ...reading,
      content: {
        ...reading.content, blocks: [...reading.content.blocks, { kind: 'footnote', level: null, text: 'De oude brug.', turn: null, page: 3, source: null, sourceMap: [] }],
        footnotes: [{ label: '1', anchor: { block, offset: 30 as CodePoint }, block: reading.content.blocks.length }],
      },
      comments: [{ start: { block, offset: 8 as CodePoint }, end: { block, offset: 60 as CodePoint }, text: 'klopt dit?', author: 'Ada', at: null }],
    };
    const split = sound(splitTurn(noted, { block, offset: 20 as CodePoint }));
    expect(split.content.footnotes[0]).toMatchObject({ anchor: { block: block + 1 }, block: reading.content.blocks.length + 1 });
    expect(split.comments).toMatchObject([{ start: { block, offset: 8 }, end: { block: block + 1 } }]);
    const back = joinParagraphs(joinTurns(split, 1), block);
    expect(back.content.footnotes).toEqual(noted.content.footnotes);
    expect(back.comments).toEqual(noted.comments);
    const undone = undoChanges(noted, noted.content.changes.map((_, index) => index));
    expect(undone.comments?.[0]?.start.offset).toBe(8 + 'Vera Blom: '.length);
  });
});
