import type { Block, Content } from '../../schemas/records/content.ts';
import { convertBytes, present } from '../app/exporters/programs.ts';
import { wordOf } from '../app/importers/formats/word-of.ts';
import { findChromium } from '../chromium.mjs';
import { layOut, type Model } from '../fixtures/pdf/lay-out.ts';
import { chromiumPdf, libreOfficePdf } from '../fixtures/pdf/other-writers.ts';
import type { Written } from './import-table.ts';

const header = 'Kop van de bladzijde';
const footer = (page: number, count: number) => `Pagina ${page} van ${count}`;

/** A hearing in every format that it is measured in; those whose writer is not here have no bytes. */
export async function writtenAs(content: Content): Promise<Written[]> {
  const model = modelOf(content);
  const look = { font: 'Times-Roman', hyphenate: true, justify: true, header: () => header, footer } as const;
  const office = present('soffice');
  const word = await wordOf(content, []);
  const from = (name: string, bytes: Uint8Array | null, to: string) => (office && bytes ? Object.values(convertBytes(name, bytes, to))[0] ?? null : null);
  const odt = from('a.docx', word, 'odt');
  return [
    { name: 'txt, a paragraph a line', fileName: 'a.txt', bytes: utf8(model.blocks.map(printed).join('\n\n')) },
    { name: 'txt, in pages', fileName: 'a.txt', bytes: utf8(inPages(model)) },
    { name: 'md', fileName: 'a.md', bytes: utf8(model.blocks.map(marked).join('\n\n')) },
    { name: 'docx', fileName: 'a.docx', bytes: word },
    { name: 'docx, LibreOffice', fileName: 'a.docx', bytes: from('a.odt', odt, 'docx') },
    { name: 'odt, LibreOffice', fileName: 'a.odt', bytes: odt },
    { name: 'html, LibreOffice', fileName: 'a.html', bytes: from('a.odt', odt, 'html') },
    { name: 'pdf, one column', fileName: 'a.pdf', bytes: (await layOut(model, { ...look, columns: 1 })).bytes },
    { name: 'pdf, two columns', fileName: 'a.pdf', bytes: (await layOut(model, { ...look, columns: 2, size: 10 })).bytes },
    { name: 'pdf, LibreOffice', fileName: 'a.pdf', bytes: office ? libreOfficePdf(model, { header, columns: 1 }) : null },
    { name: 'pdf, LibreOffice, two columns', fileName: 'a.pdf', bytes: office ? libreOfficePdf(model, { header, columns: 2 }) : null },
    { name: 'pdf, Chromium', fileName: 'a.pdf', bytes: findChromium() ? chromiumPdf(model) : null },
  ];
}

/** What these writers print on a page besides its text. */
export const furniture = new RegExp(String.raw`${header}|Pagina \d+ van \d+`, 'gu');

function modelOf({ blocks }: Content): Model {
  return { blocks: blocks.map(({ kind, level, text }) => ({ kind: kind === 'footnote' ? 'paragraph' : kind, level, text })) };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const printed = ({ kind, text }: Pick<Block, 'kind' | 'text'>) => (kind === 'listItem' ? `• ${text}` : text);

function marked({ kind, level, text }: Model['blocks'][number]): string {
  if (kind === 'heading') return `${'#'.repeat(level ?? 1)} ${text}`;
  return kind === 'label' ? `**${text}**` : kind === 'listItem' ? `- ${text}` : text;
}

/** Lines of at most 84 letters with an empty line between paragraphs, and a header and a footer on every page of 52 lines. */
function inPages({ blocks }: Model): string {
  const lines = blocks.flatMap((block) => [...wrapped(printed(block), 84), '']);
  const count = Math.ceil(lines.length / 52);
  return Array.from({ length: count }, (_, at) => [header, '', ...lines.slice(52 * at, 52 * (at + 1)), '', footer(at + 1, count)].join('\n')).join('\n\f');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
