import type { ImportChange, SourceSpan } from '../../schemas/records/content.ts';
import { codePointIndex } from '../document/offsets.ts';

/** The source as it stands in a span; `otherwise` where the format has no source text. */
export type Quote = (span: SourceSpan, otherwise: string) => string;

export function quoteFrom(source: string | null): Quote {
  if (source === null) return (_span, otherwise) => otherwise;
  const index = codePointIndex(source);
  return (span, otherwise) => (span ? source.slice(index.toUtf16(span[0]), index.toUtf16(span[1])) : otherwise);
}

/** Changes or warnings in the order of the source; those without a place stay behind, in their own order. */
export function inSourceOrder<T extends Pick<ImportChange, 'source'>>(items: readonly T[]): T[] {
  const place = (item: T) => item.source?.[0] ?? Number.MAX_SAFE_INTEGER;
  return items.toSorted((a, b) => place(a) - place(b));
}
