import type { Content } from '../../schemas/records/content.ts';

/** Somebody in a list: the name without address and titles, and the role that is printed. */
export type Person = Content['attendees'][number];

const salutation = /^(?:de heer|heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?|mej\.?|mr\.? en mrs\.?|mrs\.?|ms\.?)\s+/iu;
const title = /^(?:em\.\s+)?(?:prof|dr|drs|mr|ir|ing|bc|lic|ds|arts)\.(?:\s?h\.c\.)?\s*(?:ing\.\s*)?/iu;
const degree = /^(?:m\.?sc|b\.?sc|m\.?a|b\.?a|ph\.?d|md|mba|mph|rn|llm|ba|ma)\.?$/iu;
const officeBefore = /^(?:de )?(wethouder|burgemeester|gedeputeerde|minister|staatssecretaris|voorzitter|secretaris|griffier|raadslid|commissielid|notulist|directeur)\s+(?=\p{Lu}|de heer|mevrouw|dhr|mw|mevr)/u;

/** `Mevrouw prof. dr. A. de Wit, voorzitter`: the name without address and titles, and the role that is printed. */
export function readPerson(text: string): Person | null {
  const office = officeBefore.exec(text.trim())?.[1];
  let rest = text.trim().replace(officeBefore, '').replace(salutation, '');
  while (title.test(rest)) rest = rest.replace(title, '').trim();
  const aside = /^([^(]+?)\s*\(([^()]+)\)(.*)$/u.exec(rest);
  const [name = '', ...after] = `${aside?.[1] ?? rest}${aside?.[3] ?? ''}`.split(/\s*,\s*|\s+[–—-]\s+/u);
  const clean = name.trim().replace(/[.;]$/u, (end) => (end === '.' && /\p{Lu}\.$/u.test(name) ? end : ''));
  const behind = aside?.[2] && aside[2].toLowerCase() !== initialsOf(clean) ? [aside[2]] : [];
  const parts = [...(office ? [office] : []), ...after.filter((part) => part !== '' && !degree.test(part)), ...behind];
  return /\p{Lu}/u.test(clean) && clean.length <= 80 ? { name: clean, role: parts.length === 0 ? null : parts.join(', ') } : null;
}

/** First letters of all words, small: *kdw* for *Karin de Wijs*. */
export const initialsOf = (name: string) => name.toLowerCase().split(/[\s.]+/u).map((word) => word.charAt(0)).join('');

/** Names parted by commas, semicolons, *en* and *alsmede*. What names nobody is the role of the one before or after it. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  let office = '';
  for (const part of text.split(/\s*[,;]\s*(?:(?:en|and|alsmede)\s+)?(?![^(]*\))|\s+(?:en|and|alsmede)\s+/u)) {
    const last = names.length - 1;
    if (part === '') continue;
    if (/^(?:de|het) \p{Ll}+$/u.test(part) && !/^de heer$/iu.test(part)) office = part.replace(/^(?:de|het) /u, '');
    else if (!/\p{Lu}/u.test(part) && last >= 0) names[last] += `, ${part}`;
    else {
      names.push(office === '' ? part : `${part}, ${office}`);
      office = '';
    }
  }
  return names;
}
