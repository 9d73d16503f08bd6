import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { viewAnalysis, type AnalysisView } from '../../../app/analyses/view.ts';
import { analyses } from '../../../app/analyses/registry.ts';
import { heatStep, heatSteps, lightTokens, lightValue } from '../../../app/pictures/ink.ts';
import { pictureSvg } from '../../../app/pictures/write-svg.ts';
import type { SvgNode } from '../../../app/pictures/svg.ts';
import { miniHearing } from '../../fixtures/mini-hearing.ts';
import { must } from '../world.ts';

const snapshot = miniHearing();
const view = (id: string, options: Record<string, unknown> = {}, rest: Partial<Parameters<typeof viewAnalysis>[1]> = {}): AnalysisView =>
  must(viewAnalysis(snapshot, { id, options, sorting: null, filter: '', language: 'nl', width: 800, ...rest }));

/** Every drawn element, with those around it left out. */
const all = (nodes: readonly (SvgNode | string)[]): SvgNode[] => nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...all(node.children)]));
const marks = ({ picture }: AnalysisView) => all(picture?.nodes ?? []).filter(({ row }) => row !== undefined);
const words = ({ picture }: AnalysisView) => all(picture?.nodes ?? []).flatMap(({ tag, children }) => (tag === 'text' ? children.filter((child) => typeof child === 'string') : []));

describe('a picture', () => {
  it('has a mark for each row that there is room for, and no style of its own', () => {
    for (const { id } of analyses) {
      const shown = view(id, id === 'keywords' ? { word: 'uur' } : {});
      expect(shown.table.rows.length).toBeGreaterThan(0);
      expect(new Set(marks(shown).map(({ row }) => row))).toEqual(new Set(shown.table.rows.map((_, at) => at).slice(0, 30)));
      for (const { tag, attributes } of all(shown.picture?.nodes ?? [])) {
        expect(tag).not.toBe('style');
        expect(attributes).not.toHaveProperty('style');
        expect(Object.values(attributes)).not.toContain('NaN');
      }
    }
  });

  it('is drawn again in just the same way', () => {
    for (const { id } of analyses) expect(view(id)).toEqual(view(id));
  });

  it('has bars as long as their figures', () => {
    const shown = view('theme-frequencies');
    const longest = Math.max(...shown.table.rows.map((row) => Number(row['share'])));
    const drawn = marks(shown);
    const width = Math.max(...drawn.map(({ attributes }) => Number(attributes['width'])));
    for (const { row = -1, attributes } of drawn) expect(Number(attributes['width']) / width).toBeCloseTo(Number(shown.table.rows[row]?.['share']) / longest, 3);
  });

  it('says at its head which figures it shows, and along its foot that these are words', () => {
    expect(words(view('theme-frequencies'))[0]).toBe('Aandeel (% van de woorden)');
    expect(words(view('co-occurrence'))[0]).toBe('Samen (aantal)');
    expect(words(view('words'))[0]).toBe('Aantal');
    expect(words(view('not-coded'))[0]).toBe('Aandeel niet gecodeerd (% van de woorden)');
    expect(words(view('questions')).filter((one) => one.includes('('))).toEqual([]);
    expect(words(view('portrait'))).toContain('woord 0');
  });

  it('says at its head how many rows it has no room for', () => {
    const { table, picture } = view('words', { least: 1, withStopWords: true });
    expect(table.rows.length).toBeGreaterThan(30);
    const told = `Van ${table.rows.length} rijen staan de eerste 30 in beeld.`;
    expect(words(view('words', { least: 1, withStopWords: true }))[0]).toBe(`Aantal. ${told}`);
    expect(picture?.summary).toContain(told);
  });

  it('is drawn for paper too where that is asked for, in its own width', () => {
    const { picture, printed } = view('theme-matrix', {}, { width: 1200, paperWidth: 600 });
    expect([picture?.width, printed?.width]).toEqual([1200, 600]);
    expect(printed?.summary).toBe(picture?.summary);
    expect(view('theme-matrix').printed).toBeNull();
  });

  it('has the figures in its cells, a dot for nothing, and pairs of themes on both sides', () => {
    const shown = view('co-occurrence', { relation: 'turn' });
    const counts = shown.table.rows.map((row) => Number(row['count']));
    for (const at of shown.table.rows.keys()) expect(marks(shown).filter(({ row }) => row === at)).toHaveLength(2);
    const inCells = words(shown).filter((one) => /^[\d·]+$/.test(one));
    expect(inCells.toSorted()).toEqual([...counts, ...counts].map((count) => (count === 0 ? '·' : String(count))).toSorted());
  });

  it('has each passage where its words stand in the text', () => {
    const shown = view('portrait', { document: idOf('Zitting: tuin/pad?') });
    const drawn = marks(shown).map(({ row = -1, attributes }) => ({ row: shown.table.rows[row] ?? {}, x: Number(attributes['x']), width: Number(attributes['width']) }));
    const [first, ...others] = drawn.toSorted((a, b) => Number(a.row['from_word']) - Number(b.row['from_word']));
    const last = others.at(-1);
    const scale = ((last?.x ?? 0) - (first?.x ?? 0)) / (Number(last?.row['from_word']) - Number(first?.row['from_word']));
    for (const { row, x, width } of drawn) {
      expect(x).toBeCloseTo((first?.x ?? 0) + scale * (Number(row['from_word']) - Number(first?.row['from_word'])), 0);
      expect(width).toBeCloseTo(scale * (Number(row['to_word']) - Number(row['from_word'])), 0);
    }
  });

  it('follows the order and the filter of the table', () => {
    const sorted = view('theme-frequencies', {}, { sorting: { column: 'share', descending: true } });
    const widths = marks(sorted).toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)).map(({ attributes }) => Number(attributes['width']));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    const filtered = view('theme-frequencies', {}, { filter: 'GELD' });
    expect([filtered.all, filtered.table.rows.map((row) => row['code'])]).toEqual([4, ['geld > kosten']]);
    expect(marks(filtered)).toHaveLength(1);
  });

  it('says in words what kind it is and what stands out, in both languages', () => {
    for (const { id } of analyses) {
      const options = id === 'keywords' ? { word: 'uur' } : {};
      const [dutch, english] = [view(id, options).picture?.summary ?? '', view(id, options, { language: 'en' }).picture?.summary ?? ''];
      expect(dutch.length).toBeGreaterThan(40);
      expect(english).not.toBe(dutch);
    }
    const { picture, table } = view('theme-frequencies', {}, { sorting: { column: 'share', descending: true } });
    expect(picture?.summary).toContain(`Staafdiagram met ${table.rows.length} rijen. Aandeel: ${String(table.rows[0]?.['code'])} `);
  });

  it('tells two things of one name apart', () => {
    const documents = new Map([...snapshot.state.documents].map(([id, document]) => [id, { ...document, name: 'Brief' }]));
    const renamed = { ...snapshot, state: { ...snapshot.state, documents } };
    const shown = must(viewAnalysis(renamed, { id: 'theme-matrix', options: { by: 'document' }, sorting: null, filter: '', language: 'nl', width: 800 }));
    expect(words(shown).filter((one) => one.startsWith('Brief'))).toEqual(['Brief (1)', 'Brief (2)', 'Brief (3)']);
  });
});

