import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../app/importers/text.ts';
import { readPages, type PageText } from '../../../app/structure/pages.ts';

const read = (text: string): PageText => readPages({ format: 'txt', warnings: [], ...linesOf(text) });
const pages = (text: string) => read(text).pages.map(({ page, printed }) => (printed ? page : -page));
const kept = (text: string) => read(text).lines.map((line) => `${line.page ?? '-'} ${line.text}`);
const body = (from: number, count: number) => Array.from({ length: count }, (_, at) => `Dit is regel ${from + at} van een lopend verhaal over de`).join('\n');

describe('page furniture', () => {
  it('is a number under each page, and the running title beside it', () => {
    const text = [1, 2, 3].map((page) => `${body(page * 10, 4)}\n\nVerslag van de raad\n\n- ${page} -\n`).join('\n');
    expect(pages(text)).toEqual([1, 2, 3]);
    expect(kept(text).filter((line) => !line.includes('lopend'))).toEqual([]);
    expect(kept(text)[4]).toMatch(/^2 Dit is regel 20/);
  });

  it('is a number over each page where the first page has none', () => {
    const text = `${body(10, 3)}\n\nPagina 2 van 3\n\n${body(20, 3)}\n\nPagina 3 van 3\n\n${body(30, 3)}`;
    expect(pages(text)).toEqual([-1, 2, 3]);
    expect(kept(text)[3]).toMatch(/^2 Dit is regel 20/);
  });

  it('is a bare number only in a series that stands apart', () => {
    const series = [1, 2, 3, 4].map((page) => `${body(page * 10, 3)}\n\n${page}\n`).join('\n');
    expect(pages(series)).toEqual([1, 2, 3, 4]);
    const table = `${body(10, 2)}\n\n1998\n\n${body(20, 2)}\n\n12\n\n${body(30, 2)}\n\n7\n\n${body(40, 2)}`;
    expect(pages(table)).toEqual([]);
    expect(read(table).changes).toEqual([]);
  });

  it('is not a page that somebody talks about, nor a numbered question', () => {
    const text = `Zie ook\npagina 12\n${body(1, 4)}\nVraag 1\n${body(5, 4)}\nVraag 2\n${body(9, 4)}\nVraag 3\n${body(13, 2)}`;
    expect(pages(text)).toEqual([]);
    expect(kept(text)).toHaveLength(19);
  });

  it('is not the label that happens to start most pages', () => {
    const text = [1, 2, 3].map((page) => `De voorzitter:\n${body(page * 10, 3)}\n\nPagina ${page} van 3\n`).join('\n');
    expect(kept(text).filter((line) => line.endsWith('De voorzitter:'))).toEqual(['1 De voorzitter:', '2 De voorzitter:', '3 De voorzitter:']);
  });

  it('is a running title on the first page too, where the title stands under it', () => {
    const text = (first: string, title: string) => [first, ...Array.from({ length: 3 }, () => 'Commissie Duinen')].map((head, page) => (
      `${head}\n\n${page === 0 ? `${title}\n\n` : ''}${body(page * 10, 4)}`)).join('\n\f');
    expect(kept(text('Commissie Duinen', 'Verslag van de hoorzitting')).filter((line) => !line.includes('lopend'))).toEqual(['1 Verslag van de hoorzitting']);
    expect(kept(text('Commissie Duinen', 'Zand en water'))[0]).toBe('1 Commissie Duinen');
    expect(kept(text('Commissie Strand', 'Verslag van de hoorzitting'))[0]).toBe('1 Commissie Strand');
  });

  it('is the line that both of two pages start or end with, but not the title, a label or a sentence', () => {
    const text = (top: string, foot: string) => [0, 1].map((page) => `${top}\n\n${body(page * 10, 4)}\n\n${foot}`).join('\n\f');
    const left = (top: string, foot: string) => kept(text(top, foot)).filter((line) => !line.includes('lopend'));
    expect(left('Raad voor de Duinen', 'Vertrouwelijk')).toEqual(['1 Raad voor de Duinen']);
    expect(left('De voorzitter:', 'Zo is het.')).toEqual(['1 De voorzitter:', '1 Zo is het.', '2 De voorzitter:', '2 Zo is het.']);
    expect(left('DE VOORZITTER', 'Mevrouw Zand')).toEqual(['1 DE VOORZITTER', '1 Mevrouw Zand', '2 DE VOORZITTER', '2 Mevrouw Zand']);
  });

  it('leaves the end of a page without an empty line, so that a sentence may go on', () => {
    const text = `${body(10, 3)}\n\n\nPagina 1\n\n\nveren en de zee.\n${body(20, 2)}\n\nPagina 2\n`;
    expect(read(text).lines.map(({ gap }) => gap)).toEqual(['none', 'none', 'none', 'page', 'none', 'none']);
  });

  it('says where numbers skip pages instead of guessing', () => {
    const text = `Pagina 4 van 9\n\n${body(10, 3)}\n\nPagina 7 van 9\n\n${body(20, 3)}\n\nPagina 9 van 9\n\n${body(30, 3)}`;
    expect(pages(text)).toEqual([4, 7, 9]);
    expect(read(text).warnings.map(({ message }) => message)).toEqual([
      'nothing shows where pages 5 to 6 start; the text there is counted as page 4', 'nothing shows where page 8 starts; the text there is counted as page 7',
    ]);
  });
});

