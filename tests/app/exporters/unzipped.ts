import { strFromU8, unzipSync } from 'fflate';

/** The files of a zip as text, with their bytes beside them. */
export function unzipped(zip: Uint8Array): { bytes: Record<string, Uint8Array>; text(name: string): string } {
  const bytes = unzipSync(zip);
  return {
    bytes,
    text: (name) => {
      const found = bytes[name];
      if (!found) throw new Error(`no ${name} among ${Object.keys(bytes).join(', ')}`);
      return strFromU8(found);
    },
  };
}
