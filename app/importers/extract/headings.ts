/** The level that a style's name tells: Word writes its own in English whatever its language, other programs do not. */
export function headingByName(name: string): number | null {
  const level = /^(?:heading|kop|überschrift|titre) ?([1-9])$/iu.exec(name)?.[1];
  if (level) return Number(level);
  return /^(?:title|titel)$/iu.test(name) ? 1 : null;
}

/** Styles of the entries of a table of contents, and of its title. */
export const isContents = (name: string) =>
  /^(?:toc|inhopg|inhoudsopgave|contents|index) ?(?:[1-9]|heading)$|^(?:toc ?heading|kop ?van ?inhoudsopgave|contents ?heading|index ?heading|table of (?:figures|authorities)|lijst ?met ?afbeeldingen)$/iu.test(name);
