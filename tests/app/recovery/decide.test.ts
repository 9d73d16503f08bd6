import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, lostFor, type Decision, type Facts } from '../../../app/recovery/decide.ts';
import { noCounts } from '../../../app/recovery/counts-after.ts';
import type { ChangeId } from '../../../schemas/ids.ts';

/**
 * A situation in few words. `store`, `journal`: the histories as letters, one a change (`abc`); a capital is a change
 * of the other branch. Null: nothing there.
 */
interface Case {
  name: string;
  store: string | null;
  journal: string | null;
  claims?: number;
  tablesAgree?: boolean;
  damaged?: boolean;
  codings?: { store?: number; journal?: number };
  thisCopy?: number;
  otherCopies?: number;
  /** How far snapshots and good lines of a damaged journal lead, and the last line seen in it. */
  rescue?: { reach: number; seen: number };
  comes: string;
}

const cases: Case[] = [
  // Nothing anywhere, or nothing left
  { name: 'nobody knows it', store: null, journal: null, comes: 'absent' },
  { name: 'an empty database was made and nothing written', store: '', journal: null, comes: 'absent' },
  { name: 'store and data folder are gone, the sentinel remembers', store: null, journal: null, thisCopy: 3, comes: 'recover store-emptied' },
  { name: 'the journal can not be read at all', store: null, journal: '', damaged: true, comes: 'recover journal-damaged' },
  // Both there and the same
  { name: 'both stand at the same change', store: 'abc', journal: 'abc', thisCopy: 3, comes: 'open' },
  { name: 'the same, and the sentinel was not told of the last change', store: 'abc', journal: 'abc', thisCopy: 2, comes: 'open' },
  { name: 'the tables do not hold what the history makes', store: 'abc', journal: 'abc', tablesAgree: false, comes: 'open repair' },
  { name: 'equal heads with other counts: the histories say different things', store: 'abc', journal: 'abc', codings: { store: 2, journal: 3 }, comes: 'recover diverged' },
  { name: 'garbage after the last change, nothing missing', store: 'abc', journal: 'abc', damaged: true, thisCopy: 3, comes: 'open journal-torn' },
  { name: 'garbage after the last change, another store had more', store: 'abc', journal: 'abc', damaged: true, otherCopies: 4, comes: 'recover journal-damaged' },
  { name: 'another store had more, the journal is whole', store: 'abc', journal: 'abc', otherCopies: 5, comes: 'open other-copy-ahead' },
  { name: 'store and journal both lost what the store says it had', store: 'ab', journal: 'ab', claims: 4, comes: 'recover store-behind' },
  // The store is ahead
  { name: 'killed between store and journal', store: 'abcd', journal: 'abc', thisCopy: 3, comes: 'append 3' },
  { name: 'the same with counts that differ: numbers come first', store: 'abcd', journal: 'abc', codings: { store: 1, journal: 9 }, comes: 'append 3' },
  { name: 'the data folder lost the project', store: 'abc', journal: null, thisCopy: 3, comes: 'append 0' },
  { name: 'the last line of the journal is torn, the store has it', store: 'abcd', journal: 'abc', damaged: true, thisCopy: 4, comes: 'append 3 journal-torn' },
  { name: 'the journal can not be read at all, the store has all of it', store: 'abc', journal: '', damaged: true, thisCopy: 3, comes: 'append 0 journal-torn' },
  { name: 'a table is wrong and the journal behind', store: 'abcd', journal: 'abc', tablesAgree: false, comes: 'append 3 repair' },
  { name: 'ahead of the journal and still behind itself', store: 'abcd', journal: 'abc', claims: 6, comes: 'recover store-behind' },
  // The store is behind
  { name: 'worked elsewhere meanwhile', store: 'ab', journal: 'abcd', thisCopy: 2, otherCopies: 4, comes: 'fast-forward 2' },
  { name: 'worked elsewhere meanwhile, and a table is wrong', store: 'ab', journal: 'abcd', tablesAgree: false, comes: 'fast-forward 2 repair' },
  { name: 'the store lost its last changes, the journal has them', store: 'ab', journal: 'abcd', thisCopy: 4, comes: 'recover store-behind' },
  { name: 'the store lost rows of its history and knows it', store: 'ab', journal: 'abcd', claims: 4, comes: 'recover store-behind' },
  { name: 'worked elsewhere, where the last line is torn', store: 'ab', journal: 'abc', damaged: true, otherCopies: 4, comes: 'recover journal-damaged' },
  // The store is empty
  { name: 'a new browser on an existing data folder', store: '', journal: 'abc', otherCopies: 3, comes: 'restore' },
  { name: 'no store may be made', store: null, journal: 'abc', otherCopies: 3, comes: 'restore' },
  { name: 'the browser emptied the store', store: '', journal: 'abc', thisCopy: 3, otherCopies: 2, comes: 'recover store-emptied' },
  { name: 'the browser emptied the store and left its head', store: '', journal: 'abc', claims: 3, comes: 'recover store-emptied' },
  { name: 'a new browser, a torn journal that another store had whole', store: '', journal: 'abc', damaged: true, otherCopies: 4, comes: 'recover journal-damaged' },
  // Snapshots and lines behind the damage
  { name: 'damaged in the middle, a snapshot has the rest, nobody else remembers', store: '', journal: 'ab', damaged: true, rescue: { reach: 5, seen: 5 }, comes: 'recover journal-damaged' },
  { name: 'damaged in the middle, and what stands behind it can not be placed', store: '', journal: 'ab', damaged: true, rescue: { reach: 2, seen: 5 }, comes: 'recover journal-damaged' },
  { name: 'damaged in the middle, the store has all of it', store: 'abcde', journal: 'ab', damaged: true, thisCopy: 5, rescue: { reach: 5, seen: 5 }, comes: 'append 2 journal-torn' },
  { name: 'cut off between lines, and a snapshot goes further', store: '', journal: 'ab', otherCopies: 4, rescue: { reach: 4, seen: 0 }, comes: 'recover journal-damaged' },
  { name: 'the journal is gone, and snapshots are there', store: null, journal: '', damaged: true, rescue: { reach: 3, seen: 0 }, comes: 'recover journal-damaged' },
  { name: 'the user went on without what was lost', store: 'ab', journal: 'ab', thisCopy: 2, rescue: { reach: 2, seen: 0 }, comes: 'open' },
  { name: 'apart, and the journal is damaged', store: 'abcd', journal: 'abX', damaged: true, rescue: { reach: 5, seen: 5 }, comes: 'recover diverged' },
  // Apart
  { name: 'both went on from the same change', store: 'abc', journal: 'abX', comes: 'recover diverged' },
  { name: 'apart, the store further', store: 'abcd', journal: 'abX', comes: 'recover diverged' },
  { name: 'apart, the journal further', store: 'abc', journal: 'abXY', comes: 'recover diverged' },
  { name: 'nothing in common', store: 'ab', journal: 'XYZ', comes: 'recover diverged' },
];

