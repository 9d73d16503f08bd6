import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../app/anchoring/describe.ts';
import { planAddCode } from '../../../app/coding/plan-code.ts';
import { planTag } from '../../../app/coding/plan-coding.ts';
import { planEditSpeaker } from '../../../app/coding/plan-speaker.ts';
import { starterCodes } from '../../../app/coding/starter-codes.ts';
import { plainText } from '../../../app/document/plain-text.ts';
import type { Utf16 } from '../../../app/document/offsets.ts';
import { themeFrequencies } from '../../../app/analyses/theme-frequencies.ts';
import { notesIn } from '../../../app/analyses/speech.ts';
import { tableCsv, tableJson } from '../../../app/analyses/write-table.ts';
import { nameId } from '../../../app/support/hash.ts';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import { coder, invent, now, World, type Invented, type Said } from '../world.ts';

const [one, two] = starterCodes(now).map((code) => code.id) as [CodeId, CodeId];

function put(world: World, invented: Invented, codeId: CodeId, start: number, end: number) {
  const id = nameId<CodingId>('coding', String(world.changes.length));
  const anchor = describePassage(plainText(invented.content), start as Utf16, end as Utf16);
  world.do(planTag(world.state, { id, documentId: invented.document.id, codeId, coderId: coder.id, anchor, now }));
}

function codeText(world: World, invented: Invented, codeId: CodeId, from: string, to = from) {
  const { text } = plainText(invented.content);
  const start = text.indexOf(from);
  put(world, invented, codeId, start, text.indexOf(to, start) + to.length);
}

const run = (world: World, options: Parameters<typeof themeFrequencies.options.parse>[0] = {}) =>
  themeFrequencies.run(world.snapshot, themeFrequencies.options.parse(options));
const rowsFor = (world: World, codeId: CodeId, options = {}) => run(world, options).rows.filter((row) => row.code_id === codeId);

const evening = invent('Avond', [
  { by: null, text: 'Opening van de avond' },
  { by: 'Commissie', text: 'Hoe lang duurde het?' },
  { by: 'Mevrouw Lindeboom', text: 'Het duurde [zij telt op haar' },
  { by: 'Mevrouw Lindeboom', text: 'vingers] drie jaar.', sameTurn: true },
  { by: 'De heer Oudkerk', text: 'Bij mij twee jaar 😀.' },
  { by: 'Zaal', text: 'Applaus.', noSpeaker: true },
]);

function evenings(): World {
  const made = World.create();
  made.add(evening);
  return made;
}

