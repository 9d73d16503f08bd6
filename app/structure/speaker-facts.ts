import type { Part } from './speaker-names.ts';

/** The role that a speaker's printed names give, in the words of the project's list; null where none does. */
export function roleOf(part: Part | null, names: readonly string[]): string | null {
  if (part === 'committee') return 'commissie';
  if (part === 'chair' || part === 'interviewer') return null;
  const found = new Set(roles.filter(({ word }) => names.some((name) => word.test(name))).map(({ role }) => role));
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

/** Words that are the role, not words that only make it likely. */
const roles: readonly { role: string; word: RegExp }[] = [
  { role: 'ervaringsdeskundige', word: /(?<!\p{L})ervaringsdeskundige(?!\p{L})/iu },
  { role: 'mantelzorger', word: /(?<!\p{L})mantelzorger(?!\p{L})/iu },
  { role: 'patiëntenorganisatie', word: /(?<!\p{L})pati[eë]nten(?:organisatie|vereniging|federatie)(?!\p{L})/iu },
  { role: 'beroepsgroep', word: /(?<!\p{L})beroeps(?:groep|vereniging|organisatie)(?!\p{L})/iu },
  { role: 'zorgverlener', word: /(?<!\p{L})zorgverlener(?!\p{L})/iu },
  { role: 'onderzoeker', word: /(?<!\p{L})onderzoeker(?!\p{L})/iu },
  { role: 'verzekeraar', word: /(?<!\p{L})(?:zorg)?verzekeraar(?!\p{L})/iu },
  { role: 'werkgever of vakbond', word: /(?<!\p{L})(?:werkgever|werkgeversorganisatie|vakbond|vakcentrale)(?!\p{L})/iu },
  { role: 'overheid', word: /(?<!\p{L})(?:ministerie|minister|staatssecretaris|wethouder|burgemeester)(?!\p{L})/iu },
];

/**
 * Whom a speaker speaks for, where that is printed: *vertegenwoordiging van X*, *namens X*, a party in brackets.
 * The longest form wins, since abbreviations say less.
 */
export function organisationOf(asides: readonly (string | null)[], names: readonly string[]): string | null {
  const represented = names.flatMap((name) => /^(?:[^,]{3,60},\s+(?=namens))?(?:vertegenwoordig(?:ing|er|ster|sters|ers)|directeur|bestuurslid|namens|represent\p{L}+)\s+(?:(?:van|vanuit|namens|of)\s+)?(?:(?:de|het|the)\s+)?(\S.*)$/iu.exec(name)?.[1] ?? []);
  const [longest] = represented.toSorted((a, b) => b.length - a.length);
  if (longest) return longest;
  const aside = asides.find((one) => one !== null);
  return aside && /^\p{Lu}|^namens /u.test(aside) ? aside.replace(/^namens\s+(?:(?:de|het)\s+)?/iu, '') : null;
}

/** The body that a role names: *directeur van De Linde*, *CDA*, *voorzitter stichting De Linde*; null where it is an office alone. */
export function organisationIn(role: string): string | null {
  const bare = role.replace(offices, '').trim();
  const named = /^\p{Lu}|^(?:stichting|vereniging|gemeente|universiteit|ministerie|hogeschool|fractie)\s.*\p{Lu}/u.test(bare);
  return named && !new RegExp(`${offices.source}$`, 'iu').test(`${bare} `) && bare.length > 1 ? bare : null;
}

const offices = /^(?:vice-|dag)?(?:voorzitter|directeur|bestuurder|bestuurslid|lid|secretaris|griffier|notulist|beleidsadviseur|adviseur|beleidsmedewerker|medewerker|vertegenwoordiger|woordvoerder|coördinator|manager|hoogleraar|onderzoeker|arts|chair|director|head|member|professor|mp|mep)(?:,)?\s+(?:(?:van|bij|namens|of|at|for)\s+)?(?:(?:de|het|the)\s+)?/iu;
