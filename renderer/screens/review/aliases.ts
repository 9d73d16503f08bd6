/** Names as they are told: those that differ in the case of their first letter only, where a sentence began, once. */
export function onceEach(names: readonly string[]): string[] {
  const told = new Map<string, string>();
  for (const name of names) {
    const [first = ''] = name;
    const key = first.toLowerCase() + name.slice(first.length);
    if (!told.has(key)) told.set(key, name);
  }
  return [...told.values()];
}
