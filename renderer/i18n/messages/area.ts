/**
 * The words of one part of the screen, in ICU MessageFormat. English must have exactly the keys of Dutch: a missing
 * or a spare translation fails the type check.
 */
export function area<const Nl extends Record<string, string>>(nl: Nl, en: { [K in keyof Nl]: string }) {
  return { nl, en };
}
