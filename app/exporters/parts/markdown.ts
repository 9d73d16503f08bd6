/**
 * One line of text as Markdown that shows it to the letter: a backslash before every sign that CommonMark or GitHub's
 * extensions (tables, strikethrough, mathematics, bare addresses) could take for markup. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, ' ').trim()
    .replaceAll(/[\\`*_[\]<>~|$]/g, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '\\&')
    .replaceAll(/(?<=https?|ftp):(?=\/\/)/gi, '\\:')
    .replaceAll(/(?<=\bwww)\./gi, '\\.')
    .replaceAll(/(?<!\S)#/g, '\\#')
    .replace(/^[+=:-]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}