const idOf = (name: string) => [...snapshot.state.documents.values()].find((document) => document.name === name)?.id;

describe('a picture as a file', () => {
  it('is well-formed, has its title, its words and what it counts, and only plain colours', () => {
    for (const { id, name, caption } of analyses) {
      const { picture } = view(id, id === 'keywords' ? { word: 'uur' } : {});
      if (!picture) throw new Error(id);
      const svg = pictureSvg(picture, { title: `${name.nl} & <meer>`, caption: [caption.nl] });
      const texts = new Map<string, string>();
      const parser = new SaxesParser({ xmlns: true });
      let open = '';
      parser.on('opentag', ({ name: tag }) => { open = tag; });
      parser.on('text', (text) => { texts.set(open, (texts.get(open) ?? '') + text); });
      parser.write(svg).close();
      expect(texts.get('title')).toContain(`${name.nl} & <meer>`);
      expect(texts.get('desc')).toContain(picture.summary);
      expect(texts.get('text')?.replaceAll(/\s+/g, '')).toContain(caption.nl.replaceAll(/\s+/g, '').slice(0, 40));
      expect(svg).not.toMatch(/var\(|light-dark|currentColor|oklch|<style|href=/);
    }
  });
});

describe('the colours of pictures', () => {
  it('are those of the light scheme in files', () => {
    const css = readFileSync('renderer/styles/tokens.css', 'utf8');
    for (const [token, value] of Object.entries(lightTokens)) expect(css).toContain(`${token}: light-dark(${value},`);
    expect([lightValue('var(--ink)'), lightValue('light-dark(#123456, #654321)'), lightValue('light-dark(var(--ink), red)'), lightValue('none')]).toEqual(['#23211d', '#123456', '#23211d', 'none']);
  });

  it('let the number in a cell be read at 4.5 to 1 in both schemes', () => {
    const dark: Record<string, string> = { 'var(--ink)': '#e9e5dc', 'var(--accent-ink)': '#12202d' };
    for (const { fill, ink } of heatSteps) {
      const [, lightFill = '', darkFill = ''] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(fill) ?? [];
      expect(contrast(lightFill, lightValue(ink))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(darkFill, dark[ink] ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('grow with the figure, and there is none for nothing', () => {
    const steps = [1, 20, 40, 60, 80, 100].map((value) => heatSteps.findIndex((step) => step === heatStep(value, 100)));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect([heatStep(0, 100), heatStep(0, 0), heatStep(100, 100)]).toEqual([null, null, heatSteps.at(-1)]);
  });
});

function contrast(a: string, b: string): number {
  const light = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
    .reduce((sum, channel, at) => sum + channel * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [high = 0, low = 0] = [light(a), light(b)].toSorted((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}
