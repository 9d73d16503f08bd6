import { z } from 'zod';
import type { CodeId } from '../../schemas/ids.ts';
import { ancestry } from '../coding/tree.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import { groupBy } from '../support/group-by.ts';
import type { Analysis, AnalysisColumn, AnalysisRow } from './analysis.ts';
import { commonControls } from './controls.ts';
import { placeCodings, type Places } from './counting.ts';
import { sharedCharacters } from './coefficients.ts';
import { meetings, type Meetings, type Place, type Relation } from './meetings.ts';
import { leftOutNotes } from './notes.ts';
import { scopeOptions, speechIn } from './scope.ts';
import type { Speech } from './speech.ts';
import { themeCells, themesOf, type Theme } from './themes.ts';

const options = z.strictObject({
  relation: z.enum(['overlap', 'containment', 'sentence', 'paragraph', 'turn', 'near']).default('overlap'),
  /** For `near`: at most so many words between. */
  words: z.int().min(0).max(1000).default(20),
  /** What the picture shows; the table has all of them. */
  measure: z.enum(['count', 'c', 'jaccard']).default('count'),
  ...scopeOptions,
  withSubtree: z.boolean().default(false),
});
type Options = z.output<typeof options>;

/** Which themes meet: a row for each two themes, once, zeros included. A theme is not paired with those above or below it where those count with it. */
export const coOccurrence: Analysis<typeof options> = {
  id: 'co-occurrence',
  name: { nl: 'Samen voorkomen', en: 'Co-occurrence' },
  caption: {
    nl: 'Welke thema’s elkaar ontmoeten. Passages die elkaar alleen raken, komen niet samen voor.',
    en: 'Which themes meet. Passages that only touch do not co-occur.',
  },
  definition: {
    nl: 'Voor elke twee thema’s, hoe vaak zij samen voorkomen. Een passage is aaneengesloten tekst onder overlappende coderingen van één thema. Overlap: paren van passages die ten minste één teken delen. Insluiting: paren waarvan de ene helemaal in de andere ligt. Zelfde zin, alinea of beurt: de zinnen, alinea’s of beurten met van beide thema’s ten minste één gecodeerd woord. Dichtbij: paren van passages met hoogstens het gekozen aantal hele woorden ertussen, ook over beurten heen; overlap is dichtbij, en wat elkaar raakt ook. Wat elkaar alleen raakt, is verder niets. A en B: de passages van elk (of de zinnen, alinea’s, beurten ermee). c = samen / (A + B − samen); c kan boven 1 uitkomen waar één passage er meer van het andere thema ontmoet, en is leeg waar de noemer niet boven 0 komt. Jaccard ligt altijd tussen 0 en 1: bij overlap de tekens onder beide gedeeld door de tekens onder ten minste één; bij zin, alinea en beurt die met beide gedeeld door die met ten minste één; bij insluiting en dichtbij de passages van beide die het andere zo ontmoeten, gedeeld door alle passages van beide. Wat alleen in beurten van gespreksleiders, zonder spreker of buiten de beurten valt, telt niet mee, tenzij daarom is gevraagd. Notities van de verslaglegger zijn geen spraak. In een document zonder beurten geldt elke alinea als beurt.',
    en: 'For each two themes, how often they occur together. A passage is continuous text under overlapping codings of one theme. Overlap: pairs of passages that share at least one character. Containment: pairs of which one lies wholly in the other. Same sentence, paragraph or turn: the sentences, paragraphs or turns with at least one coded word of both themes. Near: pairs of passages with at most the chosen number of whole words between them, across turns too; overlap is near, and so is what touches. What only touches is nothing else. A and B: the passages of each (or the sentences, paragraphs, turns with it). c = together / (A + B − together); c can rise above 1 where one passage meets several of the other theme, and is empty where the denominator is not above 0. Jaccard always lies between 0 and 1: for overlap the characters under both over the characters under at least one; for sentence, paragraph and turn those with both over those with at least one; for containment and near the passages of both that meet the other so, over all passages of both. What lies only in turns of moderators, without a speaker or outside turns is left out unless asked for. The reporter\'s notes are not speech. In a document without turns each paragraph stands for a turn.',
  },
  options,
  controls: [
    {
      id: 'relation', kind: 'choice', name: { nl: 'Samen', en: 'Together' },
      choices: [
        { value: 'overlap', name: { nl: 'overlap', en: 'overlap' } },
        { value: 'containment', name: { nl: 'insluiting', en: 'containment' } },
        { value: 'sentence', name: { nl: 'zelfde zin', en: 'same sentence' } },
        { value: 'paragraph', name: { nl: 'zelfde alinea', en: 'same paragraph' } },
        { value: 'turn', name: { nl: 'zelfde beurt', en: 'same turn' } },
        { value: 'near', name: { nl: 'dichtbij', en: 'near' } },
      ],
    },
    { id: 'words', kind: 'number', least: 0, most: 1000, name: { nl: 'Woorden ertussen', en: 'Words between' }, when: ({ relation }) => relation === 'near' },
    {
      id: 'measure', kind: 'choice', name: { nl: 'In beeld', en: 'Shown' },
      choices: [
        { value: 'count', name: { nl: 'aantal', en: 'number' } },
        { value: 'c', name: { nl: 'c-coëfficiënt', en: 'c-coefficient' } },
        { value: 'jaccard', name: { nl: 'Jaccard', en: 'Jaccard' } },
      ],
    },
    commonControls.document, commonControls.includeModerators, commonControls.withSubtree,
  ],
  run(snapshot, chosen) {
    const { speeches, places, themes } = prepare(snapshot, chosen);
    const found = meetings(speeches, places, themes, relationOf(chosen), chosen);
    const shared = sharedCharacters(speeches, places, themes, chosen);
    const pairs = groupBy(found.pairs, ([a, b]) => a.theme * themes.length + b.theme);
    const rows = themes.flatMap((a, first) => themes.slice(first + 1).flatMap((b, at): AnalysisRow[] => {
      const second = first + 1 + at;
      if (chosen.withSubtree && related(snapshot, a.id, b.id)) return [];
      const own = pairs.get(first * themes.length + second) ?? [];
      const jaccard = chosen.relation === 'overlap' && own.length > 0
        ? shared(first, second)
        : shareOfPlaces(own, found, first, second, chosen);
      const [countA = 0, countB = 0] = [found.counts[first], found.counts[second]];
      return [{
        ...themeCells(a, '_a'), ...themeCells(b, '_b'),
        count: own.length, a: countA, b: countB, c: countA + countB > own.length ? own.length / (countA + countB - own.length) : null, jaccard,
      }];
    }));
    return { columns, rows, notes: leftOutNotes(snapshot, speeches, places, chosen) };
  },
  picture: ({ measure }) => ({ kind: 'heat', rows: 'code_a', columns: 'code_b', value: measure, mirrored: true }),
  follow(snapshot, chosen, row) {
    const { speeches, places, themes } = prepare(snapshot, chosen);
    const both = themes.filter(({ id }) => id === row['code_a_id'] || id === row['code_b_id']);
    const met = meetings(speeches, places, both, relationOf(chosen), chosen).pairs.flat();
    return { kind: 'codings', ids: [...new Set(met.flatMap((place) => codingsAt(place, places, both)))] };
  },
};

