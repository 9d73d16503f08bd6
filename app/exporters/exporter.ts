import type { ProjectSnapshot } from '../coding/state.ts';
import type { Words } from '../support/words.ts';

/** One format that leaves. One file in this folder exports one descriptor; `registry.ts` lists them. */
export interface Exporter {
  /** As in `hoorwerk export --to ID`. */
  id: string;
  name: Words;
  /** What it is for and what is in it, one sentence. */
  description: Words;
  /** What it is, behind the project's name in the name of its file. */
  fileWords: Words;
  /** Without the dot. */
  extension: string;
  /** Pure in its arguments: the same snapshot, options and `now` give the same bytes. */
  write(snapshot: ProjectSnapshot, options: ExportOptions): Promise<Uint8Array>;
}

export interface ExportOptions {
  now: string;
  /** Version of the program, for READMEs and manifests. */
  version: string;
  language: 'nl' | 'en';
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}
