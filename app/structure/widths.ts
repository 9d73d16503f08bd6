/**
 * How wide a line is set, by three ways of setting: a typewriter's, Arial's (and Helvetica's, the same), Times'.
 * Units are thousandths of the type size, as the fonts' own metric files give them; only their ratios matter here.
 */
export interface Metric { id: 'mono' | 'sans' | 'serif'; width(text: string): number }

export const metrics: readonly Metric[] = [
  { id: 'mono', width: (text) => 600 * text.length },
  proportional('sans', {
    191: '\'', 222: 'ijl‘’‚', 260: '|', 278: ' !,./:;I[\\]ft·\u00A0', 333: '()-`r“”„‹›', 334: '{}', 350: '•', 355: '"', 389: '*', 400: '°',
    469: '^', 500: 'Jcksvxyz', 556: '#$0123456789?L_abdeghnopqu«»–€§£', 584: '+<=>~×−', 611: 'FTZß', 667: '&ABEKPSVXY',
    722: 'CDHNRUw', 778: 'GOQ', 833: 'Mm', 889: '%æ', 944: 'Wœ', 1000: '…—™ÆŒ', 1015: '@',
  }, { lower: 520, upper: 690, digit: 556, other: 400 }),
  proportional('serif', {
    180: '\'', 200: '|', 250: ' ,.·\u00A0', 278: '/:;\\ijlt', 333: '!()-I[]`fr‘’‚‹›', 350: '•', 389: 'Js', 400: '°', 408: '"', 444: '?acez“”„',
    469: '^', 480: '{}', 500: '#$*0123456789_bdghknopquvxy«»–€§£ß', 541: '~', 556: 'FPS', 564: '+<=>×−', 611: 'ELTZ', 667: 'BCRæ',
    722: 'ADGHKNOQUVXYwœ', 778: '&m', 833: '%', 889: 'MÆŒ', 921: '@', 944: 'W', 980: '™', 1000: '…—',
  }, { lower: 470, upper: 680, digit: 500, other: 400 }),
];

/** What stands for a character that the table lacks, by its class. */
interface Classes { lower: number; upper: number; digit: number; other: number }

function proportional(id: Metric['id'], table: Record<number, string>, classes: Classes): Metric {
  // By UTF-16 unit; 0 is not yet known. Half of a surrogate pair is half as wide as what we do not know.
  const known = new Uint16Array(65_536);
  for (const [width, characters] of Object.entries(table)) for (const character of characters) known[character.charCodeAt(0)] = Number(width);
  const measure = (code: number) => {
    const character = String.fromCharCode(code);
    // An accented letter is as wide as its bare form.
    const width = known[character.normalize('NFD').charCodeAt(0)] || byClass(character, classes);
    known[code] = width;
    return width;
  };
  return {
    id,
    width: (text) => {
      let sum = 0;
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        sum += known[code] || measure(code);
      }
      return sum;
    },
  };
}

function byClass(character: string, classes: Classes): number {
  if (/\p{Mn}/u.test(character)) return 1;
  if (/\p{Ll}/u.test(character)) return classes.lower;
  if (/\p{Lu}/u.test(character)) return classes.upper;
  return /\p{Nd}/u.test(character) ? classes.digit : classes.other;
}
