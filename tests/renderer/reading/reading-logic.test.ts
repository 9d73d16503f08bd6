import { describe, expect, it, vi } from 'vitest';
import type { CodeId, CodingId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import type { TagEffect } from '../../../app/coding/plan-toggle.ts';
import { drawnCodings, placeOf } from '../../../renderer/screens/reading/drawn-codings.ts';
import { memoKeeper } from '../../../renderer/screens/reading/memo-keeper.ts';
import { speakerShares } from '../../../renderer/screens/reading/speaker-shares.ts';
import { defaultChoice, tagChoices, type TagChoice } from '../../../renderer/screens/reading/tag-choices.ts';
import { isBelowItself, placeFor, placeOnDrop } from '../../../renderer/screens/reading/theme-moves.ts';
import { speakersIn, themePassages, withoutOne } from '../../../renderer/screens/reading/theme-passages.ts';
import { momentWords, snippet } from '../../../renderer/screens/reading/words.ts';
import { t } from '../../../renderer/i18n/index.ts';
import { anna, bram, chair, codings, night, snapshot, textOf } from '../passages/invented-project.ts';
import { guid } from '../invented.ts';

const [hearing] = snapshot.state.documents.values();
if (!hearing) throw new Error('the invented project has a document');
const text = textOf(hearing);

describe('codings on the page', () => {
  it('are those of the document whose text is found; an orphan is not drawn', () => {
    expect([...drawnCodings(snapshot.state.codings, hearing.id, text).keys()]).toEqual([31, 32, 33, 34].map(guid));
    const orphan = snapshot.state.codings.get(guid(36) as CodingId);
    expect(orphan && placeOf(orphan, text)).toBeNull();
  });

  it('stay the same object as long as their record does', () => {
    const before = drawnCodings(snapshot.state.codings, hearing.id, text);
    const changed = new Map(snapshot.state.codings);
    const [first, second] = codings;
    if (!first || !second) throw new Error('the invented project has codings');
    changed.set(first.id, { ...first, codeId: second.codeId });
    const after = drawnCodings(changed, hearing.id, text);
    expect(after.get(first.id)).not.toBe(before.get(first.id));
    expect(after.get(second.id)).toBe(before.get(second.id));
  });
});

describe('the tagging palette', () => {
  const names = (typed: string, recent: CodeId[] = []) =>
    tagChoices(snapshot.state, typed, recent).map((choice) => (choice.kind === 'new' ? `+${choice.name}` : choice.words));

  it('shows all themes in the order of the codebook, those used last before them', () => {
    expect(names('')).toEqual(['Nachtrust', 'Nachtrust › Bouwlawaai', 'Geld']);
    expect(names('', [guid(23) as CodeId])).toEqual(['Geld', 'Nachtrust', 'Nachtrust › Bouwlawaai']);
  });

  it('puts what fits first and offers the words as a new theme', () => {
    expect(names('bouw')).toEqual(['Nachtrust › Bouwlawaai', '+bouw']);
    expect(names('  geheel   anders ')).toEqual(['+geheel anders']);
  });

  it('offers no second theme of a name that is there', () => {
    expect(names('geld')).toEqual(['Geld']);
    expect(names('bouwlawaai')).toEqual(['Nachtrust › Bouwlawaai']);
  });

  describe('on a passage that has themes', () => {
    const [rest, noise, money] = [guid(21), guid(22), guid(23)] as CodeId[];
    const choose = (typed: string, effects: [CodeId | undefined, TagEffect][], recent: CodeId[] = [], state = snapshot.state) => {
      const known = new Map(effects.flatMap(([id, effect]) => (id ? [[id, effect] as const] : [])));
      const choices = tagChoices(state, typed, recent, known);
      const name = (choice: TagChoice | undefined) => choice && (choice.kind === 'new' ? `+${choice.name}` : choice.code.name);
      return { list: choices.map(name), first: name(defaultChoice(choices, typed, known)) };
    };

    it('puts what it would take off last, also where that was used last, and takes none of it by itself', () => {
      expect(choose('', [[rest, 'remove'], [money, 'shorten']], [rest, money].flatMap((id) => id ?? []))).toEqual({ list: ['Bouwlawaai', 'Nachtrust', 'Geld'], first: 'Bouwlawaai' });
      expect(choose('', [[rest, 'remove'], [noise, 'remove'], [money, 'remove']]).first).toBeUndefined();
    });

    it('makes a new theme rather than take off one that has the letters', () => {
      expect(choose('rust', [[rest, 'remove']])).toEqual({ list: ['Bouwlawaai', '+rust', 'Nachtrust'], first: 'Bouwlawaai' });
      expect(choose('gel', [[money, 'remove']])).toEqual({ list: ['+gel', 'Geld'], first: '+gel' });
    });

    it('takes off the theme whose whole name is typed', () => {
      expect(choose(' geld ', [[money, 'remove']])).toEqual({ list: ['Geld'], first: 'Geld' });
    });

    it('offers a theme that is not active by its name, and first only where all of it is typed', () => {
      const codes = new Map([...snapshot.state.codes].map(([id, code]) => [id, id === money ? { ...code, inactive: true } : code]));
      const state = { ...snapshot.state, codes };
      expect(choose('', [], [], state).list).toEqual(['Nachtrust', 'Bouwlawaai']);
      expect(choose('gel', [], [], state)).toEqual({ list: ['+gel', 'Geld'], first: '+gel' });
      expect(choose('geld', [], [], state)).toEqual({ list: ['Geld'], first: 'Geld' });
    });
  });

  it('finds initials only where nothing has the letters in one piece', () => {
    expect(names('gd')).toEqual(['Geld', '+gd']);
  });
});

describe('moving a theme', () => {
  const code = (id: number, parent: number | null, order: number): Code =>
    ({ ...night, id: guid(id) as CodeId, name: `T${id}`, parentId: parent === null ? null : guid(parent) as CodeId, order });
  const all = [code(1, null, 0), code(2, null, 1), code(3, 2, 0), code(4, 2, 1), code(5, null, 2)];
  const state = { codes: new Map(all.map((one) => [one.id, one])) };
  const id = (of: number) => guid(of) as CodeId;

  it.each([
    [2, 'up', { parentId: null, before: id(1) }],
    [2, 'down', { parentId: null, before: null }],
    [1, 'down', { parentId: null, before: id(5) }],
    [1, 'up', null],
    [5, 'down', null],
    [2, 'in', { parentId: id(1), before: null }],
    [1, 'in', null],
    [3, 'out', { parentId: null, before: id(5) }],
    [1, 'out', null],
  ] as const)('takes theme %i %s', (of, move, place) => expect(placeFor(state, id(of), move)).toEqual(place));

  it('drops before, after and on a row', () => {
    expect(placeOnDrop(state, id(3), 'before')).toEqual({ parentId: id(2), before: id(3) });
    expect(placeOnDrop(state, id(3), 'after')).toEqual({ parentId: id(2), before: id(4) });
    expect(placeOnDrop(state, id(4), 'after')).toEqual({ parentId: id(2), before: null });
    expect(placeOnDrop(state, id(5), 'on')).toEqual({ parentId: id(5), before: null });
  });

  it('knows a place that would be below itself', () => {
    expect(isBelowItself(state, id(2), { parentId: id(3), before: null })).toBe(true);
    expect(isBelowItself(state, id(2), { parentId: id(2), before: null })).toBe(true);
    expect(isBelowItself(state, id(3), { parentId: id(2), before: null })).toBe(false);
  });
});

describe('the passages of a theme', () => {
  it('stand in the order of the text, with their place', () => {
    const found = themePassages(snapshot, night.id, textOf);
    expect(found.map(({ coding, location }) => [coding.id, location?.page, location?.speakers.map(({ name }) => name)])).toEqual([
      [guid(31), 2, [anna.name]], [guid(33), 2, [anna.name, chair.name]], [guid(34), 3, [bram.name]],
    ]);
    expect(speakersIn(found)).toBe(3);
  });

  it('leave out the one they stand beside and keep its neighbours where there are too many', () => {
    const found = themePassages(snapshot, night.id, textOf);
    expect(withoutOne(found, guid(33) as CodingId, 5).map(({ coding }) => coding.id)).toEqual([guid(31), guid(34)]);
    expect(withoutOne(found, guid(34) as CodingId, 1).map(({ coding }) => coding.id)).toEqual([guid(33)]);
    expect(withoutOne(found, null, 2).map(({ coding }) => coding.id)).toEqual([guid(31), guid(33)]);
  });
});

describe('shares of words', () => {
  it('are of the words of those who count, with moderators after them and without a share', () => {
    const shares = speakerShares(snapshot.projectId, snapshot.state.speakers, hearing, text);
    expect(shares.map(({ speaker, words, share }) => [speaker.name, words, share])).toEqual([
      [anna.name, 6, 6 / 10], [bram.name, 4, 4 / 10], [chair.name, 3, null],
    ]);
    expect(shares.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1);
  });

  it('are none in a document without turns', () => {
    const letter = [...snapshot.state.documents.values()][1];
    expect(letter && speakerShares(snapshot.projectId, snapshot.state.speakers, letter, textOf(letter))).toEqual([]);
  });
});

describe('a memo', () => {
  it('is kept once after a pause, at once when asked, and not again', () => {
    vi.useFakeTimers();
    const kept: string[] = [];
    const keeper = memoKeeper((words) => kept.push(words), 1000);
    keeper.type('een');
    vi.advanceTimersByTime(900);
    keeper.type('een gedachte');
    vi.advanceTimersByTime(999);
    expect(kept).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(kept).toEqual(['een gedachte']);
    keeper.type('een gedachte meer');
    keeper.keep();
    keeper.keep();
    vi.advanceTimersByTime(5000);
    expect(kept).toEqual(['een gedachte', 'een gedachte meer']);
    vi.useRealTimers();
  });
});

describe('words for lists', () => {
  it('cut a long quotation at a word', () => {
    expect(snippet('kort  en\nbondig')).toBe('kort en bondig');
    const cut = snippet('woord '.repeat(60));
    expect(cut.endsWith('woord…')).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(121);
  });

  it('name today, yesterday and other days', () => {
    const now = new Date(2026, 4, 12, 9, 30);
    expect(momentWords(new Date(2026, 4, 12, 0, 5).toISOString(), t, now)).toMatch(/^vandaag /);
    expect(momentWords(new Date(2026, 4, 11, 23, 55).toISOString(), t, now)).toMatch(/^gisteren /);
    expect(momentWords(new Date(2026, 4, 10, 12, 0).toISOString(), t, now)).toMatch(/2026/);
  });
});
