import { z } from 'zod';
import type { CodePoint, DocumentId } from '../../schemas/ids.ts';
import { pageAt } from '../document/locate.ts';
import type { Analysis, AnalysisColumn, AnalysisRow, AnalysisTable } from './analysis.ts';
import { commonControls } from './controls.ts';
import { byStart, placeCodings } from './counting.ts';
import { groupKey, groupName } from './groups.ts';
import { counts, scopeOptions, speechIn } from './scope.ts';
import type { Speech } from './speech.ts';
import { hiddenPlaceColumns, placeColumns, placeInSpeech } from './word-places.ts';
import { wordsCovered } from './word-scope.ts';

const options = z.strictObject({
  /** A row for each speaker, page or document, or for each stretch that is not coded. */
  by: z.enum(['speaker', 'page', 'document', 'stretch']).default('speaker'),
  ...scopeOptions,
  /** Shorter stretches, in words, are no stretch. */
  least: z.int().min(1).max(10_000).default(10),
});
type Options = z.output<typeof options>;

/** What is not coded yet, and where. */
export const notCoded: Analysis<typeof options> = {
  id: 'not-coded',
  name: { nl: 'Nog niet gecodeerd', en: 'Not coded yet' },
  caption: {
    nl: 'Hoeveel van wat er gezegd is, nog onder geen enkel thema valt, en waar.',
    en: 'How much of what was said is under no theme yet, and where.',
  },
  definition: {
    nl: 'Een woord is gecodeerd als ten minste één teken ervan onder een codering van welk thema ook valt. Per spreker, bladzijde of document: de woorden die meetellen, hoeveel daarvan gecodeerd zijn en hoeveel niet, en het aandeel daarvan in die woorden. Een woord hoort bij de bladzijde waarop het begint. Een stuk is een reeks niet gecodeerde woorden achter elkaar binnen één beurt, van ten minste het gekozen aantal; in de andere rijen staat hoeveel zulke stukken er zijn, op een bladzijde die er beginnen. Notities van de verslaglegger zijn geen spraak; gespreksleiders en beurten zonder spreker tellen niet mee, tenzij daarom is gevraagd. Een document zonder beurten is één stem.',
    en: 'A word is coded if at least one character of it lies under a coding of any theme. By speaker, page or document: the words that are counted, how many of them are coded and how many are not, and their share of those words. A word belongs to the page on which it begins. A stretch is a run of words one after another within a turn that are not coded, of at least the chosen number; the other rows hold how many such stretches there are, on a page those that begin there. The reporter\'s notes are not speech; moderators and turns without a speaker are left out unless asked for. A document without turns is one voice.',
  },
  options,
  controls: [
    {
      id: 'by', kind: 'choice', name: { nl: 'Per', en: 'By' },
      choices: [
        { value: 'speaker', name: { nl: 'per spreker', en: 'by speaker' } }, { value: 'page', name: { nl: 'per bladzijde', en: 'by page' } },
        { value: 'document', name: { nl: 'per document', en: 'by document' } }, { value: 'stretch', name: { nl: 'elk stuk', en: 'each stretch' } },
      ],
    },
    commonControls.document, commonControls.includeModerators,
    { id: 'least', kind: 'number', least: 1, most: 10_000, name: { nl: 'Stuk van minstens … woorden', en: 'Stretch of at least … words' } },
  ],
  run(snapshot, chosen) {
    const speeches = speechIn(snapshot, chosen);
    const places = placeCodings(snapshot, speeches);
    const looked = speeches.map((speech) => {
      const own = [...(places.get(speech.document.id)?.values() ?? [])].flat().toSorted(byStart);
      const isCounted = speech.units.map((unit) => counts(unit, chosen));
      return lookAt(speech, wordsCovered(speech, own), isCounted, chosen.least);
    });
    return chosen.by === 'stretch' ? { columns: stretchColumns, rows: looked.flatMap(stretchRows) } : groupTable(looked, chosen.by);
  },
  picture: ({ by }) => {
    if (by === 'stretch') return { kind: 'portrait', lane: 'speaker' };
    return { kind: 'bars', label: by, values: ['share_not_coded'], ...(by === 'page' ? { group: 'document' } : {}) };
  },
  follow(snapshot, { by, ...chosen }, row) {
    // A group leads to its first stretch.
    const rows = by === 'stretch' ? [row] : notCoded.run(snapshot, { ...chosen, by: 'stretch' }).rows.filter((one) => isIn(one, row, by));
    const [first] = rows;
    return first ? { kind: 'place', documentId: first['document_id'] as DocumentId, start: Number(first['start']) as CodePoint, end: Number(first['end']) as CodePoint } : null;
  },
};

