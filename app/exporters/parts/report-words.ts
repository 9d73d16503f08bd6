import type { ThemeCounts } from './theme-counts.ts';

interface Whole { project: string; passages: number; codings: number; themes: number; documents: number }

/** The report's own words in one language. */
export interface ReportWords {
  title: string;
  about(whole: Whole): string;
  made(date: string, version: string): string;
  counted: string;
  counts(counts: ThemeCounts): string;
  oneVoice: string;
  lost: string;
  memo: string;
  noPassages: string;
  page: string;
  of: string;
  definitionsTitle: string;
}

export const reportWords: Record<'nl' | 'en', ReportWords> = {
  nl: {
    title: 'Passages per thema',
    about: ({ project, passages, codings, themes, documents }) =>
      `Dit overzicht bevat ${plural(passages, 'passage', 'passages')} bij ${plural(themes, 'thema', 'thema\'s')} uit ${plural(documents, 'document', 'documenten')} van het project ${project}, in de volgorde van het codeboek (${plural(codings, 'codering', 'coderingen')}). Citaten zijn letterlijk. Een passage die door meer dan één codeur hetzelfde thema kreeg, staat er één keer; een passage met meer thema's staat bij elk ervan.`,
    made: (date, version) => `Gemaakt op ${date} met Hoorwerk ${version}.`,
    counted: 'De aantallen bij een thema gaan over dat thema zelf, zonder de thema\'s eronder. Sprekers en woorden zijn geteld zonder gespreksleiders en zonder beurten zonder spreker; hun passages staan er wel bij. Wat er precies telt, staat achteraan.',
    counts: ({ codings, counted, words, speakers }) =>
      `${plural(codings, 'codering', 'coderingen')}${counted === codings ? '' : `, waarvan er ${counted} ${counted === 1 ? 'meetelt' : 'meetellen'}`}: ${plural(words, 'woord', 'woorden')} van ${plural(speakers, 'spreker', 'sprekers')}`,
    oneVoice: 'Eén stem: meer dan de helft van de woorden is van één spreker.',
    lost: 'plaats in de tekst niet meer gevonden',
    memo: 'Memo',
    noPassages: 'Geen passages.',
    page: 'Bladzijde',
    of: 'van',
    definitionsTitle: 'Wat er telt',
  },
  en: {
    title: 'Passages by theme',
    about: ({ project, passages, codings, themes, documents }) =>
      `This report holds ${plural(passages, 'passage', 'passages')} under ${plural(themes, 'theme', 'themes')} from ${plural(documents, 'document', 'documents')} of the project ${project}, in the order of the codebook (${plural(codings, 'coding', 'codings')}). Quotations are to the letter. A passage that got the same theme from several coders stands there once; a passage with several themes stands under each.`,
    made: (date, version) => `Made on ${date} with Hoorwerk ${version}.`,
    counted: 'The figures of a theme are about that theme itself, without the themes below it. Speakers and words are counted without moderators and without turns that have no speaker; their passages do stand here. What exactly is counted is told at the end.',
    counts: ({ codings, counted, words, speakers }) =>
      `${plural(codings, 'coding', 'codings')}${counted === codings ? '' : `, ${counted} of which ${counted === 1 ? 'counts' : 'count'}`}: ${plural(words, 'word', 'words')} of ${plural(speakers, 'speaker', 'speakers')}`,
    oneVoice: 'One voice: more than half of the words are of one speaker.',
    lost: 'place in the text not found any more',
    memo: 'Memo',
    noPassages: 'No passages.',
    page: 'Page',
    of: 'of',
    definitionsTitle: 'What counts',
  },
};

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
