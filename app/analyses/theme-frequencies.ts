import { z } from 'zod';
import type { CodeId, DocumentId } from '../../schemas/ids.ts';
import { codeTree, flattenTree, pathSeparator, type CodeNode } from '../coding/tree.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { TextRange } from '../document/plain-text.ts';
import type { Analysis, AnalysisTable } from './analysis.ts';
import { byStart, coverage, intersection, passagesOf, placeCodings, spokenCharacters, touched, type PlacesByCode } from './counting.ts';
import { speechOf, type Speech, type SpeechUnit, type Voice } from './speech.ts';

const options = z.strictObject({
  /** Null: one row a theme. */
  by: z.enum(['speaker', 'role', 'document']).nullable().default(null),
  /** Count moderators, and turns without a speaker, too. */
  includeModerators: z.boolean().default(false),
  /** Let each theme's row hold the codings of all themes below it as well. */
  withSubtree: z.boolean().default(false),
});
type Options = z.output<typeof options>;

/**
 * How much was said on each theme, by how many. Rows in the order of the codebook; with `by`, a row for each theme and
 * each group that is counted, zeros included. Rows also hold `code_id`, which is no column of the CSV.
 */
export const themeFrequencies: Analysis<typeof options> = {
  id: 'theme-frequencies',
  name: { nl: 'Themafrequenties', en: 'Theme frequencies' },
  definition: {
    nl: 'Per thema: coderingen; passages (aaneengesloten tekst onder overlappende coderingen; wat elkaar alleen raakt, blijft apart); woorden en tekens onder ten minste één codering, elk één keer (een woord telt als één teken ervan gecodeerd is); aandeel (die woorden gedeeld door alle woorden van de sprekers die meetellen); en beurten, sprekers en documenten met ten minste één gecodeerd woord. Geteld wordt wat in beurten is gezegd. Notities van de verslaglegger tussen vierkante haken zijn geen spraak. Gespreksleiders en beurten zonder spreker tellen niet mee, tenzij daarom is gevraagd; een codering die alleen daarin of buiten de beurten valt, telt dan ook niet. Een codering over meer beurten telt bij elke spreker die zij raakt en één keer in het totaal. Een document zonder beurten is één stem. Eén stem: één spreker heeft meer dan de helft van de woorden in de rij; in een rij per spreker: van de woorden van het thema.',
    en: 'For each theme: codings; passages (text under overlapping codings; what only touches stays apart); words and characters under at least one coding, each once (a word counts if any character of it is coded); share (those words over all words of the speakers counted); and turns, speakers and documents with at least one coded word. What is counted is what was said in turns. The reporter\'s notes in square brackets are not speech. Moderators and turns without a speaker are left out unless asked for; a coding that lies only there or outside the turns then does not count either. A coding that crosses turns counts for each speaker it touches and once in the total. A document without turns is one voice. One voice: one speaker has more than half of the words in the row; in a row by speaker: of the words of the theme.',
  },
  options,
  run: (snapshot, chosen) => {
    const counted = new Counted(snapshot, chosen);
    const rows = flattenTree(codeTree(snapshot.state)).flatMap((node) => rowsOf(node, counted, chosen));
    return { columns: chosen.by ? columns : columns.filter(({ id }) => id !== 'by' && id !== 'by_id'), rows };
  },
};

const columns: AnalysisTable['columns'] = [
  { id: 'code', name: { nl: 'Thema', en: 'Theme' }, unit: 'text' },
  { id: 'path', name: { nl: 'Pad', en: 'Path' }, unit: 'text' },
  { id: 'by', name: { nl: 'Per', en: 'By' }, unit: 'text' },
  { id: 'by_id', name: { nl: 'Kenmerk', en: 'Identifier' }, unit: 'text' },
  { id: 'codings', name: { nl: 'Coderingen', en: 'Codings' }, unit: 'count' },
  { id: 'passages', name: { nl: 'Passages', en: 'Passages' }, unit: 'count' },
  { id: 'words', name: { nl: 'Woorden', en: 'Words' }, unit: 'count' },
  { id: 'characters', name: { nl: 'Tekens', en: 'Characters' }, unit: 'count' },
  { id: 'share', name: { nl: 'Aandeel', en: 'Share' }, unit: 'share' },
  { id: 'turns', name: { nl: 'Beurten', en: 'Turns' }, unit: 'count' },
  { id: 'speakers', name: { nl: 'Sprekers', en: 'Speakers' }, unit: 'count' },
  { id: 'documents', name: { nl: 'Documenten', en: 'Documents' }, unit: 'count' },
  { id: 'speakers_counted', name: { nl: 'Sprekers meegeteld', en: 'Speakers counted' }, unit: 'count' },
  { id: 'words_counted', name: { nl: 'Woorden meegeteld', en: 'Words counted' }, unit: 'count' },
  { id: 'one_voice', name: { nl: 'Eén stem', en: 'One voice' }, unit: 'flag' },
];

/** Who is counted, in which group, and how much they said: the same for every theme. */
class Counted {
  readonly speeches: readonly Speech[];
  readonly places: ReadonlyMap<DocumentId, PlacesByCode>;
  /** By key, in the order in which they are first heard; the group without a name last. */
  readonly groups: ReadonlyMap<string, Group>;
  private readonly options: Options;

