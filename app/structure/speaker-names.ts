/** What a name that is printed at a turn tells by its form alone. */
export interface NameForm {
  /**
   * `role`: an office or a part in the conversation (*De voorzitter*, *Deelnemer 2*); `person`: a form of address, a
   * title or a party makes it a person's; `name`: every word is written as in names; `loose`: some words are not.
   */
  kind: 'role' | 'person' | 'name' | 'loose';
  part: Part | null;
  /** The same for every printing of one name: lower case, without article, address and what stands in brackets. */
  key: string;
  /** What stands in brackets behind the name. */
  aside: string | null;
}

/** The part in the conversation that a label names. */
export type Part = 'committee' | 'chair' | 'interviewer' | 'other';

/** Null where the text can't be the name of who speaks: too long, a sentence, a quotation, a word like *Datum*. */
export function nameForm(text: string): NameForm | null {
  if (text.length > 90 || !/\p{L}/u.test(text)) return null;
  // Of several, as a constituency and a party, the last.
  const aside = /^([^()[\]]+?)\s*(?:[([][^()[\]]{1,60}[)\]]\s*)*[([]([^()[\]]{1,60})[)\]]$/u.exec(text);
  const bare = (aside?.[1] ?? text).trim();
  const words = bare.split(/\s+/u);
  if (words.length > 9 || /["“”„]/u.test(bare) || /^[‘'’]\p{L}{2}/u.test(bare)) return null;
  if (/\p{L}{4}[.?!;]\s/u.test(bare.replace(titles, '')) || /[?;]$/.test(bare)) return null;
  if (!/^(\p{Lu}|['’][a-z]\s|van |de |den |der |ter |ten )/u.test(bare) || /^\d/.test(bare)) return null;
  const key = keyOf(bare);
  const part = partOf(bare);
  const form = { part, key, aside: aside?.[2] ?? null };
  if (part) return { kind: 'role', ...form };
  if (hasAddress(bare)) {
    const [name = key, ...rest] = key.split(', ');
    return { kind: 'person', part, key: name, aside: form.aside ?? (rest.length > 0 ? bare.slice(bare.indexOf(', ') + 2) : null) };
  }
  if (isNoSpeaker(key)) return null;
  const proper = words.every((word, at) => isProper(word, at));
  if (aside && proper && words.length <= 5) return { kind: 'person', ...form };
  return { kind: proper ? 'name' : 'loose', ...form };
}

/** The part that a name gives its bearer; null for most. */
export function partOf(name: string): Part | null {
  const text = name.toLowerCase().replace(/^(de|het|the)\s+/u, '').replace(/\s*\(.*$/u, '');
  if (/^(vaste |tijdelijke |algemene |sub)?(advies|onderzoeks|raads|hoor|bezwaar|enquête|kamer|programma|staten)?(commissie|panel|committee)(\s|$)/u.test(text)) return 'committee';
  if (/^((lid|leden) (van )?(de )?commissie|commissie(lid|leden))(\s|$)/u.test(text)) return 'committee';
  if (/^((plaatsvervangend|plv\.?|dag|vice|fungerend|waarnemend|raads|technisch)[ -]?)*voorzitter(\s|$)/u.test(text)) return 'chair';
  if (/^(chair(man|woman|person)?|president)(\s|$)/u.test(text)) return 'chair';
  if (/^(interviewers?|interview(st)?er|int|gespreksleid(er|ster)|moderator|vragenstell(er|ster)|vraagstell(er|ster)|facilitator|presentator)(\s*\d*)?$|^(vraag|question)$/u.test(text)) return 'interviewer';
  if (/^(antwoord|answer)$/u.test(text)) return 'other';
  return otherParts.test(text) ? 'other' : null;
}

const otherParts = new RegExp(`^(${[
  'secretaris', 'griffier', 'notulist', 'rapporteur', 'minister', 'staatssecretaris', 'wethouder', 'burgemeester', 'gedeputeerde', 'directeur',
  'allen', 'iedereen', 'alle deelnemers', '(?:meerdere|verschillende) (?:sprekers|stemmen|deelnemers|leden)', '(?:onbekende? )(?:spreker|stem)', 'unknown(?: speaker)?', 'everyone', 'several speakers',
  '(?:een|one) (?:lid|bewoner|bewoonster|aanwezige|deelnemer|deelneemster|toehoorder|bezoeker|stem|ouder|vrouw|man|member)', 'audience(?: member)?',
  'getuige', 'deskundige', 'inspreker', 'inspreekster', 'spreker', 'spreekster', 'speaker', 'deelnemer', 'deelneemster', 'respondent', 'participant', 'geïnterviewde',
  'informant', 'bewoner', 'bewoonster', 'zaal', 'uit de zaal', 'publiek', 'iemand uit de zaal', 'mantelzorger', 'ervaringsdeskundige',
  'advocaat', 'gemachtigde', 'verweerder', 'bezwaarmaker', 'appellant', 'eiser', 'verzoeker', 'rechter', 'patiënt', 'cliënt', 'vertegenwoordig(?:er|ster|ing)',
].join('|')})(\\s+[a-z]?\\d{0,3})?$`, 'u');

/** Forms of address and offices before a person's name. */
const address = /^((de heer|heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?|mej\.?|juffrouw|minister(-president)?|premier|staatssecretaris|wethouder|burgemeester|gedeputeerde|raadslid|commissielid|statenlid|lid|voorzitter|secretaris|dokter|mr\.?|mrs\.?|ms\.?|miss|sir|prof\.?|professor|dr\.?|drs\.?|ir\.?|ing\.?|ds\.?|pater|zuster)\s+)+/iu;
/** *Mevrouw Jansen*, *Wethouder Jansen*: a form of address or an office, and a name. */
export const hasAddress = (name: string) => address.test(name) && /^\p{Lu}/u.test(name) && /\p{Lu}/u.test(name.replace(address, ''));

const titles = /\b(prof|drs|dr|mr|ir|ing|mw|mevr|dhr|ds|lic|plv|msc|bsc)\.\s/giu;

/** Lower case, without article, address, brackets and doubled spaces. */
export function keyOf(name: string): string {
  const text = name.toLowerCase().replace(/\s+/gu, ' ').replace(/\s*[([].*$/u, '').replace(/^(de|het|een|the) (?!heer\b)/u, '').trim();
  const bare = text.replace(address, '').replace(titles, '').replace(/^(de|het) /u, '').trim();
  return bare === '' ? text : bare;
}

const particles = new Set([
  'van', 'de', 'den', 'der', 'het', 'een', 'en', 'voor', 'ten', 'ter', 'te', 'in', 'op', 'aan', 'uit', 'of', '&', 'the', 'and', 'von', 'zu', 'di', 'da', 'la', 'le',
  'el', 'al', 'bin', '\'t', '’t', '\'s', '’s', 'du', 'des', 'olde', 'ver', '-', '–', '+', '/', 'e.a.', 'c.s.', 'namens', 'tot', 'bij', 'met',
]);

/** A small word of names, as in *Van den Berg*. */
export const isParticle = (word: string) => particles.has(word.toLowerCase());

/** Whether a name, as words of its key, is the surname in a longer one: *graaf* in *a. de graaf*, not *berg* in *s. van den berg*. */
export function isSurnameIn(short: readonly string[], long: readonly string[]): boolean {
  if (long.slice(-short.length).join(' ') !== short.join(' ')) return false;
  // Keys have no article in front.
  const before = long.slice(0, -short.length);
  if (before.at(-1) === 'de' || before.at(-1) === 'het') before.pop();
  return !isParticle(before.at(-1) ?? '');
}

/** With which a name without a form of address may start. */
const firstParticles = new Set(['van', 'de', 'den', 'der', 'het', 'ten', 'ter', 'te', '\'t', '’t', 'von', 'el', 'al']);

function isProper(word: string, at: number): boolean {
  if (at > 0 && isParticle(word)) return true;
  return /^['’(]?[\p{Lu}\d]/u.test(word) || /^['’]?[a-z]{0,3}['’-]?\p{Lu}/u.test(word) || /^(prof|drs|dr|mr|ir|ing|ds)\.$/iu.test(word)
    || (at === 0 && particles.has(word));
}

/** What stands before a colon in reports without anybody speaking. Compared with the whole name and its first word. */
const notSpeakers = new Set([
  'vraag', 'vragen', 'antwoord', 'antwoorden', 'noot', 'voetnoot', 'bron', 'bronnen', 'conclusie', 'conclusies', 'samenvatting', 'besluit', 'besluiten', 'actie', 'acties',
  'actiepunt', 'actiepunten', 'toezegging', 'toezeggingen', 'motie', 'moties', 'amendement', 'toelichting', 'opmerking', 'opmerkingen', 'nb', 'n.b.', 'ps', 'p.s.',
  'bijlage', 'bijlagen', 'onderwerp', 'betreft', 'datum', 'plaats', 'tijd', 'tijdstip', 'locatie', 'aanvang', 'begin', 'einde', 'aanwezig', 'aanwezigen', 'afwezig',
  'afwezigen', 'afgemeld', 'afmeldingen', 'verhinderd', 'agenda', 'agendapunt', 'agendapunten', 'punt', 'verslag', 'verslaglegging', 'notulen', 'opgemaakt', 'website',
  'internet', 'e-mail', 'email', 'mail', 'tel', 'tel.', 'telefoon', 'fax', 'adres', 'postadres', 'bezoekadres', 'kenmerk', 'referentie', 'dossier', 'zaaknummer', 'nummer',
  'stemming', 'uitslag', 'voor', 'tegen', 'onthouding', 'bijvoorbeeld', 'kortom', 'dus', 'namelijk', 'immers', 'maar', 'want', 'en', 'of', 'ook', 'nog', 'dan', 'nu', 'ja', 'nee', 'wel', 'niet', 'tot',
  'ten', 'ter', 'tenslotte', 'samengevat', 'samenvattend', 'concluderend', 'afsluitend', 'afrondend', 'vervolgens', 'daarnaast', 'daarom', 'daarbij', 'hierbij', 'hiervoor', 'verder', 'voorbeeld',
  'voorbeelden', 'stelling', 'thema', "thema's", 'thema’s', 'doel', 'doelen', 'deel', 'blok', 'hoofdstuk', 'paragraaf', 'artikel', 'tabel', 'figuur', 'legenda', 'stap',
  'optie', 'feit', 'feiten', 'resultaat', 'resultaten', 'advies', 'adviezen', 'aanbeveling', 'aanbevelingen', 'oplossing', 'probleem', 'kern', 'reden', 'gevolg', 'link', 'url', 'zie', 'cc', 'aan',
  'van', 'afschrift', 'presentaties', 'presentatie', 'sprekers', 'insprekers', 'deelnemers', 'genodigden', 'gasten', 'leden', 'inhoud', 'inleiding', 'let', 'met', 'wat', 'waarom', 'hoe', 'wie', 'waar',
  'wanneer', 'welke', 'hier', 'daar', 'dit', 'dat', 'deze', 'die', 'dit is', 'ik', 'jij', 'je', 'u', 'hij', 'zij', 'ze', 'wij', 'we', 'jullie', 'er', 'als', 'omdat', 'toen', 'mijn', 'uw', 'zijn', 'haar', 'ons', 'onze', 'hun', 'pagina',
  'definitie', 'begrip', 'begrippen', 'afkorting', 'afkortingen', 'uitgangspunt', 'uitgangspunten', 'achtergrond', 'context', 'aanleiding', 'vervolg', 'planning', 'kosten',
  'members', 'witnesses', 'apologies', 'questions', 'agenda', 'appendix', 'annex', 'status', 'step', 'option', 'options', 'type', 'default', 'returns', 'arguments', 'parameters', 'examples', 'license', 'usage', 'name', 'value', 'tip', 'warning', 'keywords', 'by', 'note', 'source', 'date', 'place', 'location', 'time', 'present', 'absent', 'subject', 'conclusion', 'summary', 'action', 'decision', 'example', 'however', 'so', 'and', 'but', 'what', 'why', 'how',
  'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag', 'versie', 'status', 'portefeuillehouder', 'naam', 'leeftijd', 'geslacht', 'functie', 'organisatie', 'woonplaats', 'beroep', 'klacht', 'klachten', 'diagnose', 'contact', 'contactpersoon', 'doelgroep', 'trefwoorden', 'opsteller', 'auteur', 'auteurs', 'project', 'titel', 'kopie',
  'ronde', 'sessie', 'dag', 'onderdeel', 'termijn', 'programma', 'spreektijd', 'casus', 'cijfers', 'duur', 'opname', 'code', 'setting', 'geluidsopname', 'bestand', 'transcriptie', 'transcript', 'legenda', 'noten', 'pro', 'contra', 'voordeel', 'voordelen', 'nadeel', 'nadelen', 'allereerst', 'eerst', 'eerste', 'tweede', 'derde', 'vierde', 'laatste', 'slot',
]);

function isNoSpeaker(key: string): boolean {
  const first = key.split(/[\s/,]/u)[0] ?? '';
  return notSpeakers.has(key) || (!firstParticles.has(first) && notSpeakers.has(first.replace(/\d+$/u, ''))) || /^\d/.test(key) || key === '';
}