const columns: readonly AnalysisColumn[] = [
  { id: 'code_a', name: { nl: 'Thema A', en: 'Theme A' }, unit: 'text' },
  { id: 'path_a', name: { nl: 'Pad A', en: 'Path A' }, unit: 'text', only: 'files' },
  { id: 'code_b', name: { nl: 'Thema B', en: 'Theme B' }, unit: 'text' },
  { id: 'path_b', name: { nl: 'Pad B', en: 'Path B' }, unit: 'text', only: 'files' },
  { id: 'count', name: { nl: 'Samen', en: 'Together' }, unit: 'count' },
  { id: 'a', name: { nl: 'A', en: 'A' }, unit: 'count' },
  { id: 'b', name: { nl: 'B', en: 'B' }, unit: 'count' },
  { id: 'c', name: { nl: 'c-coëfficiënt', en: 'c-coefficient' }, unit: 'ratio' },
  { id: 'jaccard', name: { nl: 'Jaccard', en: 'Jaccard' }, unit: 'ratio' },
];

const relationOf = ({ relation, words }: Options): Relation => (relation === 'near' ? { kind: 'near', words } : { kind: relation });

function prepare(snapshot: ProjectSnapshot, { withSubtree, ...scope }: Options): { speeches: Speech[]; places: Places; themes: Theme[] } {
  const speeches = speechIn(snapshot, scope);
  return { speeches, places: placeCodings(snapshot, speeches), themes: themesOf(snapshot.state, withSubtree) };
}

/** Whether one theme lies below the other. */
function related({ state }: ProjectSnapshot, a: CodeId, b: CodeId): boolean {
  return ancestry(state, a).some(({ id }) => id === b) || ancestry(state, b).some(({ id }) => id === a);
}

/** Of two themes: the places that meet, over all their places; parts that hold both are one place. */
function shareOfPlaces(pairs: Meetings['pairs'], { counts }: Meetings, a: number, b: number, { relation }: Options): number {
  const all = (counts[a] ?? 0) + (counts[b] ?? 0);
  const isPart = relation === 'sentence' || relation === 'paragraph' || relation === 'turn';
  const met = isPart ? pairs.length : new Set(pairs.flat()).size;
  return met === 0 ? 0 : met / (isPart ? all - met : all);
}

/** The codings of a place's theme that have a character in it. */
function codingsAt({ theme, speech, start, end }: Place, places: Places, themes: readonly Theme[]) {
  const byCode = places.get(speech.document.id);
  return (themes[theme]?.codes ?? []).flatMap((code) => byCode?.get(code) ?? [])
    .filter((placed) => placed.start < end && placed.end > start).map(({ coding }) => coding.id);
}
