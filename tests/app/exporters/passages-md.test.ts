import { Parser, type Node } from 'commonmark';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { passagesMarkdown } from '../../../app/exporters/passages-md.ts';
import { escapeMarkdown } from '../../../app/exporters/parts/markdown.ts';
import { exportOptions, miniHearing } from '../../fixtures/mini-hearing.ts';

/** The document's blocks as a reader of Markdown sees them: kind, level, text; paragraphs of a quotation as `quote`. */
interface Seen { kind: string; level: number; text: string }

function seen(markdown: string): Seen[] {
  const blocks: Seen[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (entering && (node.type === 'paragraph' || node.type === 'heading')) {
      const kind = node.type === 'paragraph' && node.parent?.type === 'block_quote' ? 'quote' : node.type;
      blocks.push({ kind, level: node.level ?? 0, text: textOf(node) });
    } else if (entering && !['document', 'block_quote', 'text', 'softbreak', 'linebreak', 'strong', 'emph', 'list', 'item', 'paragraph', 'heading'].includes(node.type)) {
      throw new Error(`unexpected ${node.type}: ${node.literal ?? ''}`);
    }
  }
  return blocks;
}

function textOf(node: Node): string {
  let text = '';
  const walker = node.walker();
  for (let event = walker.next(); event; event = walker.next()) if (event.entering) text += event.node.type === 'linebreak' ? '\n' : event.node.literal ?? '';
  return text;
}

const write = async (language: 'nl' | 'en' = 'nl') => new TextDecoder().decode(await passagesMarkdown.write(miniHearing(), { ...exportOptions, language }));
let blocks: Seen[];
beforeAll(async () => {
  blocks = seen(await write());
});
const headings = () => blocks.filter(({ kind }) => kind === 'heading');
const under = (heading: string) => {
  const from = blocks.findIndex(({ kind, text }) => kind === 'heading' && text === heading) + 1;
  const length = blocks.slice(from).findIndex(({ kind }) => kind === 'heading');
  return blocks.slice(from, length < 0 ? undefined : from + length);
};

describe('the report in Markdown', () => {
  it('has the themes as headings, nested as in the codebook', () => {
    expect(headings().map(({ level, text }) => [level, text])).toEqual([
      [1, 'Passages per thema: Buurttuin "De Kers"; fase 1/2'],
      [2, 'werk'], [3, 'onbetaald_werk *'], [2, 'geld > kosten'], [2, 'constructor'], [2, 'Wat er telt'],
    ]);
  });

  it('says in front what is in it, when it was made and how it was counted', () => {
    const front = under('Passages per thema: Buurttuin "De Kers"; fase 1/2').map(({ text }) => text).join(' ');
    expect(front).toMatch(/14 passages bij 4 thema's uit 3 documenten .*15 coderingen/);
    expect(front).toContain('6 mei 2024');
    expect(front).toContain('gespreksleiders');
  });

  it('keeps every quotation to the letter, with speaker, role, page, document and date', () => {
    const theme = under('onbetaald_werk *');
    expect(theme.filter(({ kind }) => kind === 'quote').map(({ text }) => text)).toEqual([
      'denkt; wij telden "elk" uur.', '- Dat is *niet*', '- Dat is *niet* weinig, zei ik [gelach] en ik <meen> het & blijf erbij.',
    ]);
    expect(theme.at(-1)?.text).toBe('— Ada Brink (onderzoeker), blz. 1, Zitting: tuin/pad?, 14 maart 2024');
    expect(under('geld > kosten').map(({ text }) => text)).toEqual(expect.arrayContaining([
      '@iedereen 1. leest mee_met_ons | en `betaalt` wat.', '— Bo; "de Uil" 🦉, blz. 3, Zitting: tuin/pad?, 14 maart 2024',
    ]));
  });

  it('has definition, figures and memos, and one passage for what two coders coded alike', () => {
    const texts = under('werk').map(({ text }) => text);
    expect(texts.slice(0, 4)).toEqual(['Uren; "moeite".', 'Ook = wat men er niet van ziet.', '6 coderingen, waarvan er 5 meetellen: 21 woorden van 2 sprekers', 'Eén stem: meer dan de helft van de woorden is van één spreker.']);
    expect(texts.filter((text) => text === '=SOM van alle uren 🌱 is groter')).toHaveLength(1);
    expect(texts).toEqual(expect.arrayContaining(['Memo: Mooi; "goed"\ncitaat', 'Memo: =ook van mij']));
    expect(texts).toContain('— plaats in de tekst niet meer gevonden, Zitting: tuin/pad?, 14 maart 2024');
  });

  it('shows themes without passages too', () => {
    expect(under('constructor').map(({ text }) => text)).toEqual(['0 coderingen: 0 woorden van 0 sprekers', 'Geen passages.']);
  });

  it('can be had in English', async () => {
    expect(seen(await write('en')).map(({ text }) => text)).toEqual(expect.arrayContaining(['No passages.', '6 codings, 5 of which count: 21 words of 2 speakers', 'What counts']));
  });

  it('is the same, byte for byte, when it is written again', async () => {
    expect(await write()).toBe(await write());
  });
});

describe('escaped Markdown', () => {
  const sign = fc.constantFrom(...'\\`*_{}[]()#+-.!<>&;:=~|$"\'/@1 aé🦉', '&amp;', 'http://', 'www.', '---', '```');
  it('reads as the very text, whatever signs stand in it', () => {
    fc.assert(fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
      const text = signs.join('').trim();
      fc.pre(text !== '');
      expect(seen(escapeMarkdown(text))).toEqual([{ kind: 'paragraph', level: 0, text }]);
      expect(seen(`> ${escapeMarkdown(text)}`)).toEqual([{ kind: 'quote', level: 0, text }]);
      expect(seen(`## ${escapeMarkdown(text)}`)).toEqual([{ kind: 'heading', level: 2, text }]);
    }), { numRuns: 3000 });
  });
});