describe('Opening a project comes to what store, journal and sentinel say', () => {
  it.each(cases)('$name → $comes', (given) => {
    expect(told(decide(factsOf(given)))).toBe(given.comes);
  });

  it.each([
    ['all of it is in reach', { store: '', journal: 'ab', otherCopies: 5, rescue: { reach: 5, seen: 5 } }, 0],
    ['the sentinel remembers more', { store: '', journal: 'ab', otherCopies: 5, rescue: { reach: 4, seen: 0 } }, 1],
    ['a line that can not be placed is seen', { store: '', journal: 'ab', rescue: { reach: 2, seen: 7 } }, 5],
    ['the store has all of it', { store: 'abcde', journal: 'ab', claims: 5 }, 0],
  ])('counts what is lost: %s', (_, given, lost) => {
    expect(lostFor(factsOf({ name: '', comes: '', ...given }))).toBe(lost);
  });

  it('never takes work out of sight for a first run', () => {
    fc.assert(fc.property(anyCase, (given) => {
      const decision = decide(factsOf(given));
      const known = Math.max(given.store?.length ?? 0, given.journal?.length ?? 0, given.thisCopy ?? 0, given.claims ?? 0);
      expect(known === 0 || given.damaged === true || decision.kind !== 'absent').toBe(true);
    }));
  });

  it('writes nothing without asking where a change that was known can be found in neither', () => {
    fc.assert(fc.property(anyCase, (given) => {
      const decision = decide(factsOf(given));
      const reach = Math.max(given.store?.length ?? 0, given.journal?.length ?? 0);
      const lost = Math.max(given.thisCopy ?? 0, given.claims ?? 0) > reach;
      expect(!lost || decision.kind === 'recover').toBe(true);
    }));
  });
});

const history = fc.option(fc.integer({ min: 0, max: 5 }).map((length) => 'abcde'.slice(0, length)));
const anyCase: fc.Arbitrary<Case> = fc.record({
  name: fc.constant(''), store: history, journal: history, claims: fc.integer({ min: 0, max: 6 }), tablesAgree: fc.boolean(),
  damaged: fc.boolean(), thisCopy: fc.integer({ min: 0, max: 6 }), otherCopies: fc.integer({ min: 0, max: 6 }), comes: fc.constant(''),
}).map((given) => (given.store === null ? { ...given, claims: 0 } : given));

function factsOf({ store, journal, claims, tablesAgree = true, damaged = false, codings, thisCopy = 0, otherCopies = 0, rescue }: Case): Facts {
  const idAt = (text: string | null, seq: number) => (text?.[seq - 1] ?? null) as ChangeId | null;
  const head = (text: string) => ({ seq: text.length, id: idAt(text, text.length) });
  return {
    store: store === null ? null : {
      head: head(store), counts: { ...noCounts, codings: codings?.store ?? 0 }, claims: Math.max(claims ?? 0, store.length), tablesAgree,
    },
    journal: journal === null ? null : { head: head(journal), counts: { ...noCounts, codings: codings?.journal ?? 0 }, damaged },
    storeAtJournalHead: idAt(store, journal?.length ?? 0),
    journalAtStoreHead: idAt(journal, store?.length ?? 0),
    sentinel: { thisCopy, otherCopies },
    rescue: rescue ?? null,
  };
}

function told(decision: Decision): string {
  if (decision.kind === 'absent') return 'absent';
  if (decision.kind === 'recover') return `recover ${decision.as}`;
  const parts: (string | number)[] = [decision.kind];
  if ('after' in decision) parts.push(decision.after);
  if ('repair' in decision && decision.repair) parts.push('repair');
  return [...parts, ...decision.notes].join(' ');
}