describe('theme frequencies', () => {
  it('have the agreed header, and two columns more when they are grouped', () => {
    expect(tableCsv(run(evenings())).split('\n')[0]).toBe('code,path,codings,passages,words,characters,share,turns,speakers,documents,speakers_counted,words_counted,one_voice');
    expect(tableCsv(run(evenings(), { by: 'role' })).split('\n')[0])
      .toBe('code,path,by,by_id,codings,passages,words,characters,share,turns,speakers,documents,speakers_counted,words_counted,one_voice');
  });

  it('count words of speech only: no notes, no moderators, nothing outside turns, nobody unnamed', () => {
    const made = evenings();
    codeText(made, evening, one, 'Opening', 'Applaus.');
    expect(rowsFor(made, one)).toMatchObject([{
      codings: 1, passages: 1, words: 9, characters: 'Het duurde '.length + '\u0020drie jaar.'.length + 'Bij mij twee jaar 😀.'.length - 1,
      share: 1, turns: 2, speakers: 2, documents: 1, speakers_counted: 2, words_counted: 9, one_voice: true,
    }]);
    expect(rowsFor(made, one, { includeModerators: true })).toMatchObject([{ words: 14, turns: 4, speakers: 3, speakers_counted: 3, words_counted: 14, one_voice: false }]);
  });

  it('leave out a coding that lies in the turns of moderators only', () => {
    const made = evenings();
    codeText(made, evening, one, 'Hoe lang');
    expect(rowsFor(made, one)).toMatchObject([{ codings: 0, passages: 0, words: 0, share: 0, one_voice: false }]);
    expect(rowsFor(made, one, { includeModerators: true })).toMatchObject([{ codings: 1, passages: 1, words: 2 }]);
  });

  it('count a word of which any character is coded, once, however many codings touch it', () => {
    const made = evenings();
    const at = plainText(evening.content).text.indexOf('twee');
    put(made, evening, one, at, at + 1);
    put(made, evening, one, at + 3, at + 5);
    expect(rowsFor(made, one)).toMatchObject([{ codings: 2, passages: 2, words: 1, characters: 3 }]);
  });

  it('let overlapping codings be one passage and touching ones two', () => {
    const made = evenings();
    codeText(made, evening, one, 'Bij mij');
    codeText(made, evening, one, 'mij twee');
    const { text } = plainText(evening.content);
    const end = text.indexOf('mij twee') + 'mij twee'.length;
    put(made, evening, one, end, end + 5);
    expect(rowsFor(made, one)).toMatchObject([{ codings: 3, passages: 2, words: 4 }]);
  });

  it('count a coding that crosses turns with each speaker it touches, and once in the total', () => {
    const made = evenings();
    codeText(made, evening, one, 'drie jaar', 'Bij mij');
    expect(rowsFor(made, one)).toMatchObject([{ codings: 1, passages: 1, words: 4, speakers: 2 }]);
    expect(rowsFor(made, one, { by: 'speaker' })).toMatchObject([
      { by: 'Mevrouw Lindeboom', codings: 1, passages: 1, words: 2, speakers: 1, speakers_counted: 1, words_counted: 4, share: 0.5 },
      { by: 'De heer Oudkerk', codings: 1, passages: 1, words: 2, words_counted: 5, share: 0.4 },
    ]);
  });

  it('mark a theme as one voice when one speaker has more than half of its words, not at half', () => {
    const made = evenings();
    codeText(made, evening, one, 'drie jaar.', 'Bij mij');
    codeText(made, evening, two, 'drie jaar.', 'Bij');
    expect([rowsFor(made, one)[0]?.one_voice, rowsFor(made, two)[0]?.one_voice]).toEqual([false, true]);
    expect([rowsFor(made, one)[0], rowsFor(made, two)[0]]).toMatchObject([
      { one_voice_name: null, one_voice_share: null }, { one_voice_name: 'Mevrouw Lindeboom', one_voice_share: 2 / 3 },
    ]);
    expect(rowsFor(made, one, { by: 'speaker' }).map((row) => row.one_voice)).toEqual([false, false]);
    expect(rowsFor(made, two, { by: 'speaker' }).map((row) => row.one_voice)).toEqual([true, false]);
    expect(rowsFor(made, two, { by: 'role' }).map((row) => row.one_voice)).toEqual([true]);
  });

  it('group by role, the empty role last, and by document', () => {
    const made = evenings();
    const [, lindeboom] = [...made.state.speakers.values()];
    if (lindeboom) made.do(planEditSpeaker(made.state, lindeboom.id, { role: 'mantelzorger' }));
    const morning = invent('Ochtend', [{ by: null, text: 'Een brief [terzijde] zonder beurten' }]);
    made.add(morning);
    codeText(made, morning, one, 'brief', 'zonder');
    codeText(made, evening, one, 'drie jaar');
    expect(rowsFor(made, one, { by: 'role' })).toMatchObject([
      { by: 'mantelzorger', by_id: 'mantelzorger', words: 2, words_counted: 4 }, { by: '', by_id: '', words: 2, words_counted: 9, speakers_counted: 2 },
    ]);
    expect(rowsFor(made, one, { by: 'document' })).toMatchObject([
      { by: 'Avond', by_id: evening.document.id, words: 2, turns: 1 },
      { by: 'Ochtend', by_id: morning.document.id, words: 2, turns: 0, speakers: 1, speakers_counted: 1, words_counted: 4 },
    ]);
  });

  it('hold the themes below as well when asked', () => {
    const made = evenings();
    const child = nameId<CodeId>('code', 'onder');
    made.do(planAddCode(made.state, { id: child, name: 'onder', parentId: one, now }));
    codeText(made, evening, child, 'drie jaar');
    codeText(made, evening, one, 'jaar');
    expect(rowsFor(made, one)).toMatchObject([{ codings: 1, words: 1 }]);
    expect(rowsFor(made, one, { withSubtree: true })).toMatchObject([{ codings: 2, passages: 1, words: 2 }]);
    expect(rowsFor(made, child)).toMatchObject([{ path: 'diagnosevertraging > onder' }]);
  });

  it('say in JSON what was counted and how', () => {
    const made = evenings();
    const chosen = themeFrequencies.options.parse({});
    const json = JSON.parse(tableJson(themeFrequencies, chosen, run(made)));
    expect(json).toMatchObject({ analysis: 'theme-frequencies', options: { by: null, includeModerators: false }, definition: themeFrequencies.definition });
    expect(json.rows[0]).toMatchObject({ code: 'diagnosevertraging', share: 0, one_voice: false });
  });

  it('agree with a walk over every character, for any text and any codings', () => {
    const word = fc.constantFrom('a', 'bb', '😀', ' ', '  ', '[', ']', 'c.');
    const said = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'Commissie', null), fc.boolean(), fc.array(word, { minLength: 1, maxLength: 12 })), { minLength: 1, maxLength: 6 })
      .map((all) => all.map(([by, sameTurn, words]): Said => ({ by, sameTurn: sameTurn && by !== null, text: `x${words.join('')}` })));
    fc.assert(fc.property(said, fc.array(fc.tuple(fc.nat(), fc.nat(9))), fc.boolean(), (lines, picks, includeModerators) => {
      const invented = invent('Stuk', lines);
      const made = World.create();
      made.add(invented);
      const { text } = plainText(invented.content);
      const ranges: [number, number][] = [];
      for (const [from, length] of picks) {
        const points = [...text];
        const start = points.slice(0, from % points.length).join('').length;
        const end = Math.min(text.length, points.slice(0, (from % points.length) + length + 1).join('').length);
        if (ranges.some(([a, b]) => a === start && b === end)) continue;
        ranges.push([start, end]);
        put(made, invented, one, start, end);
      }
      const [row] = rowsFor(made, one, { includeModerators });
      const { words, characters, words_counted: wordsCounted, codings } = row ?? {};
      expect({ words, characters, wordsCounted, codings }).toEqual(walk(invented, ranges, includeModerators));
    }), { numRuns: 300 });
  });
});

