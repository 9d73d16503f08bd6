import filenamify from 'filenamify/browser';

/**
 * A file name for each of these names, in their order: valid on every system, without a dot or hyphen in front,
 * and different even where upper and lower case are the same, by a number behind.
 */
export function fileNames(names: readonly string[], extension: string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = valid(valid(name.normalize('NFC')).replace(/^[\s.-]+|[\s.-]+$/gu, '') || 'document');
    let candidate = `${base}.${extension}`;
    for (let number = 2; taken.has(folded(candidate)); number += 1) candidate = `${base} (${number}).${extension}`;
    taken.add(folded(candidate));
    return candidate;
  });
}

const folded = (name: string) => name.toLowerCase().toUpperCase();

/** Twice, since what is left after trimming may be a name that Windows keeps for itself. */
const valid = (name: string) => filenamify(name, { replacement: '-', maxLength: 80 });
