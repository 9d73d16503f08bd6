/** The first letters of a name's words, as people abbreviate themselves: *Anna van den Berg* is *AvdB*. At most six. */
export function initialsOf(name: string): string {
  return [...name.matchAll(/\p{L}[\p{L}\p{M}'’.]*/gu)].map(([word]) => word.match(/^\p{L}\p{M}*/u)?.[0] ?? '').join('').slice(0, 6);
}
