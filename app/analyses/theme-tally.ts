import type { CodeId, DocumentId } from '../../schemas/ids.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { TextRange } from '../document/plain-text.ts';
import { groupBy } from '../support/group-by.ts';
import type { Words } from '../support/words.ts';
import { byStart, coverage, intersection, passagesOf, placeCodings, spokenCharacters, touched, type PlacedCoding, type Places } from './counting.ts';
import { coderGroups, groupKey, groupsOf, type Group, type Grouping } from './groups.ts';
import { countedNote, leftOutNotes } from './notes.ts';
import { counts, speechIn, type Scope } from './scope.ts';
import type { Speech, SpeechUnit, Voice } from './speech.ts';

/** What is found of one theme in one group. */
export class Tally {
  codings = 0;
  passages = 0;
  words = 0;
  characters = 0;
  readonly turns = new Set<string>();
  readonly documents = new Set<DocumentId>();
  readonly voices = new Map<Voice['id'], number>();
}

export interface CountedOptions extends Scope { by: Grouping | 'coder' | null }

/** Who is counted, in which group, and how much they said: the same for every theme. Linear in the words and codings. */
export class Counted {
  readonly speeches: readonly Speech[];
  readonly groups: ReadonlyMap<string, Group>;
  /** What every voice is called. */
  readonly names: ReadonlyMap<Voice['id'], string>;
  /** Of what the shares of the whole are, and what is in no figure. */
  readonly notes: readonly Words[];
  private readonly places: Places;
  private readonly options: CountedOptions;

  constructor(snapshot: ProjectSnapshot, options: CountedOptions) {
    this.options = options;
    this.speeches = speechIn(snapshot, options);
    this.places = placeCodings(snapshot, this.speeches);
    const { by } = options;
    const groups = groupsOf(this.speeches, by === 'coder' ? null : by, options);
    this.notes = [countedNote(groupsOf(this.speeches, null, options).get('') ?? nobody), ...leftOutNotes(snapshot, this.speeches, this.places, options)];
    this.groups = by === 'coder' ? coderGroups(snapshot, groups.get('') ?? nobody) : by === null && groups.size === 0 ? new Map([['', nobody]]) : groups;
    this.names = new Map(this.speeches.flatMap(({ units }) => units.flatMap(({ voice }) => (voice ? [[voice.id, voice.name] as const] : []))));
  }

  /** What is found of these themes together, by group. */
  tally(codes: readonly CodeId[]): Map<string, Tally> {
    const tallies = new Map<string, Tally>();
    const of = (key: string) => {
      const found = tallies.get(key) ?? new Tally();
      tallies.set(key, found);
      return found;
    };
    for (const speech of this.speeches) {
      for (const [places, keyOf] of this.split(speech, codes)) {
        for (const place of places) for (const key of groupsTouched(speech, place, keyOf)) of(key).codings += 1;
        for (const passage of passagesOf(places)) for (const key of groupsTouched(speech, passage, keyOf)) of(key).passages += 1;
        countSpeech(speech, coverage(places), keyOf, of);
      }
    }
    return tallies;
  }

  /** The codings of these themes that count in a group. */
  codingsIn(codes: readonly CodeId[], group: string): PlacedCoding[] {
    return this.speeches.flatMap((speech) => this.split(speech, codes).flatMap(([places, keyOf]) =>
      places.filter((place) => groupsTouched(speech, place, keyOf).has(group))));
  }

  /** The places of these themes in one document, sorted, with how its units are grouped: for each coder apart where that is asked. */
  private split(speech: Speech, codes: readonly CodeId[]): [places: readonly PlacedCoding[], keyOf: KeyOf][] {
    const byCode = this.places.get(speech.document.id);
    const places = codes.flatMap((code) => byCode?.get(code) ?? []);
    if (codes.length > 1) places.sort(byStart);
    const { by } = this.options;
    const ifCounted = (key: (unit: SpeechUnit) => string): KeyOf => (unit) => (counts(unit, this.options) ? key(unit) : null);
    if (by !== 'coder') return [[places, ifCounted((unit) => (by === null ? '' : groupKey(by, speech, unit)))]];
    return [...groupBy(places, ({ coding }) => coding.coderId)].map(([coder, own]) => [own, ifCounted(() => coder)]);
  }
}

/** The group of a unit; null where it is not counted. */
type KeyOf = (unit: SpeechUnit) => string | null;

const nobody: Group = { name: '', words: 0, voices: new Set() };

/** The groups in whose units a range has at least one character, each once. */
function groupsTouched(speech: Speech, range: TextRange, keyOf: KeyOf): Set<string> {
  const { first, after } = touched(speech.units, range);
  const groups = new Set<string>();
  for (let at = first; at < after; at += 1) {
    const key = keyAt(speech, at, keyOf);
    if (key !== null) groups.add(key);
  }
  return groups;
}

function keyAt({ units }: Speech, at: number, keyOf: KeyOf): string | null {
  const unit = units[at];
  return unit ? keyOf(unit) : null;
}

/** Counts unit by unit, not word by word: what is said in one unit is of one group, turn and voice. */
function countSpeech(speech: Speech, covered: readonly TextRange[], keyOf: KeyOf, of: (key: string) => Tally): void {
  let next = 0;
  for (const range of covered) {
    const units = touched(speech.units, range);
    for (const unit of speech.units.slice(units.first, units.after)) {
      const key = keyOf(unit);
      if (key !== null) of(key).characters += spokenCharacters(speech, intersection(unit, range));
    }
    const words = touched(speech.words, range);
    // Two stretches may lie under one word; `next` keeps it from being counted twice.
    for (let at = Math.max(next, words.first), until = at; at < words.after; at = until) {
      const index = speech.words[at]?.unit ?? -1;
      until = Math.min(words.after, speech.firstWords[index + 1] ?? words.after);
      const [unit, key] = [speech.units[index], keyAt(speech, index, keyOf)];
      if (!unit || key === null) continue;
      const found = of(key);
      found.words += until - at;
      found.documents.add(speech.document.id);
      if (unit.turn !== null) found.turns.add(`${speech.document.id}/${unit.turn}`);
      if (unit.voice) found.voices.set(unit.voice.id, (found.voices.get(unit.voice.id) ?? 0) + until - at);
    }
    next = Math.max(next, words.after);
  }
}
