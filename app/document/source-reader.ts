import { codePointIndex } from './offsets.ts';

/** A source text by code points, as source spans count. */
export interface SourceReader { length: number; slice(from: number, to: number): string }

export function sourceReader(source: string): SourceReader {
  const index = codePointIndex(source);
  return {
    length: index.length,
    slice: (from, to) => source.slice(index.toUtf16(from as typeof index.length), index.toUtf16(to as typeof index.length)),
  };
}
