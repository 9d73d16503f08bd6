import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../app/document/sentences.ts';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['Het regent. Wij blijven thuis.', ['Het regent.', 'Wij blijven thuis.']],
    ['Wie zei dat? Niemand! Echt niet.', ['Wie zei dat?', 'Niemand!', 'Echt niet.']],
    ['Toen sprak dr. Jansen met prof. Bos. Daarna niet meer.', ['Toen sprak dr. Jansen met prof. Bos.', 'Daarna niet meer.']],
    ['Neem bijv. Utrecht, o.a. Zuilen. Of m.b.t. Twente.', ['Neem bijv. Utrecht, o.a. Zuilen.', 'Of m.b.t. Twente.']],
    ['Mevrouw J.A. de Wit en Th. Maas kwamen. Zij zwegen.', ['Mevrouw J.A. de Wit en Th. Maas kwamen.', 'Zij zwegen.']],
    ['Bussen, trams, enz. Daarna de trein.', ['Bussen, trams, enz.', 'Daarna de trein.']],
    ['Het begon in 2019. Nu is het 12.30 uur.', ['Het begon in 2019.', 'Nu is het 12.30 uur.']],
    ['1. Eerst de brief. 2. Dan het antwoord.', ['1. Eerst de brief.', '2. Dan het antwoord.']],
    ['Hij zei: ‘Wacht even.’ Toen ging hij.', ['Hij zei: ‘Wacht even.’', 'Toen ging hij.']],
    ['‘Wat nu?’ vroeg zij. Stilte.', ['‘Wat nu?’ vroeg zij.', 'Stilte.']],
    ['Ik dacht … nou ja… Laat maar.', ['Ik dacht … nou ja…', 'Laat maar.']],
    ['Ik wacht... en wacht... Nog steeds.', ['Ik wacht... en wacht...', 'Nog steeds.']],
    ["Overdag ging het. 's Avonds niet. ’s Nachts ook niet.", ['Overdag ging het.', "'s Avonds niet.", '’s Nachts ook niet.']],
    ['(Niemand antwoordt.) De voorzitter gaat door.', ['(Niemand antwoordt.)', 'De voorzitter gaat door.']],
    ['  Zonder slot  ', ['Zonder slot']],
    ['   ', []],
    ['', []],
  ])('splits %j', (text, expected) => expect(split(text)).toEqual(expected));

  it('cover every character that is not white space, in order and without overlap', () => {
    const part = fc.constantFrom('Dat', 'is', 'dr.', 'J.', '. ', '? ', '… ', '’ ', '‘', ' ', '\u00a0', 'Zo', '12', '(', ') ', 'enz.', '\t');
    fc.assert(fc.property(fc.array(part).map((parts) => parts.join('')), (text) => {
      const found = sentences(text);
      let at = 0;
      for (const { start, end } of found) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }));
  });

  it('end where a plain look at each letter ends them', () => {
    const part = fc.constantFrom('nee', 'Nooit', 'wacht', ' ', ' ', '.', '.', '...', '?', '…', '!', '"', ')', '’', '\n');
    fc.assert(fc.property(fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')), (text) => {
      expect(split(text)).toEqual(plainly(text));
    }), { numRuns: 2000 });
  });

  it.each<[string, string]>([
    ['a row of stops', `x${'.'.repeat(40_000)}x`],
    ['one long word', `${'x'.repeat(50_000)}(ja. Nee`],
    ['a sentence of abbreviations', 'dr. J. '.repeat(15_000)],
  ])('are found in %s that goes on and on', (_, text) => {
    expect(sentences(text).at(-1)?.end).toBe(text.trimEnd().length);
  });
});

/** Sentences of words that are no abbreviation: to a stop before white space after which a capital stands, or nothing. */
function plainly(text: string): string[] {
  const found: string[] = [];
  let sentence = '';
  for (let at = 0; at < text.length; at += 1) {
    sentence += text[at] ?? '';
    const rest = text.slice(at + 1);
    const closed = /[.!?…]$/u.test(sentence.replace(/["’)]+$/u, ''));
    const opens = rest.trim() === '' || rest.trimStart().replace(/^["(]+/u, '').trimStart().startsWith('N');
    if (!closed || !(rest === '' || /^\s/u.test(rest)) || !opens) continue;
    found.push(sentence.trim());
    sentence = '';
  }
  return [...found, sentence.trim()].filter((one) => one !== '');
}
