import filenamify from 'filenamify/browser';

/**
 * A file name for each of these names, in their order: valid on every system, and different even where upper and
 * lower case are the same, by a number behind.
 */
export function fileNames(names: readonly string[], extension: string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = filenamify(name.normalize('NFC'), { replacement: '-', maxLength: 80 }).replace(/^[\s.]+|[\s.]+$/gu, '') || 'document';
    let candidate = `${base}.${extension}`;
    for (let number = 2; taken.has(folded(candidate)); number += 1) candidate = `${base} (${number}).${extension}`;
    taken.add(folded(candidate));
    return candidate;
  });
}

const folded = (name: string) => name.toLowerCase().toUpperCase();
