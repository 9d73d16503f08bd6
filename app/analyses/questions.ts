import { z } from 'zod';
import type { CodeId, CodingId } from '../../schemas/ids.ts';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { Words } from '../support/words.ts';
import type { Analysis, AnalysisColumn, AnalysisRow, AnalysisTable } from './analysis.ts';
import { commonControls } from './controls.ts';
import { placeCodings, touched, type Places } from './counting.ts';
import { placesOf } from './meetings.ts';
import { amount } from './notes.ts';
import { scopeOptions, speechIn } from './scope.ts';
import type { Speech } from './speech.ts';
import { themeCells, themeColumns, themesOf, type Theme } from './themes.ts';

const options = z.strictObject({
  /** A row for each theme, or for each theme asked about with each theme answered. */
  show: z.enum(['themes', 'pairs']).default('themes'),
  document: scopeOptions.document,
  withSubtree: z.boolean().default(false),
});
type Options = z.output<typeof options>;

/** Which themes are asked about, and which come back in the answer. */
export const questions: Analysis<typeof options> = {
  id: 'questions',
  name: { nl: 'Vraag en antwoord', en: 'Question and answer' },
  caption: {
    nl: 'Naar welke thema’s wordt gevraagd, welke komen in het antwoord terug, en welke komen daar ongevraagd.',
    en: 'Which themes are asked about, which come back in the answer, and which come there unasked.',
  },
  definition: {
    nl: 'Geteld worden paren van een vraag en het antwoord erop, zoals die bij het inlezen zijn herkend en nagekeken. Een thema is gevraagd als ten minste één woord van de vraagbeurt eronder valt, en beantwoord als dat voor de antwoordbeurt geldt. Teruggekomen: gevraagd én beantwoord in hetzelfde paar; het aandeel is van de keren dat het thema is gevraagd, en leeg waar dat nooit was. Ongevraagd: beantwoord zonder dat het in de vraag voorkwam. Hier telt iedereen mee die vraagt of antwoordt, ook gespreksleiders; presentaties en andere beurten niet. Notities van de verslaglegger tussen vierkante haken zijn geen spraak. In de tabel van gevraagd naast beantwoord staat het aantal paren met het ene thema in de vraag en het andere in het antwoord; een paar met meer thema’s telt in elke cel die het raakt.',
    en: 'What is counted is pairs of a question and the answer to it, as they were recognised and reviewed at import. A theme is asked about if at least one word of the question\'s turn lies under it, and answered if the same holds for the answer\'s turn. Came back: asked and answered in the same pair; the share is of the times that the theme was asked about, and empty where it never was. Unasked: answered without being in the question. Everybody who asks or answers is counted here, moderators too; presentations and other turns are not. The reporter\'s notes in square brackets are not speech. The table of asked beside answered holds the number of pairs with the one theme in the question and the other in the answer; a pair with several themes counts in each cell that it touches.',
  },
  options,
  controls: [
    {
      id: 'show', kind: 'choice', name: { nl: 'Toon', en: 'Show' },
      choices: [{ value: 'themes', name: { nl: 'per thema', en: 'by theme' } }, { value: 'pairs', name: { nl: 'gevraagd × beantwoord', en: 'asked × answered' } }],
    },
    commonControls.document, commonControls.withSubtree,
  ],
  run(snapshot, chosen): AnalysisTable {
    const { themes, pairs } = prepare(snapshot, chosen);
    const has = (turn: Said, id: CodeId) => turn.has(id);
    const count = (test: (pair: Pair) => boolean) => pairs.filter(test).length;
    if (chosen.show === 'pairs') {
      const rows = themes.flatMap((one) => themes.map((other): AnalysisRow => ({
        ...themeCells(one, '_asked'), ...themeCells(other, '_answered'), pairs: count(({ asked, answered }) => has(asked, one.id) && has(answered, other.id)),
      })));
      return { columns: matrixColumns, rows, notes: [pairsNote(pairs.length)] };
    }
    const rows = themes.map((theme): AnalysisRow => {
      const asked = count((pair) => has(pair.asked, theme.id));
      const answered = count((pair) => has(pair.answered, theme.id));
      const returned = count((pair) => has(pair.asked, theme.id) && has(pair.answered, theme.id));
      return { ...themeCells(theme), asked, answered, returned, share_returned: asked === 0 ? null : returned / asked, unasked: answered - returned, pairs_counted: pairs.length };
    });
    return { columns: [...themeColumns, ...figures], rows, notes: [pairsNote(pairs.length)] };
  },
  picture: ({ show }) => (show === 'pairs'
    ? { kind: 'heat', rows: 'code_asked', columns: 'code_answered', value: 'pairs' }
    : { kind: 'bars', label: 'code', values: ['asked', 'returned', 'unasked'] }),
  follow(snapshot, chosen, row) {
    const { pairs } = prepare(snapshot, chosen);
    const [asked, answered] = chosen.show === 'pairs' ? [row['code_asked_id'], row['code_answered_id']] : [row['code_id'], row['code_id']];
    const both = chosen.show === 'pairs' ? pairs.filter((pair) => pair.asked.has(asked as CodeId) && pair.answered.has(answered as CodeId)) : pairs;
    return { kind: 'codings', ids: [...new Set(both.flatMap((pair) => [...(pair.asked.get(asked as CodeId) ?? []), ...(pair.answered.get(answered as CodeId) ?? [])]))] };
  },
};

