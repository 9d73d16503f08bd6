import type { Speaker } from '../../../schemas/records/speaker.ts';
import type { ProjectSnapshot } from '../../coding/state.ts';
import { groupBy } from '../../support/group-by.ts';
import { placeWords } from '../citation.ts';
import type { ExportOptions } from '../exporter.ts';
import { longDate } from './dates.ts';
import { definitions } from './definitions.ts';
import { gather, type Material, type PlacedCoding } from './material.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import { themeCounts, type ThemeCounts } from './theme-counts.ts';

/** The passages by theme, in words and without a format: what the Word and Markdown reports both write. */
export interface PassageReport {
  title: string;
  project: string;
  /** What is in it, when it was made and how it was counted: a paragraph each. */
  about: string[];
  themes: ReportTheme[];
  definitionsTitle: string;
  definitions: readonly string[];
}

export interface ReportTheme {
  name: string;
  /** 0 for a theme at the top of the codebook. */
  depth: number;
  definition: string;
  memo: string | null;
  /** `3 coderingen, 2 sprekers …`. */
  counts: string;
  /** Said of a theme that is mostly one voice; null otherwise. */
  oneVoice: string | null;
  passages: ReportPassage[];
}

export interface ReportPassage {
  /** To the letter but for white space at its ends; one item a paragraph, none empty. */
  paragraphs: string[];
  /** `Ada Brink (onderzoeker), blz. 4, Verslag, 14 maart 2024`. */
  source: string;
  memos: string[];
}

export function passageReport(snapshot: ProjectSnapshot, { now, version, language }: ExportOptions): PassageReport {
  const words = reportWords[language];
  const material = gather(snapshot);
  const counts = themeCounts(snapshot);
  const byCode = groupBy(material.codings, ({ coding }) => coding.codeId);
  const themes = material.codes.map((node): ReportTheme => {
    const counted = counts.get(node.code.id);
    const passages = passagesOf(byCode.get(node.code.id) ?? [], material, words, language);
    return {
      name: node.code.name, depth: node.depth, definition: node.code.definition.trim(), memo: material.memo('code', node.code.id),
      counts: counted ? words.counts(counted) : '', oneVoice: voiceOf(counted, words), passages,
    };
  });
  const project = snapshot.state.project?.name ?? '';
  return {
    title: words.title, project, themes, definitionsTitle: words.definitionsTitle, definitions: definitions[language],
    about: [
      words.about({
        project, passages: themes.reduce((sum, theme) => sum + theme.passages.length, 0), codings: material.codings.length,
        themes: themes.length, documents: material.documents.length,
      }),
      words.made(longDate(now, language), version),
      words.counted,
    ],
  };
}

/** The same passage coded by several coders stands there once, with the memos of each. */
function passagesOf(codings: readonly PlacedCoding[], material: Material, words: ReportWords, language: 'nl' | 'en'): ReportPassage[] {
  const places = groupBy(codings, ({ coding, place }) => (place ? `${coding.documentId}/${place.start}/${place.end}` : coding.id));
  return [...places.values()].flatMap((same): ReportPassage[] => {
    const [first] = same;
    if (!first) return [];
    const { speech: { document }, place, coding } = first;
    const parts = [
      ...(place?.location.speakers ?? []).map(named), place ? placeWords(place.location, language) : words.lost,
      document.name, document.date === null ? null : longDate(document.date, language),
    ];
    return [{
      paragraphs: coding.anchor.quotation.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
      source: parts.filter((part) => part !== null).join(', '),
      memos: same.flatMap((placed) => material.memo('coding', placed.coding.id) ?? []),
    }];
  });
}

const named = ({ name, role }: Speaker) => (role === null ? name : `${name} (${role})`);

function voiceOf(counts: ThemeCounts | undefined, words: ReportWords): string | null {
  return counts?.oneVoice ? words.oneVoice : null;
}
