/** Text without case and accents, to search in: `Patiënt` and `patient` are found by each other. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase();
}

/** Whether folded text holds every word of a folded query, in any order. An empty query is in everything. */
export function holds(folded: string, query: string): boolean {
  return query.split(/\s+/u).every((word) => folded.includes(word));
}
