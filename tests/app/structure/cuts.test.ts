import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../app/importers/text.ts';
import type { CutText } from '../../../app/structure/cut-lines.ts';
import { withoutLineNumbers } from '../../../app/structure/line-numbers.ts';
import { readPages, type PageText } from '../../../app/structure/pages.ts';
import { readSubtitles } from '../../../app/structure/subtitles.ts';
import { withoutTimes } from '../../../app/structure/times.ts';
import { read } from '../review/readings.ts';

const pages = (lines: readonly string[]): PageText => readPages({ format: 'txt', warnings: [], ...linesOf(lines.join('\n')) });
const texts = (cut: CutText | null) => cut?.text.lines.map(({ text }) => text);
const cuts = (cut: CutText | null) => cut?.changes.map(({ rule, before }) => `${rule}: ${before.trim()}`);

describe('numbers of lines', () => {
  const told = (at: number) => `regel ${at} van wat er gezegd werd`;

  it('are taken out where they count the lines', () => {
    const cut = withoutLineNumbers(pages(Array.from({ length: 12 }, (_, at) => `${at + 1} ${told(at)}`)));
    expect(texts(cut)).toEqual(Array.from({ length: 12 }, (_, at) => told(at)));
    expect(cut.changes).toHaveLength(12);
  });

  it('are taken out where each fifth line has one', () => {
    const cut = withoutLineNumbers(pages(Array.from({ length: 60 }, (_, at) => ((at + 1) % 5 === 0 ? `${at + 1} ${told(at)}` : told(at)))));
    expect(texts(cut)).toEqual(Array.from({ length: 60 }, (_, at) => told(at)));
  });

  it.each([
    ['a list of nine', Array.from({ length: 9 }, (_, at) => `${at + 1} ${told(at)}`)],
    ['years', Array.from({ length: 12 }, (_, at) => `${1990 + 3 * at} ${told(at)}`)],
    ['a numbered list whose items take two lines', Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? `${at / 2 + 1} ${told(at)}` : told(at)))],
  ])('are not %s', (_name, lines) => {
    expect(withoutLineNumbers(pages(lines)).changes).toEqual([]);
  });
});

describe('times at which things were said', () => {
  it('are taken out where they run on at the heads of lines, and anywhere in brackets of their own with seconds', () => {
    const cut = withoutTimes(pages(['[00:12] Anja: Ja.', '[00:31] Bram: Nee, #00:00:33# toch niet.', '[01:02] Anja: Goed. (00:01:04)', '[01:20] Bram: Dag.']));
    expect(texts(cut)).toEqual(['Anja: Ja.', 'Bram: Nee, toch niet.', 'Anja: Goed.', 'Bram: Dag.']);
    expect(cuts(cut)).toContain('timestamp: #00:00:33#');
  });

  it.each([
    ['times of the day', ['10:15 Opening', '10:30 Koffie', '11:00 Sluiting']], ['scores', ['[2:01] Ajax', '[1:02] Vitesse', '[0:03] Emmen', '[0:01] Zwolle']],
    ['one alone', ['Het begon om [12:30] met koffie.']],
  ])('are not %s', (_name, lines) => {
    expect(withoutTimes(pages(lines)).changes).toEqual([]);
  });
});

describe('subtitles', () => {
  const cue = (at: number, text: string) => ['', String(at), `00:00:0${at},000 --> 00:00:0${at},900`, text];

  it('are what was said: numbers and times go, and a name that comes again with the next cue', () => {
    const cut = readSubtitles(pages([...cue(1, 'Anja Bos: Wij wachten'), ...cue(2, 'Anja Bos: al drie <i>jaar</i>.'), ...cue(3, 'Bram Vos: Ik ook.')]));
    expect(texts(cut)).toEqual(['Anja Bos: Wij wachten', 'al drie jaar.', 'Bram Vos: Ik ook.']);
    expect(cuts(cut)).toContain('repeated-label: Anja Bos:');
  });

  it('are none in a text with one such time', () => {
    expect(readSubtitles(pages(['Zie', '00:00:01,000 --> 00:00:02,000', 'daar.']))).toBeNull();
  });
});

describe('what is doubted in talk', () => {
  const rulesOf = async (lines: readonly string[]) => (await read(`Verslag van de avond\n\n${lines.join('\n\n')}\n`)).content.warnings.map(({ rule }) => rule);
  const words = (count: number) => `${Array.from({ length: count }, (_, at) => `woord${at % 7}`).join(' ')}.`;
  const talk = Array.from({ length: 6 }, (_, at) => [`Anja Bos: Dit is zin ${at}.`, `Bram Vos: En dit is zin ${at} ook.`]).flat();

  it('is nothing where people take turns', async () => {
    expect(await rulesOf(talk)).toEqual([]);
  });

  it('is a turn many times longer than the others, but not where many are', async () => {
    expect(await rulesOf([...talk, `Anja Bos: ${words(700)}`, 'Bram Vos: Dat was lang.'])).toEqual(['turn-long']);
    expect(await rulesOf(talk.map((line) => `${line} ${words(700)}`))).toEqual([]);
  });

  it('is a name of two who speak as well, and one that is like another', async () => {
    expect(await rulesOf([...talk, 'Anja Bos en Bram Vos: Samen.', 'Anja Bos: Ja.', 'Anja Bos en Bram Vos: Nogmaals.', 'Bram Vos: Ja.'])).toEqual(['speaker-two']);
    expect(await rulesOf([...talk, 'Bram Voss: Wat?', 'Anja Bos: Niets.', 'Bram Voss: O.'])).toEqual(['speaker-alike']);
  });
});