const isIn = (stretch: AnalysisRow, row: AnalysisRow, by: Exclude<Options['by'], 'stretch'>) =>
  (by === 'speaker' ? stretch['speaker_id'] === row['speaker_id'] : stretch['document_id'] === row['document_id'] && (by === 'document' || stretch['page'] === row['page']));

/** A document's words that count, each coded or not, and its stretches as indexes of words. */
interface Looked { speech: Speech; words: { at: number; coded: boolean }[]; stretches: { from: number; to: number }[] }

function lookAt(speech: Speech, coded: ReadonlySet<number>, isCounted: readonly boolean[], least: number): Looked {
  const words = speech.words.flatMap(({ unit }, at) => (isCounted[unit] === true ? [{ at, coded: coded.has(at) }] : []));
  const stretches: { from: number; to: number }[] = [];
  for (const { at, coded: isCoded } of words) {
    if (isCoded) continue;
    const last = stretches.at(-1);
    if (last?.to === at && speech.words[at]?.unit === speech.words[last.from]?.unit) last.to = at + 1;
    else stretches.push({ from: at, to: at + 1 });
  }
  return { speech, words, stretches: stretches.filter(({ from, to }) => to - from >= least) };
}

interface Figures { cells: AnalysisRow; words: number; coded: number; stretches: number }

/** Rows in the order in which their groups are first heard. */
function groupTable(looked: readonly Looked[], by: Exclude<Options['by'], 'stretch'>): AnalysisTable {
  const groups = new Map<string, Figures>();
  const at = (speech: Speech, index: number): Figures => {
    const [key, cells] = groupOf(speech, index, by);
    const found = groups.get(key) ?? { cells, words: 0, coded: 0, stretches: 0 };
    groups.set(key, found);
    return found;
  };
  for (const { speech, words, stretches } of looked) {
    for (const word of words) {
      const found = at(speech, word.at);
      found.words += 1;
      if (word.coded) found.coded += 1;
    }
    for (const { from } of stretches) at(speech, from).stretches += 1;
  }
  const columns = by === 'page' ? [placeColumns.page, placeColumns.document] : [placeColumns[by]];
  const rows = [...groups.values()].map(({ cells, words, coded, stretches }) => ({
    ...cells, words, coded, not_coded: words - coded, share_coded: coded / words, share_not_coded: (words - coded) / words, stretches,
  }));
  return { columns: [...columns, ...figures], rows };
}

/** The key of the group that a word is in, and the cells that name it. */
function groupOf(speech: Speech, index: number, by: Exclude<Options['by'], 'stretch'>): [key: string, cells: AnalysisRow] {
  const word = speech.words[index];
  const unit = word && speech.units[word.unit];
  if (!word || !unit) throw new RangeError(`no word ${index}`);
  const { document, text } = speech;
  const inDocument = { document: document.name, document_id: document.id };
  if (by === 'document') return [document.id, inDocument];
  if (by === 'speaker') return [groupKey(by, speech, unit), { speaker: groupName(by, speech, unit), speaker_id: groupKey(by, speech, unit) }];
  const page = pageAt(text, word.start);
  return [`${document.id}/${page}`, { page, ...inDocument }];
}

function stretchRows({ speech, stretches }: Looked): AnalysisRow[] {
  return stretches.flatMap(({ from, to }) => {
    const [first, last] = [speech.words[from], speech.words[to - 1]];
    if (!first || !last) return [];
    const begins = speech.text.text.slice(first.start, speech.words[Math.min(to, from + 12) - 1]?.end).replaceAll(/\s+/gu, ' ');
    return [{ begins, words: to - from, ...placeInSpeech(speech, first.unit, { start: first.start, end: last.end }) }];
  });
}

const words: AnalysisColumn = { id: 'words', name: { nl: 'Woorden', en: 'Words' }, unit: 'count' };

const figures: readonly AnalysisColumn[] = [
  words,
  { id: 'coded', name: { nl: 'Gecodeerd', en: 'Coded' }, unit: 'count' },
  { id: 'not_coded', name: { nl: 'Niet gecodeerd', en: 'Not coded' }, unit: 'count' },
  { id: 'share_coded', name: { nl: 'Aandeel gecodeerd', en: 'Share coded' }, unit: 'share', of: { nl: '% van de woorden', en: '% of the words' } },
  { id: 'share_not_coded', name: { nl: 'Aandeel niet gecodeerd', en: 'Share not coded' }, unit: 'share', of: { nl: '% van de woorden', en: '% of the words' } },
  { id: 'stretches', name: { nl: 'Stukken', en: 'Stretches' }, unit: 'count' },
];

const stretchColumns: readonly AnalysisColumn[] = [
  { id: 'begins', name: { nl: 'Begint met', en: 'Begins with' }, unit: 'text' }, placeColumns.speaker, placeColumns.page, placeColumns.document, words, ...hiddenPlaceColumns,
];
