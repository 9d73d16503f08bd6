import type { DraftLine } from '../extract/draft-line.ts';

/** A note's lines without the label and the arrow that some writers print before it. */
export function noteLines(lines: DraftLine[], label: string): DraftLine[] {
  const [first] = lines;
  if (!first) return lines;
  const sign = label.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const printed = new RegExp(String.raw`^\s*[↑^]?\s*(?:[[({]?${sign}[\])}]?[.:]?(?=\s))?\s*`, 'u').exec(first.text)?.[0].length ?? 0;
  first.text = first.text.slice(printed);
  if (!/\S/u.test(first.text)) first.set.letters = 0;
  first.points = first.points.map((point) => ({ ...point, at: Math.max(0, point.at - printed) }));
  return lines;
}