  constructor(snapshot: ProjectSnapshot, chosen: Options) {
    this.options = chosen;
    this.speeches = speechOf(snapshot);
    this.places = placeCodings(snapshot, this.speeches);
    const groups = new Map<string, Group>();
    for (const speech of this.speeches) {
      for (const unit of speech.units) {
        const key = this.keyOf(speech, unit);
        if (key !== null && !groups.has(key)) groups.set(key, { name: this.nameOf(speech, unit), words: 0, voices: new Set() });
      }
      for (const word of speech.words) {
        const unit = speech.units[word.unit];
        const group = unit && groups.get(this.keyOf(speech, unit) ?? '');
        if (!unit || !group || !this.counts(unit)) continue;
        group.words += 1;
        if (unit.voice) group.voices.add(unit.voice.id);
      }
    }
    this.groups = new Map([...groups].toSorted(([a], [b]) => Number(a === '') - Number(b === '')));
  }

  counts(unit: SpeechUnit): boolean {
    return this.options.includeModerators || (unit.voice !== null && !unit.voice.moderator);
  }

  /** The group of a unit; null where it is not counted. */
  keyOf(speech: Speech, unit: SpeechUnit): string | null {
    if (!this.counts(unit)) return null;
    switch (this.options.by) {
      case 'speaker': return unit.voice?.id ?? '';
      case 'role': return unit.voice?.role ?? '';
      case 'document': return speech.document.id;
      default: return '';
    }
  }

  private nameOf(speech: Speech, unit: SpeechUnit): string {
    if (this.options.by === 'document') return speech.document.name;
    return (this.options.by === 'role' ? unit.voice?.role : unit.voice?.name) ?? '';
  }
}

interface Group { name: string; words: number; voices: Set<Voice['id']> }

/** What is found of one theme in one group. */
class Tally {
  codings = 0;
  passages = 0;
  words = 0;
  characters = 0;
  readonly turns = new Set<string>();
  readonly documents = new Set<DocumentId>();
  readonly voices = new Map<Voice['id'], number>();
}

function rowsOf(node: CodeNode, counted: Counted, chosen: Options): AnalysisTable['rows'] {
  const codes = chosen.withSubtree ? flattenTree([node]).map(({ code }) => code.id) : [node.code.id];
  const tallies = tally(codes, counted);
  const allWords = [...tallies.values()].reduce((sum, { words }) => sum + words, 0);
  const groups: Iterable<[string, Group]> = chosen.by === null ? [['', total(counted)]] : counted.groups;
  return [...groups].map(([key, group]) => {
    const found = tallies.get(key) ?? new Tally();
    return {
      code: node.code.name, path: node.path.join(pathSeparator), code_id: node.code.id,
      ...(chosen.by === null ? {} : { by: group.name, by_id: key }),
      codings: found.codings, passages: found.passages, words: found.words, characters: found.characters,
      share: group.words === 0 ? 0 : found.words / group.words,
      turns: found.turns.size, speakers: found.voices.size, documents: found.documents.size,
      speakers_counted: group.voices.size, words_counted: group.words,
      one_voice: isOneVoice(found, chosen.by === 'speaker' ? allWords : found.words),
    };
  });
}

/** Whether one speaker has more than half of these words. Of a speaker's own row that is asked of the whole theme. */
const isOneVoice = ({ voices }: Tally, words: number) => [...voices.values()].some((own) => own * 2 > words);

const total = (counted: Counted): Group => counted.groups.get('') ?? { name: '', words: 0, voices: new Set() };

function tally(codes: readonly CodeId[], counted: Counted): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const of = (key: string) => {
    const found = tallies.get(key) ?? new Tally();
    tallies.set(key, found);
    return found;
  };
  for (const speech of counted.speeches) {
    const byCode = counted.places.get(speech.document.id);
    const places = codes.flatMap((code) => byCode?.get(code) ?? []);
    if (codes.length > 1) places.sort(byStart);
    for (const place of places) for (const key of groupsTouched(speech, place, counted)) of(key).codings += 1;
    for (const passage of passagesOf(places)) for (const key of groupsTouched(speech, passage, counted)) of(key).passages += 1;
    countSpeech(speech, coverage(places), counted, of);
  }
  return tallies;
}

/** The groups in whose units a range has at least one character, each once. */
function groupsTouched(speech: Speech, range: TextRange, counted: Counted): Set<string> {
  const { first, after } = touched(speech.units, range);
  return new Set(speech.units.slice(first, after).flatMap((unit) => counted.keyOf(speech, unit) ?? []));
}

function countSpeech(speech: Speech, covered: readonly TextRange[], counted: Counted, of: (key: string) => Tally): void {
  let next = 0;
  for (const range of covered) {
    const units = touched(speech.units, range);
    for (const unit of speech.units.slice(units.first, units.after)) {
      const key = counted.keyOf(speech, unit);
      if (key !== null) of(key).characters += spokenCharacters(speech, intersection(unit, range));
    }
    const words = touched(speech.words, range);
    // Two stretches may lie under one word; `next` keeps it from being counted twice.
    for (let at = Math.max(next, words.first); at < words.after; at += 1) {
      const unit = speech.units[speech.words[at]?.unit ?? -1];
      const key = unit ? counted.keyOf(speech, unit) : null;
      if (!unit || key === null) continue;
      const found = of(key);
      found.words += 1;
      found.documents.add(speech.document.id);
      if (unit.turn !== null) found.turns.add(`${speech.document.id}/${unit.turn}`);
      if (unit.voice) found.voices.set(unit.voice.id, (found.voices.get(unit.voice.id) ?? 0) + 1);
    }
    next = Math.max(next, words.after);
  }
}