describe('notes of the reporter', () => {
  it('are told from words in a paragraph that holds twenty thousand of them', () => {
    const made = World.create();
    made.add(invent('Lang', [{ by: 'Mevrouw Lindeboom', text: 'voor [kucht]na[zucht] '.repeat(10_000) }]));
    expect(run(made).rows[0]).toMatchObject({ words_counted: 20_000, speakers_counted: 1 });
  });

  it.each([
    ['a [b] c', ['[b]']], ['[a\nb] c [d]', ['[a\nb]', '[d]']], ['a [b [c] d] e', ['[b [c] d]']], ['a ] b [ c', []], ['a [ b [c] d', ['[c]']],
  ])('in %j are %j', (text, notes) => {
    expect(notesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(notes);
  });
});

/** The figures by plain loops: one flag a character for who speaks, for notes and for codings. */
function walk(invented: Invented, ranges: readonly [number, number][], includeModerators: boolean) {
  const { text, turns, blocks } = plainText(invented.content);
  const units = turns.length > 0 ? turns : blocks;
  const speakers = new Map(invented.speakers.map((speaker) => [speaker.id as string, speaker]));
  const spoken = Array.from({ length: text.length }, () => false);
  const inside = Array.from({ length: text.length }, () => false);
  for (const [at, unit] of units.entries()) {
    const speaker = speakers.get(invented.content.turns[at]?.speaker ?? '');
    if (turns.length > 0 && speaker?.moderator && !includeModerators) continue;
    for (let i = unit.start as number; i < unit.end; i += 1) spoken[i] = inside[i] = true;
    for (let i = unit.start as number; i < unit.end; i += 1) {
      if (text[i] !== '[') continue;
      let depth = 0;
      for (let j = i; j < unit.end; j += 1) {
        depth += text[j] === '[' ? 1 : text[j] === ']' ? -1 : 0;
        if (depth === 0) {
          for (let k = i; k <= j; k += 1) spoken[k] = false;
          break;
        }
      }
    }
  }
  let [words, wordsCounted, characters] = [0, 0, 0];
  const coded = (i: number) => ranges.some(([start, end]) => start <= i && i < end);
  const isWord = (i: number) => spoken[i] === true && !/\s/.test(text[i] ?? ' ');
  for (let i = 0; i < text.length; i += 1) {
    const low = text.charCodeAt(i) >= 0xdc00 && text.charCodeAt(i) < 0xe000;
    if (spoken[i] && coded(i) && !low) characters += 1;
    if (!isWord(i) || (i > 0 && isWord(i - 1))) continue;
    wordsCounted += 1;
    let hit = false;
    for (let j = i; isWord(j); j += 1) hit ||= coded(j);
    words += hit ? 1 : 0;
  }
  const codings = ranges.filter(([start, end]) => inside.slice(start, end).includes(true)).length;
  return { words, characters, wordsCounted, codings };
}
