const who = ['de huisarts', 'mijn buurvrouw', 'een verpleegkundige', 'de leidinggevende', 'mijn zoon', 'de fysiotherapeut', 'een collega', 'de bedrijfsarts'];
const did = ['luisterde lang', 'vroeg naar de slaap', 'schreef een brief', 'hielp bij het aankleden', 'zag het niet aankomen', 'belde terug na een week', 'bleef erbij', 'gaf een patiëntenfolder mee'];
const where = ['op het spreekuur', 'in de keuken', 'bij de keuring', 'tijdens de vergadering', 'in de gang van het ziekenhuis', 'aan de telefoon', 'op een donderdag in maart', 'na de vakantie'];
const then = ['maar dat veranderde weinig.', 'en dat gaf rust.', 'al bleef de pijn dezelfde.', 'en daarna begon het wachten.', 'zodat ik weer een paar uur kon werken.', 'maar niemand wist wie het besluit nam.'];

/** A paragraph of invented sentences, another one for each number. */
export function inventedParagraph(number: number, sentences = 5): string {
  const said = Array.from({ length: sentences }, (_, at) => {
    const seed = number * sentences + at;
    const pick = (list: readonly string[], step: number) => list[Math.floor(seed / step + seed) % list.length] ?? '';
    const [first = '', ...rest] = pick(who, 3);
    return `${first.toUpperCase()}${rest.join('')} ${pick(did, 7)} ${pick(where, 11)}, ${pick(then, 13)}`;
  });
  return `In verhaal ${number} ging het zo. ${said.join(' ')}`;
}

/** The minutes of a talk between three people, of about this many bytes, and how many turns they have: four paragraphs each. */
export function longHearing(bytes: number): { text: string; turns: number } {
  const speakers = ['De voorzitter', 'Mevrouw Zandstra', 'De heer Ockels'];
  const parts = ['Verslag van de hoorzitting van de Commissie Lange Verhalen, gehouden op maandag 3 juni 2024 te Assen'];
  let length = 0;
  let turns = 0;
  for (; length < bytes; turns += 1) {
    const said = [1, 2, 3, 4].map((at) => inventedParagraph(turns * 4 + at, 12)).join('\n\n');
    const turn = `${speakers[turns % 3]}: ${said}`;
    parts.push(turn);
    length += turn.length + 2;
  }
  return { text: `${parts.join('\n\n')}\n`, turns };
}
