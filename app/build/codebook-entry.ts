import { pathSeparator } from '../coding/tree.ts';

/** A theme as a codebook file gives it; a parent stands before its children. */
export interface CodebookEntry {
  /** Kept where the file gives one, so that codebooks stay the same across programs. */
  id: string | null;
  path: string[];
  definition: string;
  /** When a passage belongs to it, and when it does not; empty where the file does not say. */
  use: string;
  avoid: string;
  inactive: boolean;
  /** `#rrggbb`, or null. */
  color: string | null;
  key: number | null;
}

export interface Codebook {
  entries: CodebookEntry[];
  /** What the file holds and a project can't. */
  notes: string[];
}

export function splitPath(path: string): string[] {
  return path.split(pathSeparator).map(cleanPart);
}

export function cleanPart(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ');
}

/** `#rgb` and `#rrggbb` in any case; null for anything else. */
export function cleanColor(color: string | null | undefined): string | null {
  const hex = color?.trim().toLowerCase() ?? '';
  if (/^#[0-9a-f]{6}$/.test(hex)) return hex;
  return /^#[0-9a-f]{3}$/.test(hex) ? `#${hex.slice(1).replaceAll(/./g, '$&$&')}` : null;
}

/** Lower case, without braces; null where it is not a UUID. */
export function cleanId(text: string | null | undefined): string | null {
  const bare = (text ?? '').trim().replace(/^\{(.*)\}$/, '$1').toLowerCase();
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bare) ? bare : null;
}
