/**
 * JSON with sorted keys and no white space: equal values give equal text, so that a hash names a value. Takes what JSON
 * can hold; a property that is undefined is left out, as `JSON.stringify` does.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const fields: Record<string, unknown> = { ...value };
  const parts: string[] = [];
  for (const key of Object.keys(fields).toSorted()) {
    const item = fields[key];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(item)}`);
  }
  return `{${parts.join(',')}}`;
}
