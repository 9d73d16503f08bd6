/** The longest name that is taken from a passage, in UTF-16 units; a theme's name is a few words, not a paragraph. */
const longest = 80;

/** A theme's name in the words of a passage: on one line, without the stop at its end, cut at a word where it is long. */
export function inVivoName(passage: string): string {
  const words = passage.replaceAll(/\s+/gu, ' ').trim().replace(/^["'‘“„«(]+|["'’”»).,;:!?…]+$/gu, '');
  if (words.length <= longest) return words === '' ? passage.trim() : words;
  const cut = words.slice(0, longest);
  return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
