import { HeadingLevel, Paragraph } from 'docx';
import type { ProjectSnapshot } from '../coding/state.ts';
import type { ExportOptions, Exporter } from './exporter.ts';
import { passageReport, type ReportPassage, type ReportTheme } from './parts/passage-report.ts';
import { reportWords, type ReportWords } from './parts/report-words.ts';
import { run, wordFile } from './parts/word-file.ts';

/** The passages by theme as a Word file. */
export const passagesWord: Exporter = {
  id: 'passages-docx',
  name: { nl: 'Passages per thema (Word)', en: 'Passages by theme (Word)' },
  description: {
    nl: 'Per thema de passages met spreker, bladzijde en document, met koppen en citaten in eigen opmaakstijlen; om een samenvatting uit te schrijven.',
    en: 'For each theme its passages with speaker, page and document, with headings and quotations in styles of their own; to write a summary from.',
  },
  fileWords: { nl: 'passages', en: 'passages' },
  extension: 'docx',
  write,
};

async function write(snapshot: ProjectSnapshot, options: ExportOptions): Promise<Uint8Array> {
  const words = reportWords[options.language];
  const report = passageReport(snapshot, options);
  options.signal?.throwIfAborted();
  options.onProgress?.(0.4);
  const bytes = await wordFile({
    title: `${report.title}: ${report.project}`, header: report.project, page: words.page, of: words.of, language: options.language,
    paragraphs: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [run(`${report.title}: ${report.project}`)] }),
      ...report.about.map(text),
      ...report.themes.flatMap((theme) => themeParagraphs(theme, words)),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(report.definitionsTitle)] }),
      ...report.definitions.map((line) => new Paragraph({ bullet: { level: 0 }, children: [run(line)] })),
    ],
  }, options.now);
  options.onProgress?.(1);
  return bytes;
}

/** Themes deeper than Word's sixth heading share it. */
const levels = [
  HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6,
] as const;

function themeParagraphs(theme: ReportTheme, words: ReportWords): Paragraph[] {
  return [
    new Paragraph({ heading: levels[theme.depth] ?? HeadingLevel.HEADING_6, children: [run(theme.name)] }),
    ...lines(theme.definition).map(text),
    new Paragraph({ children: [run(theme.counts, { bold: true })] }),
    ...(theme.oneVoice === null ? [] : [new Paragraph({ children: [run(theme.oneVoice, { bold: true })] })]),
    ...(theme.memo === null ? [] : memoParagraphs(theme.memo, words)),
    ...(theme.passages.length === 0 ? [text(words.noPassages)] : theme.passages.flatMap((passage) => passageParagraphs(passage, words))),
  ];
}

function passageParagraphs({ paragraphs, source, memos }: ReportPassage, words: ReportWords): Paragraph[] {
  return [
    ...paragraphs.map((line) => new Paragraph({ style: 'Quote', children: [run(line)] })),
    new Paragraph({ style: 'QuoteSource', children: [run(`— ${source}`)] }),
    ...memos.flatMap((memo) => memoParagraphs(memo, words)),
  ];
}

function memoParagraphs(memo: string, words: ReportWords): Paragraph[] {
  return lines(memo).map((line, at) =>
    new Paragraph({ style: 'Memo', children: at === 0 ? [run(`${words.memo}: `, { italics: true }), run(line)] : [run(line)] }));
}

const text = (line: string): Paragraph => new Paragraph({ children: [run(line)] });
const lines = (several: string): string[] => several.split('\n').filter((line) => line.trim() !== '');
