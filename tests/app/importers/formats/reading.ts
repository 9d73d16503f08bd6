import { strToU8, zipSync } from 'fflate';
import { contentProblems } from '../../../../app/document/content-problems.ts';
import { importDocument } from '../../../../app/importers/import-document.ts';
import type { Reading } from '../../../../app/importers/importer.ts';
import type { DocumentKind } from '../../../../schemas/records/document.ts';
import { contentSchema } from '../../../../schemas/records/content.ts';

const now = '2026-01-02T03:04:05.000Z';

/** The reading of a file, which keeps every rule of a content; throws what it is refused for. */
export async function readingOf(bytes: Uint8Array | string, fileName: string, as?: DocumentKind): Promise<Reading> {
  const read = await importDocument(typeof bytes === 'string' ? strToU8(bytes) : bytes, { fileName, now, ...(as ? { as } : {}) });
  if (!read.ok) throw new Error(`${read.problem.code}: ${read.problem.message}`);
  const problems = contentProblems(contentSchema.parse(read.value.content), read.value.source);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return read.value;
}

/** The code that a file is refused with; null where it is read. */
export async function refusalOf(bytes: Uint8Array | string, fileName: string): Promise<string | null> {
  const read = await importDocument(typeof bytes === 'string' ? strToU8(bytes) : bytes, { fileName, now });
  return read.ok ? null : read.problem.code;
}

/** Kind, level and text of each block, footnotes left out: `heading 1: Kop`. */
export const blocksOf = ({ content }: Reading): string[] => content.blocks
  .filter(({ kind }) => kind !== 'footnote').map(({ kind, level, text }) => `${kind}${level === null ? '' : ` ${level}`}: ${text}`);

/** Notes as `1 «text before the mark» note`. */
export const notesOf = ({ content }: Reading): string[] => content.footnotes.map(({ label, anchor, block }) => {
  const before = anchor === null ? '' : [...(content.blocks[anchor.block]?.text ?? '')].slice(0, anchor.offset).join('').slice(-12);
  return `${label} «${before}» ${content.blocks[block]?.text ?? ''}`;
});

/** Comments as `author: text «what it is on»`. */
export const commentsOf = ({ content, comments = [] }: Reading): string[] => comments.map(({ start, end, text, author }) => {
  const letters = content.blocks.slice(start.block, end.block + 1).map((block, at, all) => (
    [...block.text].slice(at === 0 ? start.offset : 0, at === all.length - 1 ? end.offset : undefined).join('')));
  return `${author ?? '?'}: ${text} «${letters.join('|')}»`;
});

/** The first words of each page: `2 En toen`. */
export const pagesOf = ({ content }: Reading): string[] => content.pages.map(({ page, at }) => (
  `${page} ${[...(content.blocks[at.block]?.text ?? '')].slice(at.offset).join('').split(' ').slice(0, 2).join(' ')}`));

export const warningsOf = ({ content }: Reading): string[] => content.warnings.map(({ rule }) => rule);

export const zipOf = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
