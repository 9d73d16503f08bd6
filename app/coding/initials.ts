/** The initials of a name, at most three, for a coder who has not chosen any: "Anna de Wit" is ADW. */
export function initialsOf(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? [];
  return letters.slice(0, 3).join('').toUpperCase().slice(0, 6) || '?';
}