const figures: readonly AnalysisColumn[] = [
  { id: 'asked', name: { nl: 'Gevraagd', en: 'Asked' }, unit: 'count' },
  { id: 'answered', name: { nl: 'Beantwoord', en: 'Answered' }, unit: 'count' },
  { id: 'returned', name: { nl: 'Teruggekomen', en: 'Came back' }, unit: 'count' },
  { id: 'share_returned', name: { nl: 'Aandeel teruggekomen', en: 'Share that came back' }, unit: 'share', of: { nl: '% van gevraagd', en: '% of asked' } },
  { id: 'unasked', name: { nl: 'Ongevraagd', en: 'Unasked' }, unit: 'count' },
  { id: 'pairs_counted', name: { nl: 'Paren meegeteld', en: 'Pairs counted' }, unit: 'count', only: 'files' },
];

const matrixColumns: readonly AnalysisColumn[] = [
  { id: 'code_asked', name: { nl: 'Gevraagd', en: 'Asked' }, unit: 'text' },
  { id: 'path_asked', name: { nl: 'Pad van gevraagd', en: 'Path of asked' }, unit: 'text', only: 'files' },
  { id: 'code_answered', name: { nl: 'Beantwoord', en: 'Answered' }, unit: 'text' },
  { id: 'path_answered', name: { nl: 'Pad van beantwoord', en: 'Path of answered' }, unit: 'text', only: 'files' },
  { id: 'pairs', name: { nl: 'Paren', en: 'Pairs' }, unit: 'count' },
];

/** The themes that have a word in a turn, each with its codings there. */
type Said = ReadonlyMap<CodeId, readonly CodingId[]>;
interface Pair { asked: Said; answered: Said }

function prepare(snapshot: ProjectSnapshot, { document, withSubtree }: Options) {
  const speeches = speechIn(snapshot, { document });
  const places = placeCodings(snapshot, speeches);
  const themes = themesOf(snapshot.state, withSubtree);
  return { themes, pairs: speeches.flatMap((speech) => pairsOf(speech, places, themes)) };
}

function pairsOf(speech: Speech, places: Places, themes: readonly Theme[]): Pair[] {
  const { pairs } = speech.text.content;
  const turns = new Map<number, Map<CodeId, CodingId[]>>(pairs.flatMap(({ question, answer }) => [[question, new Map()], [answer, new Map()]]));
  for (const { id, codes } of themes) {
    for (const place of placesOf(places.get(speech.document.id), codes)) {
      for (const turn of turnsWithWords(speech, place)) {
        const themesHere = turns.get(turn);
        const known = themesHere?.get(id);
        if (known) known.push(place.coding.id);
        else themesHere?.set(id, [place.coding.id]);
      }
    }
  }
  const none: Said = new Map();
  return pairs.map(({ question, answer }) => ({ asked: turns.get(question) ?? none, answered: turns.get(answer) ?? none }));
}

/** The turns in which a range has a word. */
function turnsWithWords(speech: Speech, range: Parameters<typeof touched>[1]): Set<number> {
  const { first, after } = touched(speech.words, range);
  const turns = new Set<number>();
  for (let at = first; at < after;) {
    const unit = speech.words[at]?.unit ?? -1;
    const turn = speech.units[unit]?.turn ?? null;
    if (turn !== null) turns.add(turn);
    at = speech.firstWords[unit + 1] ?? after;
  }
  return turns;
}

const pairsNote = (count: number): Words => {
  const pairs = amount(count, ['paar van vraag en antwoord', 'paren van vraag en antwoord'], ['pair of question and answer', 'pairs of question and answer']);
  return { nl: `Geteld: ${pairs.nl}.`, en: `Counted: ${pairs.en}.` };
};
