import type { ImportChange } from '../../schemas/records/content.ts';
import type { PageText } from './pages.ts';
import { slicePiece, spanOf } from './pieces.ts';

/** Labels that stood on one line with what follows them: a line break came between `to` and `textFrom`. */
export function labelBreaks({ lines, quote }: Pick<PageText, 'lines' | 'quote'>, labels: readonly { line: number; to: number; textFrom: number }[]): ImportChange[] {
  return labels.flatMap(({ line: at, to, textFrom }) => {
    const line = lines[at];
    if (!line || textFrom >= line.text.length) return [];
    const span = spanOf(slicePiece(line, to, textFrom).map);
    return [{ rule: 'label', source: span, before: quote(span, ' '), after: '\n' }];
  });
}
