/** A half-open range in a block's text, in UTF-16 units from the block's start. */
export interface Sentence { start: number; end: number }

/**
 * The sentences of one block, without the white space between them. Written for Dutch transcripts: it knows the
 * abbreviations, initials and list numbers after which a full stop ends nothing, and that a quotation may end inside a
 * sentence. Our own scanner instead of `Intl.Segmenter`, whose rules differ between browsers and know no Dutch
 * abbreviations. Linear in the text.
 */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = skipSpace(text, 0);
  // From the first stop of a row of them only: from the others on, a row that ends nothing would be read again.
  for (const match of text.matchAll(/(?<![.!?…])[.!?…]+["'’”»)\]]*(?=\s|$)/gu)) {
    const end = match.index + match[0].length;
    if (match.index < start || !endsSentence(text, start, match.index, match[0], end)) continue;
    found.push({ start, end });
    start = skipSpace(text, end);
  }
  const end = text.trimEnd().length;
  if (start < end) found.push({ start, end });
  return found;
}

/** Does the stop at `at` end the sentence that began at `start`? `end` is where stop and closing marks end. */
function endsSentence(text: string, start: number, at: number, stop: string, end: number): boolean {
  const next = text.slice(end).trimStart();
  if (next === '') return true;
  if (!startsSentence(next)) return false;
  // Only a lone full stop can belong to an abbreviation; a closing mark after it makes it an end again.
  if (stop !== '.') return true;
  const word = wordTo(text, start, at + 1);
  if (endings.has(word.toLowerCase())) return true;
  if (abbreviations.has(word.toLowerCase()) || dotted.test(word) || initials.test(word)) return false;
  const isListNumber = /^(\d{1,3}|[a-z]|[ivx]+)\.$/u.test(word) && text.slice(start, at + 1).trim() === word;
  return !isListNumber;
}

/** A capital, a digit, or what opens them. `'s Avonds` begins with a small letter and starts a sentence all the same. */
const startsSentence = (text: string) => /^[("'‘“«[–—-]*\s*(\p{Lu}|\d|['’‘][a-z]\s+\p{Lu})/u.test(text);

/** The word that ends at `end`, read from its end: a search for it would begin anew at each letter since `start`. */
function wordTo(text: string, start: number, end: number): string {
  let at = end;
  while (at > start && !/[\s(["'‘“«]/u.test(text[at - 1] ?? '')) at -= 1;
  return text.slice(at, end);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text[at] ?? '')) at += 1;
  return at;
}

/** `J.`, `H.E.`, `Th.`: initials, also with the small letters of a double consonant. */
const initials = /^(\p{Lu}\p{Ll}?\.)+$/u;
/** `m.b.t.`, `i.p.v.`: two or more groups of one to three small letters. */
const dotted = /^(\p{Ll}{1,3}\.){2,}$/u;

/** Those after which something must follow. */
const abbreviations = new Set([
  'dr.', 'drs.', 'prof.', 'mr.', 'ir.', 'ing.', 'ds.', 'lic.', 'mw.', 'mevr.', 'mej.', 'dhr.', 'hr.', 'fam.', 'st.', 'msc.',
  'bijv.', 'bv.', 'vb.', 'resp.', 'ca.', 'nr.', 'nrs.', 'art.', 'artt.', 'blz.', 'pag.', 'p.', 'hfst.',
  'fig.', 'vgl.', 'zgn.', 'evt.', 'incl.', 'excl.', 'max.', 'min.', 'gem.', 'tel.', 'afd.',
  'jan.', 'feb.', 'febr.', 'mrt.', 'apr.', 'aug.', 'sept.', 'okt.', 'nov.', 'dec.', 'sr.', 'jr.', 'geb.', 'vert.', 'uitg.',
  'mrs.', 'ms.', 'vs.',
]);

/** Those that may as well end a sentence: a capital after them starts a new one. */
const endings = new Set(['enz.', 'etc.', 'e.d.', 'e.a.', 'c.s.', 'd.d.', 'a.s.', 'j.l.', 'jl.', 'o.i.d.', 'e.v.', 'm.m.', 'n.v.t.', 'z.o.z.', 'b.v.', 'n.v.', 'ggz.']);