describe('a space before a line', () => {
  const paged = (sizes: number[]) => sizes.map((size, page) => ` ${body(page * 100, size)}`).join('\n').replaceAll(/\n Dit/g, '\n zee dit');

  it('starts a page where counting such lines gives the numbers that are printed', () => {
    const text = ` ${body(1, 3)}\n zee, ${body(4, 2)}\n\n Verslag\n\nPagina 3 van 4\n\nde lucht.\n${body(8, 2)}\n\n Verslag\n\nPagina 4 van 4\n\n${body(12, 2)}`;
    expect(pages(text)).toEqual([-1, -2, 3, 4]);
    expect(read(text).changes.map(({ rule, before }) => [rule, before.trim()])).toEqual([
      ['page-furniture', 'Verslag\n\nPagina 3 van 4'], ['page-furniture', 'Verslag\n\nPagina 4 van 4'], ['page-space', ''], ['page-space', ''],
    ]);
  });

  it('means nothing where it disagrees with the numbers', () => {
    const text = ` ${body(1, 3)}\n zee, ${body(4, 2)}\n zee, ${body(6, 2)}\n\nPagina 3 van 9\n\n zee, ${body(8, 2)}\n\nPagina 5 van 9\n\n${body(12, 2)}`;
    expect(pages(text)).toEqual([-2, 3, 5]);
  });

  it('starts a page where it parts the text in pages of like length, in the middle of sentences', () => {
    expect(pages(paged([40, 42, 39, 41, 12]))).toEqual([-1, -2, -3, -4, -5]);
  });

  it.each([
    ['short paragraphs', [4, 6, 3, 5, 4]], ['stretches of unlike length', [40, 9, 71, 22, 40]],
  ])('means nothing between %s', (_name, sizes) => {
    expect(pages(paged(sizes))).toEqual([]);
  });

  it('means nothing where paragraphs are indented so', () => {
    expect(pages([40, 42, 39, 41].map((size, page) => ` ${body(page * 100, size)}`).join('\n'))).toEqual([]);
  });
});

describe('the target of a link', () => {
  it('is taken out at a page\'s end where the text has the address too, and only then', () => {
    const text = (address: string) => `Zie (${address}) voor meer.\n${body(1, 2)}\n\nhttps://a.example/b/\n\nPagina 1 van 2\n\n${body(10, 2)}\n\nPagina 2 van 2`;
    expect(kept(text('https://a.example/b')).join('\n')).not.toContain('1 https://a.example/b/');
    expect(kept(text('https://a.example/c')).join('\n')).toContain('1 https://a.example/b/');
  });
});
