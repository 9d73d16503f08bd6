const who = ['de huisarts', 'mijn buurvrouw', 'een verpleegkundige', 'de leidinggevende', 'mijn zoon', 'de fysiotherapeut', 'een collega', 'de bedrijfsarts'];
const did = ['luisterde lang', 'vroeg naar de slaap', 'schreef een brief', 'hielp bij het aankleden', 'zag het niet aankomen', 'belde terug na een week', 'bleef erbij', 'gaf een patiëntenfolder mee'];
const where = ['op het spreekuur', 'in de keuken', 'bij de keuring', 'tijdens de vergadering', 'in de gang van het ziekenhuis', 'aan de telefoon', 'op een donderdag in maart', 'na de vakantie'];
const then = ['maar dat veranderde weinig.', 'en dat gaf rust.', 'al bleef de pijn dezelfde.', 'en daarna begon het wachten.', 'zodat ik weer een paar uur kon werken.', 'maar niemand wist wie het besluit nam.'];

/** A paragraph of invented sentences, another one for each number. */
export function inventedParagraph(number: number): string {
  const sentences = [0, 1, 2, 3, 4].map((at) => {
    const seed = number * 5 + at;
    const pick = (list: readonly string[], step: number) => list[Math.floor(seed / step + seed) % list.length] ?? '';
    const [first = '', ...rest] = pick(who, 3);
    return `${first.toUpperCase()}${rest.join('')} ${pick(did, 7)} ${pick(where, 11)}, ${pick(then, 13)}`;
  });
  return `In verhaal ${number} ging het zo. ${sentences.join(' ')}`;
}

/** The minutes of a talk between three people of about this many bytes, one paragraph a turn. */
export function longHearing(bytes: number): string {
  const speakers = ['De voorzitter', 'Mevrouw Zandstra', 'De heer Ockels'];
  const parts = ['Verslag van de hoorzitting van de Commissie Lange Verhalen, gehouden op maandag 3 juni 2024 te Assen', ''];
  let length = 0;
  for (let number = 1; length < bytes; number += 1) {
    const line = `${speakers[number % 3]}: ${inventedParagraph(number)}`;
    parts.push(line, '');
    length += line.length + 2;
  }
  return parts.join('\n');
}
