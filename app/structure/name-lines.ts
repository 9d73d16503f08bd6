/**
 * Names and nothing else: no end of a sentence, hardly a word that is not written as in names. What stands in brackets
 * behind a name is not looked at.
 */
export function isNameLine(text: string): boolean {
  if (text.length > 400 || (/[.?!…]["'’”]?$/u.test(text) && !/\p{Lu}\.$/u.test(text))) return false;
  const words = text.replace(/\([^()]*\)/gu, '').split(/[\s,;]+/u).filter((word) => word !== '');
  const proper = words.filter((word) => /^['’]?[\p{Lu}\d]/u.test(word) || between.test(word)).length;
  return words.length > 0 && words.length <= 25 && /\p{Lu}/u.test(text) && proper >= 0.6 * words.length;
}

/** Several names, or one with a form of address or initials: no sentence of two words is that. */
export function isNameList(text: string): boolean {
  return isNameLine(text) && text.split(/\s+/u).length >= 2 && /(?<!\p{L})(?:heer|mevrouw|dhr|mevr|mw|drs?|prof|mr|ir|ms|mrs|mp)\.?(?!\p{L})|(?<!\p{L})\p{Lu}\.|\p{L},\s|;\s|\(/iu.test(text);
}

const between = /^(?:de|van|der|den|het|heer|mevrouw|dhr\.?|mevr\.?|mw\.?|drs?\.|prof\.|mr\.|ir\.|ing\.|en|ten|ter|and|of|wethouder|burgemeester|raadslid)$/u;
