import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, type IStylesOptions } from 'docx';
import { unzipSync } from 'fflate';
import { zipFiles } from '../../support/zip-files.ts';

export interface WordFile {
  title: string;
  /** Stands at the top of every page. */
  header: string;
  /** Around the page numbers at the foot: `Bladzijde 2 van 9`. */
  page: string;
  of: string;
  language: 'nl' | 'en';
  paragraphs: readonly Paragraph[];
}

/**
 * A Word file with the styles of a report. The library dates it by the clock and names relations at random, so it is
 * packed anew with `now` in its properties; the same input gives the same bytes.
 */
export async function wordFile({ title, header, page, of, language, paragraphs }: WordFile, now: string): Promise<Uint8Array> {
  const number = new Paragraph({
    style: 'Footer',
    children: [new TextRun({ children: [`${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES] })],
  });
  const file = new Document({
    title: plain(title), creator: 'Hoorwerk', lastModifiedBy: 'Hoorwerk', styles: styles(language),
    sections: [{
      properties: { page: { size: { width: 11_906, height: 16_838 } } },
      headers: { default: new Header({ children: [new Paragraph({ style: 'Header', children: [run(header)] })] }) },
      footers: { default: new Footer({ children: [number] }) },
      children: [...paragraphs],
    }],
  });
  // Unpacking with fflate is safe here only since these bytes were made a line ago.
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
  const decoder = new TextDecoder();
  return zipFiles(new Map(Object.entries(parts).map(([name, bytes]) =>
    [name, name === 'docProps/core.xml' ? decoder.decode(bytes).replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${now}`) : bytes])), now);
}

/** A run of plain text. */
export function run(text: string, look: { bold?: boolean; italics?: boolean } = {}): TextRun {
  return new TextRun({ text: plain(text), ...look });
}

/** XML 1.0 holds no control characters nor lone surrogates: they become the replacement character, visibly. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (character === '\t' || character >= '\u007F' && character <= '\u009F' ? character : '\uFFFD'));
}

/** Half points and twentieths of a point, as Word counts. */
function styles(language: 'nl' | 'en'): IStylesOptions {
  return {
    default: {
      document: { run: { font: 'Calibri', size: 22, language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' } }, paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } } },
      title: { run: { size: 40, bold: true, color: '1F2933' }, paragraph: { spacing: { after: 240 } } },
      heading1: heading(32), heading2: heading(28), heading3: heading(26), heading4: heading(24), heading5: heading(22), heading6: heading(22),
    },
    paragraphStyles: [
      { id: 'Quote', name: 'Quote', ...basedOnNormal, run: { italics: true }, paragraph: { indent: { left: 567, right: 567 }, spacing: { before: 120, after: 60 }, keepNext: true } },
      { id: 'QuoteSource', name: 'Quote Source', ...basedOnNormal, run: { size: 20, color: '52606D' }, paragraph: { indent: { left: 567, right: 567 }, spacing: { after: 160 } } },
      { id: 'Memo', name: 'Memo', ...basedOnNormal, run: { size: 20 }, paragraph: { indent: { left: 567 }, spacing: { after: 160 } } },
      { id: 'Header', name: 'header', ...basedOnNormal, run: { size: 18, color: '52606D' } },
      { id: 'Footer', name: 'footer', ...basedOnNormal, run: { size: 18, color: '52606D' }, paragraph: { alignment: 'center' } },
    ],
  };
}

const basedOnNormal = { basedOn: 'Normal', quickFormat: true };

const heading = (size: number) => ({
  run: { size, bold: true, color: '1F2933' }, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
});
