import type { ExportOptions, Exporter } from './exporter.ts';
import { escapeMarkdown } from './parts/markdown.ts';
import { passageReport, type ReportPassage, type ReportTheme } from './parts/passage-report.ts';
import { reportWords } from './parts/report-words.ts';
import type { ProjectSnapshot } from '../coding/state.ts';

/** The passages by theme as Markdown. */
export const passagesMarkdown: Exporter = {
  id: 'passages-md',
  name: { nl: 'Passages per thema (Markdown)', en: 'Passages by theme (Markdown)' },
  description: {
    nl: 'Per thema de passages met spreker, bladzijde en document, als tekst met eenvoudige opmaak; om een samenvatting uit te schrijven.',
    en: 'For each theme its passages with speaker, page and document, as text with simple markup; to write a summary from.',
  },
  fileWords: { nl: 'passages', en: 'passages' },
  extension: 'md',
  write: async (snapshot, options) => new TextEncoder().encode(markdown(snapshot, options)),
};

function markdown(snapshot: ProjectSnapshot, options: ExportOptions): string {
  const report = passageReport(snapshot, options);
  options.signal?.throwIfAborted();
  const blocks = [
    `# ${escapeMarkdown(report.title)}: ${escapeMarkdown(report.project)}`,
    ...report.about.map(escapeMarkdown),
    ...report.themes.flatMap((theme) => themeBlocks(theme, options.language)),
    `## ${escapeMarkdown(report.definitionsTitle)}`,
    report.definitions.map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Markdown has six levels of headings, the first of which is the title. */
function themeBlocks(theme: ReportTheme, language: 'nl' | 'en'): string[] {
  const words = reportWords[language];
  return [
    `${'#'.repeat(Math.min(6, theme.depth + 2))} ${escapeMarkdown(theme.name)}`,
    ...paragraphs(theme.definition),
    `**${escapeMarkdown(theme.counts)}**`,
    ...(theme.oneVoice === null ? [] : [`**${escapeMarkdown(theme.oneVoice)}**`]),
    ...(theme.memo === null ? [] : memoBlocks(theme.memo, words.memo)),
    ...(theme.passages.length === 0 ? [escapeMarkdown(words.noPassages)] : theme.passages.flatMap((passage) => passageBlocks(passage, words.memo))),
  ];
}

function passageBlocks({ paragraphs: quoted, source, memos }: ReportPassage, memoWord: string): string[] {
  return [
    quoted.map((line) => `> ${escapeMarkdown(line)}`).join('\n>\n'),
    `— ${escapeMarkdown(source)}`,
    ...memos.flatMap((memo) => memoBlocks(memo, memoWord)),
  ];
}

/** One paragraph, whose line breaks stay: a backslash at the end of a line. */
function memoBlocks(memo: string, memoWord: string): string[] {
  return [`*${memoWord}:* ${paragraphs(memo).join('\\\n')}`];
}

/** Each line a paragraph of its own. */
function paragraphs(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '').map(escapeMarkdown);
}
